// One entry of the log in words.
#pragma once
#include "ebb/store/log.hpp"

namespace ebb {

LogLine log_line_of(Collection& collection, EntryId entry);

}  // namespace ebb
