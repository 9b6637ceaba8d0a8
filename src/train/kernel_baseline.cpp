// The kernel for vectors of 16 bytes, as every processor has (SSE2, NEON).
#include "train/kernel.hpp"

namespace ebb {
namespace {

using Floats = float __attribute__((vector_size(16)));
using Integers = std::int32_t __attribute__((vector_size(16)));
using Own = KernelOf<Floats, Integers>;

bool runs_here() {
  return true;
}

}  // namespace

const Kernel kernel_baseline{"baseline", runs_here, Own::learn, Own::lose, Own::predict};

}  // namespace ebb
