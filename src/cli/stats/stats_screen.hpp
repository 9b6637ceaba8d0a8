// The dashboard of `ebb stats` on a terminal.
#pragma once
#include "cli/program/command.hpp"
#include "cli/stats/stats_ask.hpp"

namespace ebb {

// Whether there is a screen to show it on, and the person wants one.
bool may_show_dashboard(const World& world);
// Shows all statistics of the cards and days asked for.
void show_statistics(const World& world, Collection& collection, const StatsAsked& asked);

}  // namespace ebb
