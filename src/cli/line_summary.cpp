// The end of a sitting in lines.
#include <fmt/format.h>

#include "cli/line_words.hpp"
#include "cli/review_faces.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {

Tomorrow tomorrow(Study& study) {
  const std::vector<int> days = forecast(study.collection(), study.today().day, 2);
  const int cards = days.size() > 1 ? days[1] : 0;
  return {cards, Millis{static_cast<std::int64_t>(cards * study.seconds_per_answer() * 1000)}};
}

std::vector<std::string> summary_lines(Study& study) {
  const SessionSummary summary = study.summary();
  std::vector<std::string> lines;
  if (summary.cards == 0) {
    lines.push_back("Nothing was graded.");
  } else {
    const std::string time = summary.took_ms > 0 ? " in " + duration_text(Millis{summary.took_ms}) : "";
    lines.push_back(fmt::format("Done: {}{}. {} right the first time ({} %), {} drilled.",
                                counted(summary.cards, "card"), time, summary.right_first,
                                (summary.right_first * 100 + summary.cards / 2) / summary.cards, summary.drilled));
  }
  for (const auto& hard : summary.hardest)
    if (const auto card = find_card(study.collection(), hard.card, study.today()))
      lines.push_back(fmt::format("Hardest: {} (below Good {})", cut(one_line(card->question), 60, true),
                                  hard.agains == 1 ? "once" : fmt::format("{} times", hard.agains)));
  if (const int left = study.progress().left; left > 0) lines.push_back(fmt::format("{} left for today.", left));
  const Tomorrow next = tomorrow(study);
  if (next.cards > 0)
    lines.push_back(fmt::format("Tomorrow: {}, {}.", counted(next.cards, "card"), about_time(next.time)));
  lines.push_back("All answers are saved.");
  return lines;
}

}  // namespace ebb
