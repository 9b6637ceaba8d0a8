// The pipeline, from the log to the weights.
#include "ebb/train/train.hpp"

#include <algorithm>
#include <stdexcept>

#include "train/polish.hpp"
#include "train/training_set.hpp"

namespace ebb {
namespace {

constexpr std::size_t longest_history = 256;
constexpr std::uint64_t block_seed = 42;
constexpr std::size_t many_items = 200000;  // one epoch has steps enough

const Kernel& kernel_called(const std::string& name) {
  for (const Kernel* kernel : kernels_here())
    if (name.empty() || kernel->name == name) return *kernel;
  throw std::invalid_argument("no kernel " + name + " here");
}

}  // namespace

Training train(const AnswerLog& log, const TrainOptions& options, const TrainProgress& progress) {
  const Kernel& kernel = kernel_called(options.kernel);
  Training result;
  result.reviews = std::min(options.answers, log.size());
  const Histories histories = histories_of(log, result.reviews);
  const TrainingSet set = training_set(histories);
  result.items = set.items;
  result.used = set.used;
  result.weights = default_fsrs_weights();
  if (set.used < 8) return result;
  result.reach = Reach::first_stabilities;
  result.weights = set.start;
  if (set.used < 64 || set.used == set.first_items) return result;
  result.reach = Reach::all;
  const Lanes lanes = pack_lanes(histories, set.weights, longest_history, block_seed);
  Objective objective(lanes, kernel, set.start);
  const bool many = objective.items() >= many_items;
  const Descent descent{.epochs = many ? 1 : 2, .relearning_steps = options.relearning_steps};
  const Polish polish{.relearning_steps = options.relearning_steps};
  const double whole = static_cast<double>(objective.items()) * (descent.epochs + 1 + polish.rounds);
  const Step goes_on = [&] {
    if (progress && !result.stopped) result.stopped = !progress(static_cast<double>(objective.evaluated()) / whole);
    return !result.stopped;
  };
  result.weights = descend(objective, clipped_weights(set.start, options.relearning_steps), descent, goes_on);
  if (result.stopped) return result;
  result.weights = polished(objective, result.weights, polish, goes_on);
  const FirstStabilities first =
      smoothed({result.weights[0], result.weights[1], result.weights[2], result.weights[3]}, set.counts);
  std::copy(first.begin(), first.end(), result.weights.begin());
  return result;
}

}  // namespace ebb
