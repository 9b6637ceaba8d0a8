// Numbers of the end in words.
#include "tui/review/summary_words.hpp"

#include <cmath>

#include "ebb/core/words.hpp"

namespace ebb {
namespace {

std::string percent_remembered(const SessionSummary& numbers) {
  return std::to_string(std::lround(100.0 * numbers.right_first / numbers.cards)) + " %";
}

}  // namespace

std::string opening_text(const std::optional<Resumed>& resumed, const std::optional<PlannedTime>& planned) {
  std::string text;
  if (resumed) text = "Resumed, " + with_commas(resumed->done) + " of " + with_commas(resumed->of) + ".";
  if (!planned || planned->cards == 0) return text;
  if (planned->cards == planned->of) return text + (text.empty() ? "" : " ") + "All fit: " + about_time(planned->time) + ".";
  return text + (text.empty() ? "" : " ") + with_commas(planned->cards) + " of " + counted(planned->of, "card") + " fit, " +
         about_time(planned->time) + ": those that would lose most by waiting.";
}

std::string done_text(const SessionSummary& numbers) {
  if (numbers.cards == 0) return "Done: no card was answered.";
  const std::string time = numbers.took_ms > 0 ? " in " + duration_text(Millis(numbers.took_ms)) : "";
  return "Done: " + counted(numbers.cards, "card") + time + ".";
}

std::string remembered_text(const SessionSummary& numbers) {
  if (numbers.cards == 0) return "";
  return std::to_string(numbers.right_first) + " remembered the first time (" + percent_remembered(numbers) + "), " +
         std::to_string(numbers.drilled) + " drilled.";
}

std::string still_due_text(const SummaryFace& summary) {
  return summary.still_due > 0 ? with_commas(summary.still_due) + " still due today." : "";
}

std::string below_good_text(int answers) {
  if (answers == 1) return "below Good once";
  if (answers == 2) return "below Good twice";
  return "below Good " + std::to_string(answers) + " times";
}

std::string next_text(const SummaryFace& summary, Day today) {
  if (!summary.next_day || summary.next_cards == 0) return "nothing";
  const bool tomorrow = *summary.next_day - today == std::chrono::days{1};
  return counted(summary.next_cards, "card") + (tomorrow ? " tomorrow" : " on " + iso_date(*summary.next_day));
}

std::string finished_line(const SummaryFace& summary, Day today) {
  const SessionSummary& numbers = summary.numbers;
  std::string line = numbers.cards == 0
                         ? "No card was answered."
                         : counted(numbers.cards, "card") + ", " + percent_remembered(numbers) + " remembered.";
  if (const std::string due = still_due_text(summary); !due.empty()) line += " " + due;
  return line + " Next: " + next_text(summary, today) + ".";
}

std::string stopped_line(int answers) {
  if (answers == 0) return "Stopped. No card was answered.";
  return "Stopped. " + counted(answers, "answer") + (answers == 1 ? " is saved." : " are saved.");
}

}  // namespace ebb
