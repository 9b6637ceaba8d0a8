// Seals: a chained hash over a device's entries, so that a changed or lost entry is noticed.
#pragma once
#include "store/file/store.hpp"

namespace ebb {

// BLAKE2b-128 of the hash before and the JSON of the entries first..last of one device.
Guid chained_hash(Store& store, const Guid& before, std::int64_t first, std::int64_t last);

}  // namespace ebb
