// The preview of all six qualities, made by the same call as the result.
#include "ebb/core/scheduler.hpp"

namespace ebb {

Outlook outlook(const Scheduler& scheduler, const Memory& memory, Day day) {
  Outlook futures;
  for (int quality = 0; quality <= 5; ++quality)
    futures[static_cast<std::size_t>(quality)] = scheduler.answer(memory, static_cast<Quality>(quality), day);
  return futures;
}

}  // namespace ebb
