// A word on how answers are graded, at the end of a sitting.
#pragma once
#include <string>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

// What the newest answers say; empty when they are too few, or nothing is amiss.
std::vector<std::string> coach_lines(Collection& collection);

}  // namespace ebb
