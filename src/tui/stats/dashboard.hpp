// The dashboard as a state that keys change and a frame that shows it. No terminal here.
#pragma once
#include <string>
#include <vector>

#include "ebb/tui/charts.hpp"
#include "ebb/tui/dashboard.hpp"
#include "tui/terminal/frame.hpp"
#include "tui/terminal/key.hpp"

namespace ebb {

/// All that the screen shows.
struct DashboardState {
  DashboardChoice choice;
  std::vector<StatsTable> tables;  // of the choice
  int first = 0;                   // line that is on top
  bool help = false;
};

/// Draws the state. `first` beyond the end shows the last page.
Frame dashboard_frame(const DashboardState& state, const DashboardOptions& options, Size size);
/// How far a state can be scrolled at this size.
int most_scrolled(const DashboardState& state, const DashboardOptions& options, Size size);

/// What a key did.
enum class DashboardStep { nothing, shown, chosen, left, redraw };
/// Takes a key. After `chosen` the tables are to be read anew.
DashboardStep press(DashboardState& state, const DashboardOptions& options, Size size, const Key& key);

}  // namespace ebb
