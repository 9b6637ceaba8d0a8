// Learning steps: the short waits before a new or a forgotten card comes back in days. FSRS and Anki's SM-2 share them.
#pragma once
#include <chrono>
#include <vector>

#include "ebb/core/grade.hpp"
#include "ebb/core/memory.hpp"

namespace ebb {

// Moves a card that has been answered on `day` along its steps: sets step, wait, drill and due. `before` is the step it
// was on, 0 if it just came in. False when it leaves them, or there are none: the interval is then the scheduler's.
bool take_step(Memory& card, const std::vector<std::chrono::seconds>& steps, int before, Grade grade, Day day);

// Ends the steps.
void leave_steps(Memory& card);
// Sets interval and due day of a card that is out of its steps.
void come_back(Memory& card, int interval, Day day);

}  // namespace ebb
