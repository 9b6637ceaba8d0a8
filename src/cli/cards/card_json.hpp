// Cards, their lives and their futures as JSON objects: list, show, why and the protocol spell them alike.
#pragma once
#include <optional>
#include <string_view>

#include "cli/program/json_out.hpp"
#include "cli/review/grade_keys.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

// A study day, or null.
void add_day(JsonObject& object, std::string_view key, std::optional<Day> day);
// The card with its text and schedule, as `ebb list --json` has it.
JsonObject card_json(const CardView& card, Day today);
// What a grade would do.
JsonObject future_json(const GradeKey& key, const Memory& after, Day today);
// The members of `ebb why --json`: card, question, due, steps, grades.
void add_why(JsonObject& object, Collection& collection, const CardView& card, const Today& today);

}  // namespace ebb
