// The words of the line mode: what a typed line means, and what is said in return.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/store/study.hpp"

namespace ebb {

struct LineCommand {
  enum class What {
    nothing,
    grade,
    undo,
    redo,
    mark,
    suspend,
    bury,
    skip,
    why,
    keys,
    remove,
    leech,
    edit,
    info,
    look_back,
    quit,
    type,
    hint,
    source,
    open,
    play,
    unknown
  } what = What::unknown;
  std::optional<Quality> quality;  // of a grade
  std::string rest;                // what followed the word, where it takes something: the note of a mark
};

// A leech rests so long when it is told to.
inline constexpr int leech_rest_days = 14;

// Blanks around the line and upper case do not matter.
LineCommand line_command(std::string_view line, int grades);
// What can be typed, on one line.
std::string line_keys(int grades);
// `1 Again (1 day, and again today), 2 Hard (6 days, and again today), …`
std::string grades_line(const Study& study, int grades, bool preview);
// The word that confirms a grade: `Good`.
std::string_view grade_word(Quality quality, int grades);
// `Question`, `Drill, question`, or `Learning, question` between learning steps.
std::string_view kind_words(QueuedCard::Kind kind, const Memory& memory);
// `in 6 days`, `in 1 day, and again today`.
std::string next_words(const Memory& after, Day day);
// What was undone: `the grade`, `the suspension` …
std::string_view step_words(Step step);
// What is known of a card, for `i`.
std::vector<std::string> info_lines(const CardView& card, Day day);
// Before the first card: what is done already, what a budget chose, what a limit keeps for another day.
std::vector<std::string> opening_lines(const Study& study);
// The numbers at the end, what is still due and what comes next. `ebb`: how the program is called (World::ebb).
std::vector<std::string> summary_lines(Study& study, const std::string& ebb);

}  // namespace ebb
