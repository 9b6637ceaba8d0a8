// The exam of a deck: the days until it, played through with the habits of the log.
#include "cli/decks/deck_exam.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/program/json_out.hpp"
#include "cli/schedule/sim_cards.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/deck_settings.hpp"

namespace ebb {
namespace {

std::string when(Day exam, Day today) {
  const auto days = static_cast<int>((exam - today).count());
  if (days < 0) return "over";
  return days == 0 ? "today" : "in " + days_text(days);
}

std::string percent(double share) {
  return fmt::format("{:.0f} %", 100 * share);
}

}  // namespace

std::optional<Readiness> readiness_of(Collection& collection, const std::string& deck, const Today& today) {
  const Parameters parameters = parameters_of(collection, deck);
  if (!parameters.exam) return {};
  const CardFilter filter = CardFilter::in_deck(deck);
  const SimulatedCollection cards(collection, filter, today);
  if (cards.begun() + cards.fresh() == 0) return {};
  return exam_readiness(cards.plan([](Parameters settings) { return settings; }), *parameters.exam,
                        parameters.exam_window);
}

std::string exam_text(const Readiness& ready, Day today) {
  const bool ahead = ready.exam > today;
  std::string text = fmt::format("Exam {}, {}; its window is from {}\n", iso_date(ready.exam), when(ready.exam, today),
                                 iso_date(ready.window));
  text += fmt::format("  {} begun, {} seen in the window, {} still new\n", counted(ready.begun, "card"),
                      with_commas(ready.seen), with_commas(ready.fresh));
  if (!ahead) return text + fmt::format("  recall of the cards begun: {}\n", percent(ready.untouched_recall));
  text += fmt::format("  every day done: {} of {} begun and {} seen in the window by then, {} remembered that day\n",
                      with_commas(ready.begun_by_then), with_commas(ready.begun + ready.fresh),
                      with_commas(ready.seen_by_then), percent(ready.recall));
  if (ready.seen_by_then < ready.begun_by_then)
    text +=
        fmt::format("  {} would not be seen in the window: ebb reschedule moves due days behind the exam before it\n",
                    counted(ready.begun_by_then - ready.seen_by_then, "card"));
  return text + fmt::format("  nothing more done: {} of the cards begun now remembered that day\n",
                            percent(ready.untouched_recall));
}

std::string exam_json(const Readiness& ready) {
  const auto rounded = [](double share) { return std::round(share * 10000) / 10000; };
  return JsonObject()
      .text("day", iso_date(ready.exam))
      .text("window_from", iso_date(ready.window))
      .number("begun", ready.begun)
      .number("new", ready.fresh)
      .number("seen", ready.seen)
      .number("untouched_recall", rounded(ready.untouched_recall))
      .number("begun_by_then", ready.begun_by_then)
      .number("seen_by_then", ready.seen_by_then)
      .number("recall", rounded(ready.recall))
      .str();
}

}  // namespace ebb
