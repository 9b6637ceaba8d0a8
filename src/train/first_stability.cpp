// One-dimensional fits by the slope of the loss, which is cheaper than searching the loss itself.
#include "train/first_stability.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ebb {
namespace {

constexpr double lowest = 0.001, highest = 100;
constexpr double pull = 1.0 / 16;  // towards the default, by the distance

// The slope by ln s of the log loss of all groups, without the pull.
double slope_at(const std::vector<FirstGroup>& groups, double mean_recall, double stability) {
  const FsrsWeights& w = default_fsrs_weights();
  static const double factor = std::pow(0.9, -1 / w[20]) - 1;
  double slope = 0;
  for (const FirstGroup& group : groups) {
    const double count = group.count, over = factor * group.days / stability;
    const double chance = std::pow(1 + over, -w[20]);
    const double recall = (group.recalled + mean_recall) / (count + 1);
    slope += count * (chance - recall) / (1 - chance) * w[20] * over / (1 + over);
  }
  return slope;
}

// Where a rising `slope` crosses zero between `low` and `high` (Illinois method: false position that cannot stall).
template <typename Slope>
double crossing(double low, double high, Slope slope) {
  double at_low = slope(low), at_high = slope(high);
  if (at_low >= 0) return low;
  if (at_high <= 0) return high;
  double middle = low;
  for (int i = 0; i < 100 && high - low > 1e-9; ++i) {
    const double before = middle;
    middle = low + (high - low) * at_low / (at_low - at_high);
    if (std::abs(middle - before) < 1e-9) break;
    const double at = slope(middle);
    if (at < 0) {
      low = middle;
      at_low = at;
      if (before < middle) at_high /= 2;
    } else {
      high = middle;
      at_high = at;
      if (before > middle) at_low /= 2;
    }
  }
  return middle;
}

// The published spacing of the four: each between its neighbours, by these shares of the logarithm.
constexpr double share_hard = 0.41, share_good = 0.54;

void fill_gap(std::array<double, 4>& logs, std::array<bool, 4>& known, std::size_t grade) {
  const auto set = [&](double value) {
    logs[grade] = value;
    known[grade] = true;
  };
  const double a = share_hard, b = share_good;
  if (grade == 0 && known[1] && known[2]) set((logs[1] - (1 - a) * logs[2]) / a);
  if (grade == 1 && known[0] && known[2]) set(a * logs[0] + (1 - a) * logs[2]);
  if (grade == 1 && !known[1] && !known[0] && known[2] && known[3]) set((logs[2] - b * logs[3]) / (1 - b));
  if (grade == 1 && !known[1] && known[0] && !known[2] && known[3])
    set((a * logs[0] + (1 - a) * b * logs[3]) / (a + b - a * b));
  if (grade == 2 && known[1] && known[3]) set((1 - b) * logs[1] + b * logs[3]);
  if (grade == 2 && !known[2] && known[0] && known[1]) set((logs[1] - a * logs[0]) / (1 - a));
  if (grade == 3 && known[1] && known[2]) set((logs[2] - (1 - b) * logs[1]) / b);
}

FirstStabilities filled(const FirstStabilities& stabilities) {
  const FsrsWeights& w = default_fsrs_weights();
  std::array<bool, 4> known{};
  std::array<double, 4> logs{};
  for (std::size_t i = 0; i < 4; ++i) {
    known[i] = stabilities[i] > 0;
    if (known[i]) logs[i] = std::log(stabilities[i]);
  }
  const auto count = std::count(known.begin(), known.end(), true);
  FirstStabilities result{w[0], w[1], w[2], w[3]};
  if (count == 0) return result;
  if (count == 1) {
    const auto only = static_cast<std::size_t>(std::find(known.begin(), known.end(), true) - known.begin());
    for (std::size_t i = 0; i < 4; ++i) result[i] = w[i] * stabilities[only] / w[only];
    return result;
  }
  while (std::count(known.begin(), known.end(), true) < 4)
    for (std::size_t i = 0; i < 4; ++i)
      if (!known[i]) fill_gap(logs, known, i);
  for (std::size_t i = 0; i < 4; ++i) result[i] = stabilities[i] > 0 ? stabilities[i] : std::exp(logs[i]);
  return result;
}

}  // namespace

FirstCounts counts_of(const Kept& kept) {
  FirstCounts counts{};
  for (std::size_t grade = 0; grade < 4; ++grade)
    for (const FirstGroup& group : kept.groups[grade]) counts[grade] += group.count;
  return counts;
}

double fitted_stability(const std::vector<FirstGroup>& groups, std::size_t grade, double mean_recall) {
  if (groups.empty()) return 0;
  const double usual = default_fsrs_weights()[grade];
  const double at_usual = slope_at(groups, mean_recall, usual), here = pull * usual;
  if (std::abs(at_usual) <= here) return usual;  // the loss has its corner, and its minimum, there
  const double sign = at_usual < 0 ? 1 : -1;
  const auto slope = [&](double log) {
    const double stability = std::exp(log);
    return slope_at(groups, mean_recall, stability) + sign * pull * stability;
  };
  const double edge = std::log(usual);
  return std::exp(sign > 0 ? crossing(edge, std::log(highest), slope) : crossing(std::log(lowest), edge, slope));
}

FirstStabilities smoothed(FirstStabilities stabilities, const FirstCounts& counts) {
  for (std::size_t i = 0; i < 4; ++i)
    if (counts[i] == 0) stabilities[i] = 0;
  constexpr std::pair<std::size_t, std::size_t> pairs[] = {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}};
  for (const auto& [worse, better] : pairs) {
    if (stabilities[worse] <= 0 || stabilities[better] <= 0 || stabilities[worse] <= stabilities[better]) continue;
    if (counts[worse] > counts[better])
      stabilities[better] = stabilities[worse];
    else
      stabilities[worse] = stabilities[better];
  }
  FirstStabilities all = filled(stabilities);
  for (double& stability : all) stability = std::clamp(stability, lowest, highest);
  return all;
}

}  // namespace ebb
