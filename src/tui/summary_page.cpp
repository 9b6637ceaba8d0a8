// The end of a sitting: what was done, what was hard, what comes tomorrow.
#include <cmath>

#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/pages.hpp"

namespace ebb {
namespace {

constexpr std::string_view all_saved = "all answers are saved";

std::string done_text(const SessionSummary& numbers) {
  if (numbers.cards == 0) return "Done: no card was answered.";
  const std::string time = numbers.took_ms > 0 ? " in " + duration_text(Millis(numbers.took_ms)) : "";
  return "Done: " + counted(numbers.cards, "card") + time + ".";
}

std::string right_text(const SessionSummary& numbers) {
  const long percent = std::lround(100.0 * numbers.right_first / numbers.cards);
  return std::to_string(numbers.right_first) + " right the first time (" + std::to_string(percent) + " %), " +
         std::to_string(numbers.drilled) + " drilled.";
}

std::string left_text(int left) {
  return counted(left, "answer") + " not given yet: " + (left == 1 ? "it stays" : "they stay") + " due today.";
}

void add_lines(std::vector<Row>& rows, const std::string& text, int width, Style style) {
  for (const std::string& line : wrap(text, width)) rows.emplace_back().to(1).add(line, style);
}

// `hardest   three ways you can produce a sparse model      1 again`
void add_hardest(std::vector<Row>& rows, const SummaryFace& summary, const Measures& measure, bool ascii) {
  const int column = measure.wide ? 13 : 1;
  if (!measure.wide) rows.emplace_back().to(1).add("hardest", dim_style);
  bool first = true;
  for (const auto& [question, agains] : summary.hardest) {
    Row& row = rows.emplace_back();
    if (first && measure.wide) row.to(measure.margin).add("hardest", dim_style);
    first = false;
    const std::string again = std::to_string(agains) + " again";
    const int end = measure.page - 1;
    row.to(column).add(cut(one_line(question), end - column - cells(again) - 2, ascii));
    row.right(again, end, dim_style);
  }
}

void add_tomorrow(std::vector<Row>& rows, const ReviewState& state, const Measures& measure) {
  const int cards = state.summary.tomorrow;
  const double ms = state.seconds_per_answer * cards * 1000;
  const std::string text =
      cards == 0 ? "nothing due" : counted(cards, "card") + ", " + about_time(Millis(static_cast<Millis::rep>(ms)));
  Row& row = rows.emplace_back();
  row.to(measure.wide ? measure.margin : 1).add("tomorrow", dim_style);
  row.to(measure.wide ? 13 : 10).add(text);
}

}  // namespace

Page summary_page(const ReviewState& state, Size size, const Looks& looks) {
  const Measures measure = measures(size);
  const SessionSummary& numbers = state.summary.numbers;
  const int width = measure.page - 2;
  Page page;
  const std::string done = done_text(numbers);
  const std::string right = numbers.cards > 0 ? right_text(numbers) : "";
  if (measure.wide && numbers.cards > 0) {
    page.body.emplace_back().to(1).add(done, bold_style).add("   " + right);
  } else {
    add_lines(page.body, done, width, bold_style);
    if (!right.empty()) add_lines(page.body, right, width, plain_style);
  }
  if (state.summary.left > 0) add_lines(page.body, left_text(state.summary.left), width, plain_style);
  if (measure.roomy) page.body.emplace_back();
  if (!state.summary.hardest.empty()) add_hardest(page.body, state.summary, measure, looks.ascii);
  add_tomorrow(page.body, state, measure);
  Row keys = key_line({{"q", "done"},
                       {"Space", "back to the cards", state.summary.left > 0},
                       {"n", "ten more new"},
                       {"u", "undo", state.can_undo}},
                      measure.page);
  keys.right(all_saved, measure.page - 1, dim_style);
  page.footer = {keys};
  return page;
}

}  // namespace ebb
