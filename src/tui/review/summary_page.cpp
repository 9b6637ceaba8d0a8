// The end of a sitting: what was done, what was hard, what comes next.
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/review/pages.hpp"
#include "tui/review/summary_words.hpp"

namespace ebb {
namespace {

constexpr std::string_view all_saved = "all answers are saved";

void add_lines(std::vector<Row>& rows, const std::string& text, int width, Style style) {
  if (text.empty()) return;
  for (const std::string& line : wrap(text, width)) rows.emplace_back().to(1).add(line, style);
}

// `hardest   three ways you can produce a sparse model      below Good once`
void add_hardest(std::vector<Row>& rows, const SummaryFace& summary, const Measures& measure, bool ascii) {
  const int column = measure.wide ? 13 : 1;
  if (!measure.wide) rows.emplace_back().to(1).add("hardest, and times below Good", dim_style);
  bool first = true;
  for (const auto& [question, below_good] : summary.hardest) {
    Row& row = rows.emplace_back();
    if (first && measure.wide) row.to(measure.margin).add("hardest", dim_style);
    first = false;
    const std::string times = measure.wide ? below_good_text(below_good) : std::to_string(below_good);
    const int end = measure.page - 1;
    row.to(column).add(cut(one_line(question), end - column - cells(times) - 2, ascii));
    row.right(times, end, dim_style);
  }
}

// `marked    three ways you can produce a sparse model (wrong answer?)`
void add_listed(std::vector<Row>& rows, std::string_view name, const std::vector<std::string>& texts, const Measures& measure,
                bool ascii) {
  const int column = measure.wide ? 13 : 10;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    Row& row = rows.emplace_back();
    if (at == 0) row.to(measure.wide ? measure.margin : 1).add(name, dim_style);
    row.to(column).add(cut(one_line(texts[at]), measure.page - 1 - column, ascii));
  }
}

// `next      7 cards tomorrow, about 2 minutes`, the time only where there is room.
void add_next(std::vector<Row>& rows, const ReviewState& state, const Measures& measure) {
  const SummaryFace& summary = state.summary;
  const double ms = state.seconds_per_answer * summary.next_cards * 1000;
  const std::string time = ", " + about_time(Millis(static_cast<Millis::rep>(ms)));
  Row& row = rows.emplace_back();
  row.to(measure.wide ? measure.margin : 1).add("next", dim_style);
  row.to(measure.wide ? 13 : 10).add(next_text(summary, state.day));
  if (summary.next_cards > 0 && row.cells() + cells(time) < measure.page) row.add(time);
}

void add_numbers(std::vector<Row>& rows, const SessionSummary& numbers, const Measures& measure) {
  const std::string done = done_text(numbers), remembered = remembered_text(numbers);
  if (measure.wide && 1 + cells(done) + 3 + cells(remembered) < measure.page) {
    rows.emplace_back().to(1).add(done, bold_style).add("   ").add(remembered);
    return;
  }
  add_lines(rows, done, measure.page - 2, bold_style);
  add_lines(rows, remembered, measure.page - 2, plain_style);
}

Row summary_keys(const ReviewState& state, const Measures& measure, const ScreenLooks& looks) {
  const int more = state.summary.new_left;
  const std::string new_cards = more < 10 ? std::to_string(more) + " more new" : "ten more new";
  const auto name = [&looks](Action action) { return looks.keys.name_of(action); };
  Row keys = key_line({{name(Action::quit), "done"},
                       {name(Action::advance), "back to the cards", state.summary.left > 0},
                       {name(Action::more_new), new_cards, more > 0 && !state.practice},
                       {name(Action::cram), "cram these", state.summary.numbers.cards > 0 && state.summary.left == 0},
                       {name(Action::ahead), "ahead", state.summary.left == 0 && !state.practice && state.summary.next_day.has_value()},
                       {name(Action::undo), "undo", state.can_undo}},
                      measure.page);
  return keys.right(all_saved, measure.page - 1, dim_style);
}

}  // namespace

Page summary_page(const ReviewState& state, Size size, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  Page page;
  add_numbers(page.body, state.summary.numbers, measure);
  add_lines(page.body, still_due_text(state.summary), measure.page - 2, plain_style);
  if (measure.roomy) page.body.emplace_back();
  if (!state.summary.hardest.empty()) add_hardest(page.body, state.summary, measure, looks.ascii);
  add_listed(page.body, "marked", state.summary.marked, measure, looks.ascii);
  if (!state.summary.marked.empty()) page.body.emplace_back().to(measure.wide ? 13 : 10).add("ebb edit is:marked opens them", dim_style);
  if (!state.practice) add_next(page.body, state, measure);
  for (const std::string& line : state.summary.coach) {
    page.body.emplace_back();
    add_lines(page.body, line, measure.page - 2, plain_style);
  }
  page.footer = {summary_keys(state, measure, looks)};
  return page;
}

}  // namespace ebb
