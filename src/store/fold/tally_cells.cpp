// One number for a cell: day, then band, then quality, three bits each.
#include "store/fold/tally_cells.hpp"

#include "store/fold/fold.hpp"

namespace ebb {

void TallyCells::count(const Review& review, Band band) {
  const std::int64_t key = (static_cast<std::int64_t>(day_number(review.day)) * 8 + static_cast<int>(band)) * 8 +
                           static_cast<int>(review.quality);
  auto& [answers, ms] = cells_[key];
  ++answers;
  ms += review.took.count();
}

void TallyCells::write(Store& store) const {
  for (const auto& [key, sums] : cells_)
    add_to_tally(store, day_from_number(static_cast<int>(key / 64)), static_cast<Band>(key / 8 % 8),
                 static_cast<Quality>(key % 8), sums.first, sums.second);
}

}  // namespace ebb
