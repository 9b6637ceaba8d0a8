// The pages that are about a card without being it: a leech, and a pause.
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/review/pages.hpp"

namespace ebb {
namespace {

void add_wrapped(std::vector<Row>& rows, std::string_view text, const Measures& measure, Style style) {
  for (const std::string& line : wrap(text, measure.text)) rows.emplace_back().to(measure.margin).add(line, style);
}

}  // namespace

Page leech_page(const ReviewState& state, Size size, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  Page page;
  page.header = header(state, size, looks);
  const CardFace& card = *state.leech;
  add_wrapped(page.body, "This card was forgotten " + counted(card.memory.lapses, "time") + ": a leech.", measure, bold_style);
  page.body.emplace_back();
  add_wrapped(page.body, screen_text(card.question), measure, plain_style);
  add_wrapped(page.body, screen_text(card.answer), measure, dim_style);
  page.body.emplace_back();
  add_wrapped(page.body, "Often it asks too much at once, or is like another card. Make it easier, or let it go for a while.", measure,
              plain_style);
  page.footer = {key_line({{looks.keys.name_of(Action::advance), "keep"},
                           {looks.keys.name_of(Action::edit), "edit"},
                           {looks.keys.name_of(Action::suspend), "suspend"},
                           {"r", "rest two weeks"}},
                          measure.page)};
  return page;
}

Page paused_page(Size size, const ScreenLooks& looks) {
  static_cast<void>(looks);
  const Measures measure = measures(size);
  Page page;
  page.body.emplace_back();
  page.body.emplace_back().to(measure.margin).add("Paused.", bold_style);
  page.body.emplace_back().to(measure.margin).add("No time counts, and the card is hidden.");
  page.footer = {key_line({{"any key", "go on"}}, measure.page)};
  return page;
}

}  // namespace ebb
