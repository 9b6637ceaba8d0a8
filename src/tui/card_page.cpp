// The card: the question, and under it the answer. What is asked stays above what is answered.
#include <algorithm>

#include "ebb/markup/card_text.hpp"
#include "tui/glyphs.hpp"
#include "tui/pages.hpp"
#include "tui/text_style.hpp"

namespace ebb {
namespace {

void add_text(Page& page, std::string_view text, const ReviewState& state, const Measures& measure, const ScreenLooks& looks) {
  const std::vector<TextBlock> blocks = card_text(text, {looks.ascii, state.source});
  page.over = std::max(page.over, fixed_width(blocks) - measure.text);
  for (const Pieces& line : text_rows(blocks, measure.text, state.shift, looks.ascii)) {
    Row& row = page.body.emplace_back().to(line.empty() ? 0 : measure.margin);
    for (const Piece& piece : line) row.add(piece.text, style_of(piece.tone));
  }
}

std::vector<Row> question_keys(const ReviewState& state, const Measures& measure, const ScreenLooks& looks) {
  const bool room_for_all = measure.page >= 76;
  const auto name = [&looks](Action action) { return looks.keys.name_of(action); };
  return {key_line({{name(Action::advance), "answer"},
                    {name(Action::undo), "undo", state.can_undo},
                    {name(Action::suspend), "suspend", room_for_all},
                    {name(Action::bury), "bury", room_for_all},
                    {name(Action::skip), "skip", room_for_all},
                    {name(Action::help), "keys"},
                    {name(Action::quit), "finish"}},
                   measure.page)};
}

}  // namespace

Page card_page(const ReviewState& state, Size size, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  Page page;
  page.header = header(state, size, looks);
  add_text(page, state.card.question, state, measure, looks);
  if (!state.revealed) {
    page.footer = question_keys(state, measure, looks);
    return page;
  }
  // A long question moves up so that its end and the answer's beginning are seen together.
  page.start = std::max(static_cast<int>(page.body.size()) - std::max(size.height / 4, 1), 0);
  page.body.emplace_back().to(measure.margin).add(glyphs(looks.ascii).rule, dim_style);
  if (state.card.answer.empty())
    page.body.emplace_back().to(measure.margin).add("(no answer)", dim_style);
  else
    add_text(page, state.card.answer, state, measure, looks);
  page.footer = grade_bar(state, size, looks);
  return page;
}

}  // namespace ebb
