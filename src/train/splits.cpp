// Training on the past and foretelling what came next, five times.
#include <algorithm>

#include "ebb/train/evaluate.hpp"

namespace ebb {
namespace {

constexpr std::size_t parts = 6;

struct Foretold {
  std::vector<Item> items;
  std::vector<double> trained, published, current, sm2;
};

Judged judged(const Foretold& all) {
  return {metrics_of(all.items, all.trained), metrics_of(all.items, all.published), metrics_of(all.items, all.current),
          metrics_of(all.items, all.sm2)};
}

Foretold without_outliers(const Foretold& all) {
  Foretold kept;
  for (std::size_t i = 0; i < all.items.size(); ++i) {
    if (all.items[i].weight <= 0) continue;
    kept.items.push_back(all.items[i]);
    kept.trained.push_back(all.trained[i]);
    kept.published.push_back(all.published[i]);
    kept.current.push_back(all.current[i]);
    kept.sm2.push_back(all.sm2[i]);
  }
  return kept;
}

std::vector<double> after(const std::vector<double>& chances, std::size_t begin) {
  return {chances.begin() + static_cast<std::ptrdiff_t>(begin), chances.end()};
}

}  // namespace

std::optional<SplitsReport> time_series_splits(const AnswerLog& log, const Judge& judge, const FsrsWeights& current,
                                               const TrainOptions& options, const TrainProgress& progress) {
  const std::vector<Item>& items = judge.items();
  const std::size_t part = items.size() / parts;
  if (part == 0) return {};
  const std::size_t first = items.size() - part * (parts - 1);
  Foretold all;
  all.items.assign(items.begin() + static_cast<std::ptrdiff_t>(first), items.end());
  all.published = after(judge.fsrs(default_fsrs_weights()), first);
  all.current = after(judge.fsrs(current), first);
  all.sm2 = after(judge.sm2(), first);
  for (std::size_t fold = 0; fold + 1 < parts; ++fold) {
    const std::size_t begin = first + fold * part;
    TrainOptions past = options;
    past.answers = items[begin - 1].answer + std::size_t{1};
    const auto share = [&](double done) {
      return !progress || progress((static_cast<double>(fold) + done) / (parts - 1));
    };
    const Training training = train(log, past, share);
    if (training.stopped) return {};
    const auto chances = judge.fsrs(training.weights);
    all.trained.insert(all.trained.end(), chances.begin() + static_cast<std::ptrdiff_t>(begin),
                       chances.begin() + static_cast<std::ptrdiff_t>(begin + part));
  }
  return SplitsReport{judged(all), judged(without_outliers(all))};
}

}  // namespace ebb
