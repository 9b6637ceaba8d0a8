// Divides the screen and draws the scroll mark and the notice.
#include "tui/review/layout.hpp"

#include <algorithm>

#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/terminal/glyphs.hpp"

namespace ebb {
namespace {

constexpr int widest_page = 80;

Row scroll_mark(const Scrolling& scrolling, const Measures& measures, bool ascii) {
  const Glyphs marks = glyphs(ascii);
  std::string text(scrolling.end_seen() ? marks.more_above : marks.more_below);
  if (measures.wide) {
    text += scrolling.end_seen() ? " end" : " more";
  } else {
    const int view = std::max(scrolling.view, 1);
    const int pages = (scrolling.rows + view - 1) / view;
    const int page = scrolling.end_seen() ? pages : std::min(pages - 1, scrolling.first / view + 1);
    text += " " + std::to_string(page) + "/" + std::to_string(pages);
  }
  Row row;
  row.right(text, measures.page - 1, dim_style);
  return row;
}

// The notice wraps over as many rows as it needs, at most half the screen, and leaves the rest of the page seen.
std::vector<Row> notice_rows(const Notice& notice, Size size, const Measures& measures, bool ascii) {
  std::vector<std::string> lines = wrap(screen_text(notice.text), std::max(measures.page - 2, 1));
  const auto most = static_cast<std::size_t>(std::max(size.height / 2, 1));
  if (lines.size() > most) lines.resize(most);
  const Style style = notice.failed ? Style{true, false, Colour::red, false, false} : plain_style;
  std::vector<Row> rows;
  for (const std::string& line : lines) rows.emplace_back().to(1).add(ascii ? spelt_in_ascii(line) : line, style);
  return rows;
}

// A line that is being typed: its end is seen, with a block where the next character goes.
Row prompt_row(const std::string& text, const Measures& measures, bool ascii) {
  std::string shown = screen_text(text);
  const std::string label = "Note: ";
  while (cells(label) + cells(shown) + 2 > measures.page && !shown.empty()) {
    shown.erase(0, 1);
    while (!shown.empty() && (static_cast<unsigned char>(shown[0]) & 0xC0U) == 0x80U) shown.erase(0, 1);
  }
  return Row{}.to(1).add(label, bold_style).add(shown).add(ascii ? "_" : "▏");
}

Row banner_row(const std::string& text, const Measures& measures, bool ascii) {
  return Row{}.to(1).add(cut(one_line(text), measures.page - 2, ascii), bold_style);
}

// On the rows above the keys, so that the keys stay in sight; where there is no room, over the keys.
void put_notice(std::vector<Row>& footer, std::vector<Row> notice, int spare) {
  if (static_cast<int>(footer.size() + notice.size()) > spare) {
    if (static_cast<int>(notice.size()) > spare) notice.resize(static_cast<std::size_t>(spare));
    const std::size_t covered = std::min(footer.size(), notice.size());
    footer.erase(footer.end() - static_cast<std::ptrdiff_t>(covered), footer.end());
    footer.insert(footer.end(), notice.begin(), notice.end());
    return;
  }
  footer.insert(footer.begin(), notice.begin(), notice.end());
}

void add_body(Frame& frame, const Page& page, Scrolling& scrolling, int room, const Measures& measures, bool ascii) {
  const bool scrolls = scrolling.rows > room;
  scrolling.view = scrolls ? room - 1 : room;
  scrolling.first = std::clamp(scrolling.first, 0, scrolling.last_first());
  for (int at = 0; at < scrolling.view; ++at) {
    const int number = scrolling.first + at;
    frame.rows.push_back(number < scrolling.rows ? page.body[static_cast<std::size_t>(number)] : Row{});
  }
  if (scrolls) frame.rows.push_back(scroll_mark(scrolling, measures, ascii));
}

}  // namespace

Measures measures(Size size) {
  Measures out;
  out.page = std::min(size.width, widest_page);
  out.wide = out.page >= 60;
  out.roomy = out.wide && size.height >= 16;
  out.margin = out.wide ? 3 : 1;
  out.text = std::max(out.page - 2 * out.margin, 1);
  return out;
}

bool too_small(Size size) {
  return size.width < 16 || size.height < 4;
}

Rendered lay_out(Page page, Size size, const ReviewState& state, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  Rendered out;
  out.frame.size = size;
  out.over = page.over;
  // Two rows of body at least: a card that cannot be read must not push its keys out of sight, nor they it.
  const int spare = std::max(size.height - static_cast<int>(page.header.size()) - 2, 1);
  if (static_cast<int>(page.footer.size()) > spare) page.footer.resize(static_cast<std::size_t>(spare));
  if (state.notice) put_notice(page.footer, notice_rows(*state.notice, size, measure, looks.ascii), spare);
  if (state.typing) put_notice(page.footer, {prompt_row(*state.typing, measure, looks.ascii)}, spare);
  if (state.banner) put_notice(page.footer, {banner_row(*state.banner, measure, looks.ascii)}, spare);
  const int room = size.height - static_cast<int>(page.header.size() + page.footer.size());
  out.scrolling.rows = static_cast<int>(page.body.size());
  out.scrolling.first = state.scroll.value_or(page.start);
  out.frame.rows = page.header;
  add_body(out.frame, page, out.scrolling, room, measure, looks.ascii);
  out.frame.rows.insert(out.frame.rows.end(), page.footer.begin(), page.footer.end());
  for (Row& row : out.frame.rows) row.fit(size.width, looks.ascii);
  return out;
}

}  // namespace ebb
