// One optimisation, wherever its answers come from: training, judging, and what both come to.
#pragma once
#include <optional>

#include "cli/program/command.hpp"
#include "ebb/train/evaluate.hpp"
#include "ebb/train/train.hpp"

namespace ebb {

struct Optimized {
  Training training;
  double train_ms = 0;  // from the log in memory to the weights
  std::size_t cards = 0;
  FsrsWeights current{};  // the weights in force now; the published ones without a collection
  Judged in_sample;       // over all items, before the outlier filter
  std::optional<SplitsReport> splits;
  bool better = false;  // the new weights foretell the items of training better than the current ones
};

// Trains on a log, judges the weights, and over splits too if `evaluate`. Progress with the time left goes to stderr.
Optimized optimize(const World& world, const AnswerLog& log, const FsrsWeights& current, int relearning_steps,
                   bool evaluate);

// What it came to, for people: sizes, weights, and the tables.
std::string optimized_text(const Optimized& result);
// The members of the JSON result.
class JsonObject;
JsonObject optimized_json(const Optimized& result);

}  // namespace ebb
