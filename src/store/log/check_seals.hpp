// The doctor's look at the seals.
#pragma once
#include "ebb/store/doctor.hpp"
#include "store/file/store.hpp"

namespace ebb {

void check_seals(Store& store, Diagnosis& diagnosis);

}  // namespace ebb
