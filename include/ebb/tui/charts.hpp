// Tables of numbers drawn with characters: for the screen and for plain output. Pure functions.
#pragma once
#include <string>
#include <vector>

#include "ebb/stats/table.hpp"

namespace ebb {

/// How a piece of a chart looks; what it says does not depend on it.
enum class Tone { plain, dim, bold, good };

/// A piece of a line in one tone.
struct ChartSpan {
  std::string text;
  Tone tone = Tone::plain;
};
/// A line of a chart.
using ChartLine = std::vector<ChartSpan>;

/// The room there is, and whether only ASCII may be drawn.
struct ChartRoom {
  int width = 80;  ///< cells, 20 and more
  bool ascii = false;
};

/// A table with its title, its picture and its numbers. No line is wider than the room.
std::vector<ChartLine> chart(const StatsTable& table, const ChartRoom& room);

/// A value for people: `1,204`, `6 min 40 s`, `86 %`, `2026-11-25`; `-` for what is not there. Text is made safe for a
/// screen.
std::string cell_text(const StatsCell& cell, StatsUnit unit);
/// A retention in a row, from its first column on: `86 % of 188 (80–90)`.
std::string retention_text(const std::vector<StatsCell>& row, std::size_t first);

/// A table's columns as people see them: the five of a retention are one.
struct SeenColumn {
  std::string title;
  std::size_t first = 0;
  bool retention = false, words = false, minor = false;
};
std::vector<SeenColumn> seen_columns(const StatsTable& table);
/// The text of such a column in a row.
std::string seen_text(const StatsTable& table, const SeenColumn& column, const std::vector<StatsCell>& row);

/// `▁▃█` of counts: one character a count, the largest full height, zero a dot.
std::string spark(const std::vector<std::int64_t>& counts, bool ascii);

}  // namespace ebb
