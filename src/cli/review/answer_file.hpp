// A log of answers from a file that is not a collection, for `ebb optimize --log`.
#pragma once
#include <string>

#include "ebb/system/environment.hpp"
#include "ebb/train/answers.hpp"

namespace ebb {

// Reads comma-separated lines under a header: `card_id,review_time,review_rating` (milliseconds since 1970; days begin
// as in `calendar`) or `card_id,order,delta_t,rating`. Columns may stand in any order, among others. A rating of 0 in
// the first form is no answer and is left out. Throws Error(Exit::input) naming the file and the line.
AnswerLog read_answer_file(const std::string& path, const Calendar& calendar);

}  // namespace ebb
