// The keys, all of them; and the page of plain lines that `w` and `i` open.
#include <algorithm>

#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/review/pages.hpp"
#include "tui/terminal/glyphs.hpp"
#include "tui/terminal/keymap.hpp"

namespace ebb {
namespace {

std::string_view grades_help(int grades) {
  if (grades == 2) return "Again and Good, once the answer is shown";
  if (grades == 6) return "Wozniak's 0 to 5: below 3 is a failure";
  return "Again, Hard, Good, Easy, once the answer is shown";
}

std::string grades_keys(const ScreenLooks& looks) {
  if (looks.grades != 4) return looks.grades == 2 ? "1 2" : "0 1 2 3 4 5";
  std::string keys;
  for (int digit = 1; digit <= 4; ++digit) keys += (digit > 1 ? " " : "") + looks.keys.name_of_grade(digit);
  return keys;
}

void add_key(std::vector<Row>& rows, std::string_view keys, std::string_view does, const Measures& measure) {
  const int column = measure.wide ? 17 : 14;
  bool first = true;
  for (const std::string& line : wrap(does, std::max(measure.page - column - 1, 8))) {
    Row& row = rows.emplace_back();
    if (first) row.to(1).add(keys, bold_style);
    row.to(column).add(line);
    first = false;
  }
}

Row closing_line(const Measures& measure, const ScreenLooks& looks) {
  return key_line({{"any key", "back"}, {looks.keys.name_of(Action::line_down) + " " + looks.keys.name_of(Action::line_up), "scroll"}},
                  measure.page);
}

}  // namespace

Page help_page(Size size, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  Page page;
  page.header = {Row{}.to(1).add("Keys", bold_style)};
  if (measure.roomy) page.header.emplace_back();
  add_key(page.body, grades_keys(looks), grades_help(looks.grades), measure);
  for (const KeyHelp& key : looks.keys.help()) add_key(page.body, key.keys, key.does, measure);
  page.footer = {closing_line(measure, looks)};
  return page;
}

Page lines_page(const ReviewState& state, Size size, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  Page page;
  page.header = header(state, size, looks);
  for (const std::string& line : state.lines) {
    const std::string safe = screen_text(looks.ascii ? spelt_in_ascii(line) : line);
    for (const std::string& piece : wrap(safe, std::max(measure.page - 2, 1)))
      page.body.emplace_back().to(1).add(piece);
  }
  page.footer = {closing_line(measure, looks)};
  return page;
}

}  // namespace ebb
