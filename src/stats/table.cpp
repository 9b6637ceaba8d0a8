// Columns of a table, and the cells of a retention.
#include "ebb/stats/table.hpp"

#include <algorithm>
#include <cmath>

namespace ebb {
namespace {

StatsCell cell_of(const std::optional<double>& number) {
  return number ? StatsCell{*number} : StatsCell{};
}

}  // namespace

StatsTable& StatsTable::column(std::string column_name, std::string column_title, StatsUnit unit) {
  columns.push_back({std::move(column_name), std::move(column_title), unit, {}, false, false});
  return *this;
}

StatsTable& StatsTable::retention_columns(const std::string& group, const std::string& group_title) {
  columns.push_back({"n", group_title, StatsUnit::count, group, false, false});
  columns.push_back({"right", group_title, StatsUnit::count, group, false, false});
  columns.push_back({"percent", group_title, StatsUnit::percent, group, false, false});
  columns.push_back({"low", group_title, StatsUnit::percent, group, false, false});
  columns.push_back({"high", group_title, StatsUnit::percent, group, false, false});
  return *this;
}

StatsTable& StatsTable::minor(std::initializer_list<std::string_view> names) {
  for (StatsColumn& column : columns)
    if (std::find(names.begin(), names.end(), column.group.empty() ? column.name : column.group) != names.end()) column.minor = true;
  return *this;
}

void append(std::vector<StatsCell>& row, const Retention& share) {
  row.insert(row.end(), {StatsCell{share.n}, StatsCell{share.right}, cell_of(share.percent), cell_of(share.low), cell_of(share.high)});
}

double rounded(double number, StatsUnit unit) {
  const double places = unit == StatsUnit::percent ? 100 : 10000;
  return std::round(number * places) / places;
}

}  // namespace ebb
