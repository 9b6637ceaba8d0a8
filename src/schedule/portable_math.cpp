// Series on a small interval, in plain sums and products, which IEEE 754 rounds alike everywhere. The compiler may not
// contract them: -ffp-contract=off in CMakeLists.txt.
#include "schedule/portable_math.hpp"

#include <algorithm>
#include <cmath>

namespace ebb {
namespace {

// ln 2 in two parts: multiples of the first are exact for the exponents that occur.
constexpr double ln2_high = 0x1.62e42fee00000p-1, ln2_low = 0x1.a39ef35793c76p-33;

}  // namespace

double portable_exp(double x) {
  x = std::clamp(x, -700.0, 700.0);
  const double halves = std::floor(x * 1.4426950408889634 + 0.5);
  const double rest = (x - halves * ln2_high) - halves * ln2_low;  // within half of ln 2
  double sum = 1;
  for (int term = 13; term > 0; --term) sum = 1 + sum * rest / term;
  return std::ldexp(sum, static_cast<int>(halves));
}

double portable_log(double x) {
  int exponent = 0;
  double fraction = std::frexp(x, &exponent);  // 0.5 and more, below 1
  if (fraction < 0.70710678118654752) {
    fraction *= 2;
    --exponent;
  }
  const double ratio = (fraction - 1) / (fraction + 1), square = ratio * ratio;
  double sum = 1.0 / 25;
  for (int odd = 23; odd > 0; odd -= 2) sum = 1.0 / odd + square * sum;
  return exponent * ln2_high + (2 * ratio * sum + exponent * ln2_low);
}

double portable_pow(double x, double y) { return portable_exp(y * portable_log(x)); }

}  // namespace ebb
