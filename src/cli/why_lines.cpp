// Puts a card's explained life and its futures under each other.
#include "cli/why_lines.hpp"

#include "ebb/core/words.hpp"

namespace ebb {

std::vector<ExplainedStep> explained_life(Collection& collection, CardId card) {
  std::vector<Review> reviews;
  for (const Reviewed& one : history(collection, card)) reviews.push_back(one.review);
  return explain(scheduler_of(collection, card), reviews);
}

std::string due_text(const Memory& memory, Day day) {
  if (!memory.due) return "new: not seen yet";
  std::string text = "due " + iso_date(*memory.due);
  const int days = static_cast<int>((*memory.due - day).count());
  if (days < 0) text += ", " + counted(-days, "day") + " late";
  if (days == 0) text += ", today";
  if (days > 0) text += ", in " + counted(days, "day");
  if (drills_on(memory, day)) text += "; to be drilled once more today";
  return text;
}

std::vector<std::string> why_lines(Collection& collection, CardId card, const Today& today) {
  const auto found = find_card(collection, card, today);
  if (!found) return {};
  std::vector<std::string> lines = explained_lines(explained_life(collection, card));
  lines.push_back(due_text(found->memory, today.day));
  lines.push_back("");
  lines.push_back("Answered today:");
  const Outlook futures = outlook(scheduler_of(collection, card), found->memory, today.day);
  for (const std::string& line : outlook_lines(found->memory, futures, today.day)) lines.push_back("  " + line);
  return lines;
}

}  // namespace ebb
