// exp and log of many floats at once, by polynomials (coefficients: Cephes, S. Moshier): without branches, the same
// bits on every processor. Included only by the kernels, each compiled for its own processor: all of it is local to
// them.
#pragma once
#include <cstddef>
#include <cstdint>

namespace ebb {
namespace {

// `F` is a vector of floats, `I` of as many 32-bit integers.
template <class F, class I>
struct VectorMath {
  static F all(float value) { return value - F{}; }
  static F choose(I mask, F yes, F no) { return mask ? yes : no; }
  static F where(I mask, F value) { return mask ? value : F{}; }
  static F least(F a, F b) { return a < b ? a : b; }
  static F most(F a, F b) { return a > b ? a : b; }

  // e^x for |x| <= 80.
  static F exp(F x) {
    const F shifted = x * 1.44269504088896341f + 12582912.0f;  // the low bits hold the nearest integer
    const F whole = shifted - 12582912.0f;
    const F rest = x - whole * 0.69314718056f;
    F sum = rest * 1.9875691500e-4f + 1.3981999507e-3f;
    sum = sum * rest + 8.3334519073e-3f;
    sum = sum * rest + 4.1665795894e-2f;
    sum = sum * rest + 1.6666665459e-1f;
    sum = sum * rest + 5.0000001201e-1f;
    sum = sum * rest * rest + rest + 1.0f;
    return reinterpret_cast<F>(reinterpret_cast<I>(sum) + (reinterpret_cast<I>(shifted) << 23));
  }

  // ln x for positive normal numbers.
  static F log(F x) {
    const I bits = reinterpret_cast<I>(x);
    const I power = (bits - 0x3f3504f3) >> 23;
    const F rest = reinterpret_cast<F>(bits - (power << 23)) - 1.0f;  // sqrt(1/2) - 1 .. sqrt(2) - 1
    const F square = rest * rest;
    F sum = rest * 7.0376836292e-2f - 1.1514610310e-1f;
    sum = sum * rest + 1.1676998740e-1f;
    sum = sum * rest - 1.2420140846e-1f;
    sum = sum * rest + 1.4249322787e-1f;
    sum = sum * rest - 1.6668057665e-1f;
    sum = sum * rest + 2.0000714765e-1f;
    sum = sum * rest - 2.4999993993e-1f;
    sum = sum * rest + 3.3333331174e-1f;
    const F whole = __builtin_convertvector(power, F);
    return (sum * rest - 0.5f) * square + rest + whole * 0.69314718056f;
  }
};

}  // namespace
}  // namespace ebb
