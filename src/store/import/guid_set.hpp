// The guids that one import gave, as a set by content and a list to be written in order.
#pragma once
#include <cstdint>
#include <vector>

#include "ebb/core/ids.hpp"

namespace ebb {

// Open addressing over an array: 24 bytes a guid and 8 of table, for a million of them at once.
class GuidSet {
 public:
  struct Named {
    Guid guid;
    std::int64_t note = 0;
  };
  bool contains(const Guid& guid) const;
  // Adds a guid that is not in the set.
  void add(const Guid& guid, std::int64_t note);
  // The list in byte order; the set can no longer be asked.
  std::vector<Named>& sorted();

 private:
  static std::uint64_t hash(const Guid& guid);
  void grow();
  std::vector<Named> list_;
  std::vector<std::uint32_t> table_;  // index + 1; 0 is free
};

}  // namespace ebb
