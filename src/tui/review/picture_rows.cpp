// Reads the output of chafa: text, SGR sequences, and what is dropped.
#include "tui/review/picture_rows.hpp"

#include <algorithm>
#include <charconv>

#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::vector<int> numbers_of(std::string_view list) {
  std::vector<int> out;
  while (out.size() < 32) {
    const std::size_t end = std::min(list.find(';'), list.size());
    int number = 0;
    if (end > 0 && std::from_chars(list.data(), list.data() + end, number).ptr != list.data() + end) return {};
    out.push_back(number);
    if (end == list.size()) break;
    list.remove_prefix(end + 1);
  }
  return out;
}

bool in_palette(int number) {
  return number >= 0 && number < 256;
}

void apply_sgr(Style& style, std::string_view list) {
  const std::vector<int> codes = numbers_of(list);
  for (std::size_t at = 0; at < codes.size(); ++at) {
    const int code = codes[at];
    if (code == 0) style = {};
    if (code == 1) style.bold = true;
    if (code == 7) style.inverse = true;
    if (code == 27) style.inverse = false;
    if (code == 39) style.ink = -1;
    if (code == 49) style.ground = -1;
    if (code != 38 && code != 48) continue;
    if (at + 2 >= codes.size() || codes[at + 1] != 5 || !in_palette(codes[at + 2])) return;
    (code == 38 ? style.ink : style.ground) = codes[at + 2];
    at += 2;
  }
}

// Where a control sequence that begins at `at` (after ESC [) ends: the place of its last byte.
std::size_t final_byte(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] < '@' || text[at] > '~')) ++at;
  return at;
}

// Where a string for the terminal (a title, a link) is over: after BEL or ESC \.
std::size_t after_string(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("\x07\x1b", at);
  if (end == std::string_view::npos) return text.size();
  return text[end] == '\x07' || end + 1 >= text.size() ? end + 1 : end + 2;
}

class PictureReader {
 public:
  explicit PictureReader(Size room) : room_(room) {}

  std::vector<Row> read(std::string_view drawn) {
    for (std::size_t at = 0; at < drawn.size() && !full_;) at = step(drawn, at);
    flush();
    if (row_.cells() > 0) end_row();
    for (Row& row : rows_) row.fit(room_.width, false);
    return std::move(rows_);
  }

 private:
  std::size_t step(std::string_view drawn, std::size_t at) {
    if (drawn[at] == '\n') {
      flush();
      end_row();
      return at + 1;
    }
    if (drawn[at] != '\x1b') {
      const std::size_t end = std::min(drawn.find_first_of("\x1b\n", at), drawn.size());
      text_ += drawn.substr(at, end - at);
      return end;
    }
    if (at + 1 < drawn.size() && std::string_view("]P_^X").find(drawn[at + 1]) != std::string_view::npos)
      return after_string(drawn, at + 2);
    if (at + 1 >= drawn.size() || drawn[at + 1] != '[') return at + 1;
    const std::size_t last = final_byte(drawn, at + 2);
    if (last >= drawn.size()) return drawn.size();
    if (drawn[last] == 'm') {
      flush();
      apply_sgr(style_, drawn.substr(at + 2, last - at - 2));
    }
    return last + 1;
  }

  void flush() {
    if (!text_.empty()) row_.add(screen_text(text_), style_);
    text_.clear();
  }

  void end_row() {
    full_ = static_cast<int>(rows_.size()) >= room_.height;
    if (!full_) rows_.push_back(row_);
    row_ = {};
  }

  Size room_;
  std::vector<Row> rows_;
  Row row_;
  Style style_;
  std::string text_;
  bool full_ = false;
};

}  // namespace

std::vector<Row> picture_rows(std::string_view drawn, Size room) {
  return PictureReader(room).read(drawn);
}

}  // namespace ebb
