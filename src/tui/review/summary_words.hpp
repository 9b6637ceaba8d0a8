// The sentences of the end: for the summary page, and for the one line that stays on the normal screen.
#pragma once
#include <string>

#include "ebb/store/study.hpp"
#include "tui/review/review_state.hpp"

namespace ebb {

/// `Resumed, 12 of 40.`, `38 of 132 cards fit, about 10 minutes.`; empty for a first sitting without a budget.
std::string opening_text(const std::optional<Resumed>& resumed, const std::optional<PlannedTime>& planned);
/// `Done: 5 cards in 40 s.`
std::string done_text(const SessionSummary& numbers);
/// `4 remembered the first time (80 %), 2 drilled.`; empty when no card was answered.
std::string remembered_text(const SessionSummary& numbers);
/// `55 still due today.`; empty when none is.
std::string still_due_text(const SummaryFace& summary);
/// `below Good once`, `twice`, `3 times`.
std::string below_good_text(int answers);
/// `6 cards tomorrow`, `6 cards on 2026-12-03`, `nothing`.
std::string next_text(const SummaryFace& summary, Day today);

/// What stays on the normal screen after a finished sitting: `7 cards, 100 % remembered. Next: 6 cards tomorrow.`
std::string finished_line(const SummaryFace& summary, Day today);
/// What stays after Ctrl-C: `Stopped. 2 answers are saved.`
std::string stopped_line(int answers);

}  // namespace ebb
