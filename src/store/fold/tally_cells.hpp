// Answers counted in memory, for the writers of many.
#pragma once
#include <unordered_map>

#include "ebb/core/review.hpp"
#include "ebb/core/tally.hpp"
#include "store/file/store.hpp"

namespace ebb {

class TallyCells {
 public:
  void count(const Review& review, Band band);
  // Adds it all to the tally.
  void write(Store& store) const;

 private:
  std::unordered_map<std::int64_t, std::pair<int, std::int64_t>> cells_;  // by day, band and quality: answers, ms
};

}  // namespace ebb
