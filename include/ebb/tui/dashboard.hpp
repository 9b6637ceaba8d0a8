// Statistics on the whole screen: one at a time, with keys for the next, for the days and for the deck.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ebb/stats/table.hpp"

namespace ebb {

/// What is shown: places in the lists of `DashboardOptions`.
struct DashboardChoice {
  std::size_t what = 0, range = 0, deck = 0;
  bool operator==(const DashboardChoice&) const = default;
};

/// What can be shown, and how.
struct DashboardOptions {
  std::vector<std::string> whats;   ///< `summary`, `retention` …
  std::vector<std::string> ranges;  ///< `all days`, `last 30 days` …
  std::vector<std::string> decks;   ///< `all cards`, then the decks
  bool colour = true;
  bool ascii = false;               ///< no character outside ASCII in what the program itself draws
  std::function<std::vector<StatsTable>(const DashboardChoice&)> tables;  ///< reads the numbers
};

/// Shows them until the person leaves. Throws `Error` after the terminal is sane again.
void show_dashboard(const DashboardOptions& options);

}  // namespace ebb
