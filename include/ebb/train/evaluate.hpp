// How well chances to remember were foretold: log loss, RMSE over bins and AUC as srs-benchmark defines them.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "ebb/schedule/fsrs.hpp"
#include "ebb/train/answers.hpp"
#include "ebb/train/train.hpp"

namespace ebb {

/// An answer to foretell: one given on a later day than the card's last.
struct Item {
  std::uint32_t answer = 0;  ///< its place in the log
  std::uint32_t days = 0;    ///< since the card's last answer
  std::uint32_t nth = 0;     ///< which of the card's items it is, from 1
  std::uint32_t lapses = 0;  ///< items of the card that were failed before
  bool recalled = false;
  float weight = 0;  ///< in training: 0.25..1 by age; 0 for an outlier
};

/// How good foretold chances were.
struct Metrics {
  std::size_t items = 0;
  double log_loss = 0;   ///< mean of −ln of the chance that was given to what happened; lower is better
  double rmse_bins = 0;  ///< how far chance and share recalled lie apart in bins of items alike; lower is better
  double auc = 0;        ///< how often a recalled item had the higher chance; 0.5 is a coin; NaN if all are alike
};
/// Of as many chances as items, unweighted.
Metrics metrics_of(std::span<const Item> items, std::span<const double> chances);
/// Mean log loss with the weights of training, outliers left out: what decides between old weights and new.
double weighted_log_loss(std::span<const Item> items, std::span<const double> chances);

/// The items of a log, and what a model foretold of each.
class Judge {
 public:
  explicit Judge(const AnswerLog& log);
  ~Judge();
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;
  /// In the order of the log.
  const std::vector<Item>& items() const;
  /// Chances by FSRS-6 with these weights (each within its range), one for each item.
  std::vector<double> fsrs(const FsrsWeights& weights) const;
  /// Chances by SM-2, its interval taken for the time until 0.9 is left: answers of the same day left out.
  std::vector<double> sm2() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// The same measures for every model.
struct Judged {
  Metrics trained, published, current, sm2;
};
/// Foretelling what had not been seen: the items in six parts of equal number by time; each but the first is foretold
/// with weights trained on all before it.
struct SplitsReport {
  Judged all;    ///< over every item foretold
  Judged usual;  ///< outliers left out, as srs-benchmark does
};
/// Nothing with fewer than 6 items, or when `progress` said stop. `current`: the weights in force now.
std::optional<SplitsReport> time_series_splits(const AnswerLog& log, const Judge& judge, const FsrsWeights& current,
                                               const TrainOptions& options, const TrainProgress& progress = {});

}  // namespace ebb
