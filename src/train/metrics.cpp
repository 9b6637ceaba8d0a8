// The definitions are those of srs-benchmark's utils.evaluate: docs/training.md has them in words.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

#include "ebb/train/evaluate.hpp"

namespace ebb {
namespace {

double item_loss(const Item& item, double chance) {
  const double given = item.recalled ? chance : 1 - chance;
  return -std::log(std::clamp(given, 1e-15, 1 - 1e-15));
}

// Which power of `base` is at or below `number` (1 and up).
int step_of(double number, double base) {
  return static_cast<int>(std::floor(std::log(number) / std::log(base)));
}

using Bin = std::tuple<int, int, int>;
Bin bin_of(const Item& item) {
  return {step_of(item.days, 3.62), step_of(item.nth + 1, 1.89), item.lapses == 0 ? -1 : step_of(item.lapses, 1.73)};
}

double rmse_over_bins(std::span<const Item> items, std::span<const double> chances) {
  struct Content {
    double chances = 0, recalled = 0, count = 0;
  };
  std::map<Bin, Content> bins;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Content& bin = bins[bin_of(items[i])];
    bin.chances += chances[i];
    bin.recalled += items[i].recalled;
    ++bin.count;
  }
  double sum = 0;
  for (const auto& [key, bin] : bins) sum += (bin.chances - bin.recalled) * (bin.chances - bin.recalled) / bin.count;
  return std::sqrt(sum / static_cast<double>(items.size()));
}

// By ranks (Mann-Whitney); equal chances share their mean rank.
double area_under_curve(std::span<const Item> items, std::span<const double> chances) {
  std::vector<std::pair<double, bool>> sorted(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) sorted[i] = {chances[i], items[i].recalled};
  std::sort(sorted.begin(), sorted.end());
  double ranks = 0, recalled = 0;
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    double here = 0;
    for (; end < sorted.size() && sorted[end].first == sorted[begin].first; ++end) here += sorted[end].second;
    ranks += here * (static_cast<double>(begin + 1) + static_cast<double>(end)) / 2;
    recalled += here;
  }
  const double failed = static_cast<double>(items.size()) - recalled;
  if (recalled <= 0 || failed <= 0) return std::numeric_limits<double>::quiet_NaN();
  return (ranks - recalled * (recalled + 1) / 2) / (recalled * failed);
}

}  // namespace

Metrics metrics_of(std::span<const Item> items, std::span<const double> chances) {
  Metrics metrics;
  metrics.items = items.size();
  if (items.empty()) return metrics;
  for (std::size_t i = 0; i < items.size(); ++i) metrics.log_loss += item_loss(items[i], chances[i]);
  metrics.log_loss /= static_cast<double>(items.size());
  metrics.rmse_bins = rmse_over_bins(items, chances);
  metrics.auc = area_under_curve(items, chances);
  return metrics;
}

double weighted_log_loss(std::span<const Item> items, std::span<const double> chances) {
  double sum = 0, weights = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    sum += static_cast<double>(items[i].weight) * item_loss(items[i], chances[i]);
    weights += static_cast<double>(items[i].weight);
  }
  return weights > 0 ? sum / weights : 0;
}

}  // namespace ebb
