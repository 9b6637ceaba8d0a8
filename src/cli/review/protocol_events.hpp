// The events of `review --protocol json` as objects. Names and meaning: docs/protocol.md.
#pragma once
#include <string>
#include <string_view>

#include "cli/program/json_out.hpp"
#include "cli/review/card_asker.hpp"
#include "ebb/store/study.hpp"

namespace ebb {

JsonObject question_event(const Study& study, const CardAsker& asker);
JsonObject answer_event(const Study& study, const CardAsker& asker, int grades);
// What came of a typed answer or a choice.
JsonObject verdict_event(const CardView& card, const CardAsker& asker, const Verdict& verdict);
JsonObject hint_event(const CardView& card, const CardAsker& asker, const std::string& hint);
JsonObject saved_event(const Study& study, const Saved& saved);
// A card was suspended or buried (`what`).
JsonObject changed_event(const Study& study, std::string_view what, const std::string& card);
JsonObject marked_event(const Study& study, bool marked);
// A step was taken back, or (`redone`) brought again.
JsonObject undone_event(const Study& study, const Undone& undone, bool redone);
JsonObject problem_event(std::string_view what);
JsonObject why_event(const Study& study);
JsonObject summary_event(Study& study, const std::string& idle);

}  // namespace ebb
