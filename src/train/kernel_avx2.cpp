// The kernel for vectors of 32 bytes, as AVX2 has.
#include "train/kernel.hpp"

namespace ebb {
namespace {

using Floats = float __attribute__((vector_size(32)));
using Integers = std::int32_t __attribute__((vector_size(32)));
using Own = KernelOf<Floats, Integers>;

bool runs_here() {
  return __builtin_cpu_supports("avx2") != 0;
}

}  // namespace

const Kernel kernel_avx2{"avx2", runs_here, Own::learn, Own::lose, Own::predict};

}  // namespace ebb
