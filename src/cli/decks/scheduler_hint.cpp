// Only the uppermost decks are named: what is set for them holds for those below.
#include "cli/decks/scheduler_hint.hpp"

#include <fmt/format.h>

#include "cli/program/shell_words.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {

std::vector<std::string> scheduler_hints(const World& world, Collection& collection, const ImportOutcome& outcome) {
  constexpr std::size_t most_hints = 3;
  std::vector<std::string> hints;
  if (outcome.report.format != "apkg" && outcome.report.format != "colpkg") return hints;
  for (const auto& [deck, fsrs] : outcome.plan.scheduled) {
    const char* theirs = fsrs ? "fsrs" : "anki";
    const std::string ours = parameters_of(collection, deck).scheduler;
    if (ours == theirs) continue;
    if (hints.size() == most_hints) break;
    hints.push_back(fmt::format("{} was scheduled by {} and goes on by {}. To go on as in Anki: {} deck set {} scheduler {}",
                                one_line(deck), fsrs ? "FSRS" : "Anki's SM-2", ours, world.ebb(), shell_word(one_line(deck)),
                                theirs));
  }
  return hints;
}

}  // namespace ebb
