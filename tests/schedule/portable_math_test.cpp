// Powers and logarithms: right to the last digits, and the same bits everywhere.
#include "schedule/portable_math.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>

using namespace ebb;

namespace {

// Numbers spread over a range, the same on every machine.
class Numbers {
 public:
  double within(double low, double high) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return low + (high - low) * (static_cast<double>(state_ >> 11) * 0x1.0p-53);
  }

 private:
  std::uint64_t state_ = 1;
};

std::uint64_t bits(double value) {
  std::uint64_t out = 0;
  std::memcpy(&out, &value, sizeof out);
  return out;
}

}  // namespace

TEST_CASE("they agree with the C library to the last digits") {
  Numbers numbers;
  double worst = 0;
  for (int i = 0; i < 200000; ++i) {
    const double x = numbers.within(-80, 80), positive = portable_exp(numbers.within(-30, 30)), y = numbers.within(-6, 6);
    worst = std::max(worst, std::abs(portable_exp(x) / std::exp(x) - 1));
    worst = std::max(worst, std::abs(portable_log(positive) - std::log(positive)) / std::max(1.0, std::abs(std::log(positive))));
    worst = std::max(worst, std::abs(portable_pow(positive, y) / std::pow(positive, y) - 1) / std::max(1.0, std::abs(y * std::log(positive))));
  }
  CHECK(worst < 1e-15);
}

TEST_CASE("some are exact") {
  CHECK(portable_exp(0) == 1);
  CHECK(portable_log(1) == 0);
  CHECK(portable_pow(7.25, 0) == 1);
  CHECK(portable_log(8) == std::log(8.0));
}

TEST_CASE("the bits are those that every machine gives") {
  Numbers numbers;
  std::uint64_t hash = 0;
  for (int i = 0; i < 100000; ++i) {
    const double x = numbers.within(0.001, 100), y = numbers.within(-4, 4);
    for (const double value : {portable_pow(x, y), portable_exp(y), portable_log(x)}) hash = hash * 1099511628211U ^ bits(value);
  }
  CHECK(hash == 12552090904016831589U);
}
