// A table of numbers: what every statistic is, whatever it is written as. Each output takes its numbers from here, so
// that a number is the same everywhere.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ebb/stats/stats.hpp"

namespace ebb {

/// What a number is, and with it how it is written.
enum class StatsUnit {
  text,     ///< words: a deck, a band
  name,     ///< a word of the program: `7_days`; people see `7 days`
  id,       ///< a card; people see the first eight digits
  day,      ///< a study day
  month,    ///< its first day; people see `2026-11`
  count,    ///< a whole number
  ms,       ///< a time in milliseconds
  percent,  ///< 0..100, to two decimals
  real,     ///< any other number, to four decimals; people see one
  fine,     ///< the same; people see all four
};

/// One value of a row; nothing: it is not there, as a share of no answers.
using StatsCell = std::variant<std::monostate, bool, std::int64_t, double, std::string, Day>;

/// One column.
struct StatsColumn {
  std::string name;   ///< as in JSON and CSV: `time_ms`
  std::string title;  ///< for people: `time`
  StatsUnit unit = StatsUnit::count;
  std::string group;  ///< columns that are one thing, a retention: an object in JSON, one column for people
  bool quiet = false;  ///< people do not see it
  bool minor = false;  ///< people do not see it where there is little room
};

/// How a table is best seen.
enum class ChartKind {
  none,
  bars,     ///< a bar a row, as long as `pictured`
  line,     ///< a row is a day or a time: its height is `pictured`
  heatmap,  ///< a row is a day: a calendar with a column a week
  curves,   ///< two lines, `pictured` and `compared`, over the rows
};

/// A table with its picture.
struct StatsTable {
  std::string name;   ///< its member in JSON: `bands`
  std::string title;  ///< for people
  std::string about;  ///< a sentence: what is counted
  std::vector<StatsColumn> columns = {};
  std::vector<std::vector<StatsCell>> rows = {};
  ChartKind kind = ChartKind::none;
  std::size_t pictured = 1, compared = 1;  ///< columns
  bool single = false;                     ///< one row of several totals: an object in JSON, not a list
  bool brief = false;                      ///< people see the picture only

  /// Adds a column.
  StatsTable& column(std::string column_name, std::string column_title, StatsUnit unit = StatsUnit::count);
  /// Marks the columns of these names, or of these groups, as minor.
  StatsTable& minor(std::initializer_list<std::string_view> names);
  /// Adds the five columns of a retention: n, right, percent, low and high.
  StatsTable& retention_columns(const std::string& group, const std::string& group_title);
};

/// Appends the five cells of a retention.
void append(std::vector<StatsCell>& row, const Retention& share);
/// A number of a column as every output has it: percentages to two decimals, others to four.
double rounded(double number, StatsUnit unit);

}  // namespace ebb
