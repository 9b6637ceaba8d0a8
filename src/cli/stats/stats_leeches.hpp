// Leeches: the cards that are forgotten again and again.
#pragma once
#include <vector>

#include "cli/stats/stats_source.hpp"

namespace ebb {

std::vector<StatsTable> leech_tables(StatsSource& source);

}  // namespace ebb
