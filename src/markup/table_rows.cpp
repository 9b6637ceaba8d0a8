// Columns as wide as their widest cell, with a line under the head.
#include "markup/table_rows.hpp"

#include <algorithm>
#include <numeric>

#include "ebb/text/wrap.hpp"
#include "markup/piece_text.hpp"

namespace ebb {
namespace {

constexpr int between = 3;  // ` │ `
constexpr int narrowest = 3;
const Tone line_tone{false, false, true, false, Tone::Hue::none};

// Maths of several rows has no place in a cell.
Pieces flat(const Pieces& cell) {
  Pieces out = cell;
  for (Piece& piece : out)
    if (!piece.rows.empty()) {
      if (piece.text.empty())
        for (const std::string& row : piece.rows) piece.text += (piece.text.empty() ? "" : "; ") + row;
      piece.rows.clear();
    }
  return out;
}

std::vector<int> column_widths(const std::vector<std::vector<Pieces>>& rows, std::size_t columns, int width) {
  std::vector<int> widths(columns, 1);
  for (const auto& row : rows)
    for (std::size_t at = 0; at < row.size() && at < columns; ++at) widths[at] = std::max(widths[at], pieces_width(row[at]));
  const int room = width - between * (static_cast<int>(columns) - 1);
  while (std::accumulate(widths.begin(), widths.end(), 0) > room) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= narrowest) break;
    --*widest;
  }
  return widths;
}

void add_cell(Pieces& row, const Pieces& cell, int width, char side) {
  const int spare = std::max(width - pieces_width(cell), 0);
  const int before = side == 'r' ? spare : side == 'c' ? spare / 2 : 0;
  const auto blanks = [&row](int count) {
    if (count > 0) row.push_back({std::string(static_cast<std::size_t>(count), ' '), {}, {}, 0});
  };
  blanks(before);
  row.insert(row.end(), cell.begin(), cell.end());
  blanks(spare - before);
}

std::vector<Pieces> rows_of(const std::vector<Pieces>& cells, const std::vector<int>& widths, const std::string& sides, bool ascii) {
  std::vector<std::vector<Pieces>> wrapped;
  std::size_t height = 1;
  for (std::size_t at = 0; at < widths.size(); ++at) {
    wrapped.push_back(wrapped_pieces(at < cells.size() ? cells[at] : Pieces{}, widths[at]));
    height = std::max(height, wrapped.back().size());
  }
  std::vector<Pieces> out(height);
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t at = 0; at < widths.size(); ++at) {
      if (at > 0) out[line].push_back({ascii ? " | " : " │ ", line_tone, {}, 0});
      add_cell(out[line], line < wrapped[at].size() ? wrapped[at][line] : Pieces{}, widths[at], at < sides.size() ? sides[at] : 'l');
    }
    without_end_blanks(out[line]);
  }
  return out;
}

Pieces line_under(const std::vector<int>& widths, bool ascii) {
  std::string line;
  for (std::size_t at = 0; at < widths.size(); ++at) {
    if (at > 0) line += ascii ? "-+-" : "─┼─";
    for (int cell = 0; cell < widths[at]; ++cell) line += ascii ? "-" : "─";
  }
  return {{line, line_tone, {}, 0}};
}

}  // namespace

std::vector<Pieces> table_rows(const TextBlock& table, int width, bool ascii) {
  std::vector<std::vector<Pieces>> rows;
  for (const auto& row : table.cells) {
    rows.emplace_back();
    for (const Pieces& cell : row) rows.back().push_back(flat(cell));
  }
  const std::vector<int> widths = column_widths(rows, table.sides.size(), width);
  std::vector<Pieces> out;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (at == 0)
      for (Pieces& cell : rows[0])
        for (Piece& piece : cell) piece.tone.strong = true;
    for (Pieces& row : rows_of(rows[at], widths, table.sides, ascii)) out.push_back(std::move(row));
    if (at == 0) out.push_back(line_under(widths, ascii));
  }
  return out;
}

}  // namespace ebb
