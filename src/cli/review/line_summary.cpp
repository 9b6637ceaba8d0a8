// The end of a sitting in lines.
#include <fmt/format.h>

#include "cli/review/line_words.hpp"
#include "cli/review/review_faces.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

struct NextDay {
  Day day;
  int cards = 0;
};

// While cards are due, `counts` does not look for the day after today.
std::optional<NextDay> next_day(Study& study, const Counts& now) {
  constexpr int days_looked_ahead = 366;
  if (now.next_day && now.next_cards > 0) return NextDay{*now.next_day, now.next_cards};
  const Day today = study.today().day;
  const std::vector<int> cards = forecast(study.collection(), today, days_looked_ahead);
  for (std::size_t ahead = 1; ahead < cards.size(); ++ahead)
    if (cards[ahead] > 0) return NextDay{today + std::chrono::days{static_cast<int>(ahead)}, cards[ahead]};
  return {};
}

std::string next_line(Study& study, const Counts& now) {
  const auto next = next_day(study, now);
  if (!next) return "Next: no card is scheduled after today.";
  const bool tomorrow = next->day - study.today().day == std::chrono::days{1};
  const Millis time{static_cast<std::int64_t>(next->cards * study.seconds_per_answer() * 1000)};
  return fmt::format("Next: {} {}, {}.", counted(next->cards, "card"),
                     tomorrow ? "tomorrow" : "on " + iso_date(next->day), about_time(time));
}

}  // namespace

Tomorrow tomorrow(Study& study) {
  const std::vector<int> days = forecast(study.collection(), study.today().day, 2);
  const int cards = days.size() > 1 ? days[1] : 0;
  return {cards, Millis{static_cast<std::int64_t>(cards * study.seconds_per_answer() * 1000)}};
}

std::vector<std::string> summary_lines(Study& study, const std::string& ebb) {
  const SessionSummary summary = study.summary();
  std::vector<std::string> lines;
  if (summary.cards == 0) {
    // Who looked at one card and left gets the shell back at once: nothing is counted.
    lines.push_back("Nothing was graded.");
    if (const int left = study.progress().left; left > 0)
      lines.push_back(fmt::format("{} left: {} review", with_commas(left), ebb));
    return lines;
  }
  const std::string time = summary.took_ms > 0 ? " in " + duration_text(Millis{summary.took_ms}) : "";
  lines.push_back(fmt::format("Done: {}{}. {} remembered the first time ({} %), {} drilled.",
                              counted(summary.cards, "card"), time, summary.right_first,
                              (summary.right_first * 100 + summary.cards / 2) / summary.cards, summary.drilled));
  for (const auto& hard : summary.hardest)
    if (const auto card = find_card(study.collection(), hard.card, study.today()))
      lines.push_back(fmt::format("Hardest: {} (below Good {})", cut(one_line(card->question), 60, true),
                                  hard.agains == 1 ? "once" : fmt::format("{} times", hard.agains)));
  for (const CardId marked : summary.marked)
    if (const auto card = find_card(study.collection(), marked, study.today()); card && card->marked)
      lines.push_back(fmt::format("Marked: {}{}", cut(one_line(card->question), 60, true),
                                  card->mark_note.empty() ? "" : " (" + one_line(card->mark_note) + ")"));
  if (!summary.marked.empty()) lines.push_back(fmt::format("To edit what is marked: {} edit is:marked", ebb));
  if (summary.answers > 0) lines.push_back("All answers are saved.");
  if (study.cramming()) return lines;
  const Counts now = counts(study.collection(), {}, study.today(), study.options().rules);
  if (const int due = now.due + now.fresh + now.drill; due > 0)
    lines.push_back(fmt::format("{} still due today: {} review", with_commas(due), ebb));
  lines.push_back(next_line(study, now));
  return lines;
}

}  // namespace ebb
