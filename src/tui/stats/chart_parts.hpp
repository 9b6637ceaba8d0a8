// The pictures that a chart is put together from, each in its file.
#pragma once
#include <optional>

#include "ebb/tui/charts.hpp"

namespace ebb {

// The number of a row that is drawn; nothing if it is not there.
std::optional<double> drawn_number(const std::vector<StatsCell>& row, std::size_t column);
// The row's numbers in aligned columns with a bar where there is room; below each other where there is little.
std::vector<ChartLine> chart_rows(const StatsTable& table, const ChartRoom& room);
// Many rows as one line of blocks, with its ends and its largest number.
std::vector<ChartLine> chart_spark(const StatsTable& table, const ChartRoom& room);
// A calendar: a column a week, a row a weekday.
std::vector<ChartLine> chart_heatmap(const StatsTable& table, const ChartRoom& room);
// Two curves over the rows.
std::vector<ChartLine> chart_curves(const StatsTable& table, const ChartRoom& room);

}  // namespace ebb
