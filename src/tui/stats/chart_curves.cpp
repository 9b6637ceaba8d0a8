// Two curves: what was measured as a line of braille dots, what was foretold as small dots where that line is not.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tui/stats/chart_parts.hpp"

namespace ebb {
namespace {

constexpr int rows_high = 8, margin = 7, most_wide = 64;

// A field of dots, two by four a character.
class Dots {
 public:
  explicit Dots(int width) : width_(width), cells_(static_cast<std::size_t>(width) * static_cast<std::size_t>(rows_high)) {}
  void set(int x, int y) {
    static constexpr std::array<std::array<int, 2>, 4> bits{{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}};
    cells_[at(x, y)] |= bits[static_cast<std::size_t>(y % 4)][static_cast<std::size_t>(x % 2)];
  }
  int cell(int column, int row) const { return cells_[place(column, row)]; }

 private:
  std::size_t place(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(column);
  }
  std::size_t at(int x, int y) const { return place(x / 2, y / 4); }
  int width_;
  std::vector<int> cells_;
};

std::string braille(int bits) {
  const int code = 0x2800 + bits;
  return {static_cast<char>(0xe0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 63)),
          static_cast<char>(0x80 | (code & 63))};
}

// Draws one column of the table over the width, straight between its points.
Dots curve(const StatsTable& table, std::size_t column, int width, double low) {
  Dots dots(width);
  const int last = static_cast<int>(table.rows.size()) - 1;
  const auto height = [&](double percent) {
    const double share = std::clamp((percent - low) / (100 - low), 0.0, 1.0);
    return static_cast<int>(std::lround((1 - share) * (rows_high * 4 - 1)));
  };
  for (int x = 0; x < width * 2; ++x) {
    const double place = last == 0 ? 0 : static_cast<double>(x) * last / (width * 2 - 1);
    const auto left = static_cast<std::size_t>(std::floor(place)), right = std::min(left + 1, table.rows.size() - 1);
    const auto from = drawn_number(table.rows[left], column), to = drawn_number(table.rows[right], column);
    if (from && to) dots.set(x, height(*from + (*to - *from) * (place - std::floor(place))));
  }
  return dots;
}

// The lowest ten percent that both curves stay above.
double lowest(const StatsTable& table) {
  double low = 90;
  for (const auto& row : table.rows)
    for (const std::size_t column : {table.pictured, table.compared})
      if (const auto number = drawn_number(row, column)) low = std::min(low, std::floor(*number / 10) * 10);
  return low;
}

}  // namespace

std::vector<ChartLine> chart_curves(const StatsTable& table, const ChartRoom& room) {
  const int width = std::clamp(room.width - margin - 1, 10, most_wide);
  const double low = lowest(table);
  const Dots measured = curve(table, table.pictured, width, low), foretold = curve(table, table.compared, width, low);
  std::vector<ChartLine> lines;
  for (int row = 0; row < rows_high; ++row) {
    const std::string label = row == 0 ? "100 %" : row == rows_high - 1 ? fmt::format("{:.0f} %", low) : "";
    ChartLine& line = lines.emplace_back(ChartLine{{fmt::format("{:>6} ", label), Tone::dim}});
    std::string text;
    for (int column = 0; column < width; ++column) {
      if (const int bits = measured.cell(column, row)) text += room.ascii ? "*" : braille(bits);
      else text += foretold.cell(column, row) ? (room.ascii ? "." : "·") : " ";
    }
    line.push_back({text, Tone::good});
  }
  lines.push_back({{fmt::format(" {} remembered, {} foretold", room.ascii ? "*" : "⠶", room.ascii ? "." : "·"), Tone::dim}});
  return lines;
}

}  // namespace ebb
