// A log entry as a line for people.
#pragma once
#include <string>

#include "cli/program/looks.hpp"
#include "ebb/store/log.hpp"

namespace ebb {

// `review Good`, `import: new card`, `undo of 5493caf0:37`; the kind itself where there is no word for it.
std::string log_words(const LogLine& line);
// When, which entry (as `ebb undo` takes it), what, on which card. A narrow terminal loses the year and the entry
// first, then the card's id.
std::string log_line(const LogLine& line, const Looks& looks);

}  // namespace ebb
