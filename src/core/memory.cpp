// Names for the states of a card.
#include "ebb/core/memory.hpp"

namespace ebb {

const char* state_name(const Memory& memory, Day day) {
  if (memory.reviews == 0) return "new";
  if (drills_on(memory, day) || memory.step > 0 || memory.repetitions == 0) return "learning";
  return "review";
}

}  // namespace ebb
