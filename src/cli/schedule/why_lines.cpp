// Puts a card's explained life and its futures under each other.
#include "cli/schedule/why_lines.hpp"

#include "ebb/core/words.hpp"
#include "ebb/store/futures.hpp"

namespace ebb {

std::vector<ExplainedStep> explained_life(Collection& collection, CardId card) {
  const Life life = life_of(collection, card);
  return explain(*life.scheduler, life.seed, life.reviews);
}

std::string due_text(const Memory& memory, Day day) {
  if (!memory.due) return "new: not seen yet";
  std::string text = "due " + iso_date(*memory.due);
  const int days = static_cast<int>((*memory.due - day).count());
  if (days < 0) text += ", " + counted(-days, "day") + " late";
  if (days == 0) text += ", today";
  if (days > 0) text += ", in " + counted(days, "day");
  if (once_more(memory, day)) text += "; to be drilled once more today";
  else if (drills_on(memory, day)) text += "; to be learnt further today";
  return text;
}

namespace {

std::string seed_line(const Life& life) {
  const std::string standing = life.scheduler->standing(life.seed);
  return "came with a schedule: " + counted(life.seed.reviews, "answer") + ", interval " + days_text(life.seed.interval) +
         (standing.empty() ? "" : ", " + standing);
}

// The deck has another scheduler than the one that set the due day.
std::string changed_scheduler(Collection& collection, CardId card, Day day) {
  const Life life = life_of(collection, card);
  const std::string_view before = life.scheduler->name(), now = futures_of(collection, card, day).scheduler->name();
  if (before == now || life.reviews.empty()) return {};
  return "The deck is scheduled by " + std::string(now) + " now; the due day stays until the next answer. ";
}

}  // namespace

std::vector<std::string> why_lines(Collection& collection, CardId card, const Today& today) {
  const auto found = find_card(collection, card, today);
  if (!found) return {};
  std::vector<std::string> lines = explained_lines(explained_life(collection, card));
  if (const Life life = life_of(collection, card); life.seed.reviews > 0) lines.insert(lines.begin(), seed_line(life));
  lines.push_back(due_text(found->memory, today.day));
  lines.push_back("");
  lines.push_back(changed_scheduler(collection, card, today.day) + "Answered today:");
  const Futures futures = futures_of(collection, card, today.day);
  for (const std::string& line : outlook_lines(*futures.scheduler, futures.now, futures.outlook, today.day))
    lines.push_back("  " + line);
  return lines;
}

}  // namespace ebb
