// Statistics written: JSON, CSV, TSV, Markdown, and charts for people.
#pragma once
#include <string>
#include <vector>

#include "cli/program/json_out.hpp"
#include "cli/program/looks.hpp"
#include "cli/stats/stats_what.hpp"

namespace ebb {

// A table as an array of objects, or one object where it has only totals.
std::string table_json(const StatsTable& table);
// `{"schema":1,"what":…,"filter":…,"range":…,"by":…}` and a member a table.
JsonObject stats_json(const StatsWhat& what, StatsSource& source, const std::vector<StatsTable>& tables);
// One table; `separator` is a comma or a tab.
std::string separated(const StatsTable& table, char separator);
// Every table under a heading.
std::string markdown(const std::vector<StatsTable>& tables);
// Every table as a chart.
std::string charts_text(const std::vector<StatsTable>& tables, const Looks& looks);

}  // namespace ebb
