// Moving due days without an answer.
#pragma once
#include <vector>

#include "ebb/store/schedule.hpp"
#include "store/log/batch.hpp"

namespace ebb {

// Appends a move of each card to the batch, and folds the cards again.
void move_cards(Batch& batch, const std::vector<Move>& moves);

}  // namespace ebb
