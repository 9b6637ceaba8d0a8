// The kernel for vectors of 64 bytes, as AVX-512 has.
#include "train/kernel.hpp"

namespace ebb {
namespace {

using Floats = float __attribute__((vector_size(64)));
using Integers = std::int32_t __attribute__((vector_size(64)));
using Own = KernelOf<Floats, Integers>;

bool runs_here() {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0;
}

}  // namespace

const Kernel kernel_avx512{"avx512", runs_here, Own::learn, Own::lose, Own::predict};

}  // namespace ebb
