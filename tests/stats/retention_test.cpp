// Wilson intervals against numbers published elsewhere.
#include <doctest/doctest.h>

#include "ebb/stats/stats.hpp"

using namespace ebb;

namespace {

// A share as the table below prints it: thousandths of a percent are beyond what was published.
void check(std::int64_t right, std::int64_t n, double low, double high) {
  CAPTURE(right);
  CAPTURE(n);
  const Retention share = retention(right, n);
  CHECK(share.n == n);
  CHECK(share.right == right);
  REQUIRE(share.percent);
  CHECK(*share.percent == doctest::Approx(100.0 * static_cast<double>(right) / static_cast<double>(n)));
  CHECK(*share.low / 100 == doctest::Approx(low).scale(1).epsilon(0.00006));
  CHECK(*share.high / 100 == doctest::Approx(high).scale(1).epsilon(0.00006));
}

}  // namespace

TEST_CASE("intervals equal the score method's in Newcombe 1998, table I") {
  check(81, 263, 0.2553, 0.3662);
  check(15, 148, 0.0624, 0.1605);
  check(0, 20, 0.0000, 0.1611);
  check(1, 29, 0.0061, 0.1718);
}

TEST_CASE("no answers: no share, and no interval") {
  const Retention none = retention(0, 0);
  CHECK(none.n == 0);
  CHECK_FALSE(none.percent);
  CHECK_FALSE(none.low);
  CHECK_FALSE(none.high);
}

TEST_CASE("at the ends the interval reaches exactly 0 and 100 and is never empty") {
  CHECK(*retention(0, 7).low == 0);
  CHECK(*retention(7, 7).high == 100);
  CHECK(*retention(7, 7).percent == 100);
  CHECK(*retention(7, 7).low == doctest::Approx(64.567).epsilon(0.0001));
  CHECK(*retention(1, 1).low == doctest::Approx(20.655).epsilon(0.0001));
}

TEST_CASE("the interval is mirrored when right and wrong change places") {
  for (std::int64_t n = 1; n <= 60; ++n)
    for (std::int64_t right = 0; right <= n; ++right) {
      const Retention one = retention(right, n), other = retention(n - right, n);
      CHECK(*one.low == doctest::Approx(100 - *other.high));
      CHECK(*one.low <= *one.percent);
      CHECK(*one.high >= *one.percent);
    }
}
