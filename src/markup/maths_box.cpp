// Boxes beside and above each other.
#include "markup/maths_box.hpp"

#include <algorithm>
#include <array>

#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

void add_rows_above(Box& box, int count) {
  if (count <= 0) return;
  box.rows.insert(box.rows.begin(), static_cast<std::size_t>(count), blanks(box.width));
  box.base += count;
}

void add_rows_below(Box& box, int count) {
  if (count > 0) box.rows.insert(box.rows.end(), static_cast<std::size_t>(count), blanks(box.width));
}

// The pieces of a tall delimiter: top, middle, bottom, what fills between; and the form for two rows.
struct Pieces {
  std::string_view one, top, middle, bottom, fill, upper, lower;
};
constexpr std::array<Pieces, 12> tall = {{
    {"(", "⎛", "⎜", "⎝", "⎜", "⎛", "⎝"},
    {")", "⎞", "⎟", "⎠", "⎟", "⎞", "⎠"},
    {"[", "⎡", "⎢", "⎣", "⎢", "⎡", "⎣"},
    {"]", "⎤", "⎥", "⎦", "⎥", "⎤", "⎦"},
    {"{", "⎧", "⎨", "⎩", "⎪", "⎰", "⎱"},
    {"}", "⎫", "⎬", "⎭", "⎪", "⎱", "⎰"},
    {"|", "│", "│", "│", "│", "│", "│"},
    {"‖", "║", "║", "║", "║", "║", "║"},
    {"⌈", "⎡", "⎢", "⎢", "⎢", "⎡", "⎢"},
    {"⌉", "⎤", "⎥", "⎥", "⎥", "⎤", "⎥"},
    {"⌊", "⎢", "⎢", "⎣", "⎢", "⎢", "⎣"},
    {"⌋", "⎥", "⎥", "⎦", "⎥", "⎥", "⎦"},
}};

std::string_view piece_at(const Pieces& pieces, int row, int height) {
  if (height == 2) return row == 0 ? pieces.upper : pieces.lower;
  if (row == 0) return pieces.top;
  if (row == height - 1) return pieces.bottom;
  return row == height / 2 ? pieces.middle : pieces.fill;
}

}  // namespace

Box text_box(std::string_view text) {
  Box box;
  box.rows[0] = text;
  box.width = cells(text);
  return box;
}

void append_box(Box& left, const Box& right) {
  if (right.flat() && left.flat()) {
    left.rows[0] += right.rows[0];
    left.width += right.width;
    return;
  }
  Box other = right;
  add_rows_above(left, other.base - left.base);
  add_rows_above(other, left.base - other.base);
  add_rows_below(left, other.height() - left.height());
  add_rows_below(other, left.height() - other.height());
  for (std::size_t row = 0; row < left.rows.size(); ++row) left.rows[row] += other.rows[row];
  left.width += other.width;
}

Box padded(Box box, int width, Side side) {
  const int spare = width - box.width;
  if (spare <= 0) return box;
  const int before = side == Side::left ? 0 : side == Side::right ? spare : spare / 2;
  for (std::string& row : box.rows) row = blanks(before) + row + blanks(spare - before);
  box.width = width;
  return box;
}

Box stacked(const std::vector<Box>& boxes, std::size_t main) {
  Box out;
  out.rows.clear();
  for (const Box& box : boxes) out.width = std::max(out.width, box.width);
  for (std::size_t at = 0; at < boxes.size(); ++at) {
    if (at == main) out.base = out.height() + boxes[at].base;
    const Box wide = padded(boxes[at], out.width, Side::centre);
    out.rows.insert(out.rows.end(), wide.rows.begin(), wide.rows.end());
  }
  return out;
}

Box fraction_box(const Box& top, const Box& bottom) {
  // The line of a fraction within a fraction is the shorter one.
  const int width = std::max({top.width, bottom.width, 1}) + (top.flat() && bottom.flat() ? 0 : 2);
  Box line;
  line.rows[0].clear();
  for (int cell = 0; cell < width; ++cell) line.rows[0] += "─";
  line.width = width;
  return stacked({top, line, bottom}, 1);
}

Box fence_box(std::string_view delimiter, const Box& beside) {
  if (delimiter.empty() || delimiter == ".") return Box{};
  const auto* const pieces =
      std::find_if(tall.begin(), tall.end(), [&](const Pieces& known) { return known.one == delimiter; });
  if (beside.flat() || pieces == tall.end()) return text_box(delimiter);
  Box box;
  box.rows.clear();
  for (int row = 0; row < beside.height(); ++row) box.rows.emplace_back(piece_at(*pieces, row, beside.height()));
  box.base = beside.base;
  box.width = 1;
  return box;
}

}  // namespace ebb
