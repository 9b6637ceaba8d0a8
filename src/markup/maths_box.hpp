// A rectangle of characters with a base line: what maths is put together from.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

// Rows are all `width` cells wide.
struct Box {
  std::vector<std::string> rows{std::string()};
  int base = 0, width = 0;
  bool flat() const { return rows.size() == 1; }
  int height() const { return static_cast<int>(rows.size()); }
};

enum class Side { left, centre, right };

Box text_box(std::string_view text);
// Puts `right` beside `left`, base line on base line.
void append_box(Box& left, const Box& right);
// Blanks around it up to a width.
Box padded(Box box, int width, Side side);
// Boxes under each other, centred, the base line that of the box `main`.
Box stacked(const std::vector<Box>& boxes, std::size_t main);
// A fraction with a line between, which is the base line.
Box fraction_box(const Box& top, const Box& bottom);
// A delimiter as tall as the box: `(`, `[`, `{`, `|`, `‖`, `⌈`, `⌊`, `⟨` and their closing forms; empty for `.`.
Box fence_box(std::string_view delimiter, const Box& beside);

}  // namespace ebb
