// A share and how sure it is: the Wilson score interval at 95 %.
#include <algorithm>
#include <cmath>

#include "ebb/stats/stats.hpp"

namespace ebb {
namespace {

constexpr double z = 1.959964;  // the two-sided 95 % point of the normal distribution

double as_percent(double share) {
  return 100 * std::clamp(share, 0.0, 1.0);
}

}  // namespace

Retention retention(std::int64_t right, std::int64_t n) {
  Retention result;
  result.n = n;
  result.right = right;
  if (n <= 0) return result;
  const double count = static_cast<double>(n);
  const double share = static_cast<double>(right) / count;
  const double spread = z * z / count;
  const double centre = share + spread / 2;
  const double reach = z * std::sqrt(share * (1 - share) / count + spread / (4 * count));
  result.percent = as_percent(share);
  // The interval touches the ends exactly there; the formula only comes within a rounding error of them.
  result.low = right == 0 ? 0 : as_percent((centre - reach) / (1 + spread));
  result.high = right == n ? 100 : as_percent((centre + reach) / (1 + spread));
  return result;
}

}  // namespace ebb
