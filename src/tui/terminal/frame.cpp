// Rows of styled text, measured in cells.
#include "tui/terminal/frame.hpp"

#include "ebb/text/wrap.hpp"

namespace ebb {

Row& Row::add(std::string_view text, Style style) {
  if (text.empty()) return *this;
  cells_ += ebb::cells(text);
  if (!spans_.empty() && spans_.back().style == style)
    spans_.back().text += text;
  else
    spans_.push_back({std::string(text), style});
  return *this;
}

Row& Row::to(int column) {
  if (column > cells_) add(std::string(static_cast<std::size_t>(column - cells_), ' '));
  return *this;
}

Row& Row::right(std::string_view text, int end, Style style) {
  const int start = end - ebb::cells(text);
  if (start <= cells_) return *this;
  return to(start).add(text, style);
}

Row& Row::add(const Row& more) {
  for (const Span& span : more.spans_) add(span.text, span.style);
  return *this;
}

void Row::fit(int width, bool ascii) {
  if (cells_ <= width) return;
  const std::vector<Span> all = std::move(spans_);
  spans_.clear();
  cells_ = 0;
  for (const Span& span : all) {
    const int room = width - cells_;
    const bool over = ebb::cells(span.text) > room;
    add(over ? cut(span.text, room, ascii) : span.text, span.style);
    if (over) return;
  }
}

std::string Row::text() const {
  std::string out;
  for (const Span& span : spans_) out += span.text;
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

std::string frame_text(const Frame& frame) {
  std::string out;
  for (const Row& row : frame.rows) out += row.text() + "\n";
  return out;
}

}  // namespace ebb
