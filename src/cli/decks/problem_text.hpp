// A problem of a deck file as a line and as JSON, and what its reader says of it.
#pragma once
#include <string>
#include <vector>

#include "cli/program/json_out.hpp"
#include "ebb/core/import.hpp"
#include "ebb/formats/formats.hpp"

namespace ebb {

// `deck.json:12:3: card 4: it has no question; left out`.
std::string problem_text(const Problem& problem);
// `{"file","line","column","card","what","left_out"}`; 0 becomes null.
std::string problem_json(const Problem& problem);
// A file that cannot be read at all, from the text of the error: its place is found again in `FILE:LINE:COLUMN: `.
Problem file_problem(const std::string& file, const std::string& error);
std::string problems_json(const std::vector<Problem>& problems);

// What a reader says of a file, as the first members of an object: `file` to `full`.
JsonObject reading_json(const std::string& file, const ReadReport& report);

}  // namespace ebb
