// Fitting the weights of FSRS-6 to a log of answers. What is done, and why: docs/training.md.
#pragma once
#include <cstddef>
#include <functional>
#include <string>

#include "ebb/schedule/fsrs.hpp"
#include "ebb/train/answers.hpp"

namespace ebb {

/// What to train on, and how. The defaults are those of the official optimizer.
struct TrainOptions {
  std::size_t answers = static_cast<std::size_t>(-1);  ///< only the first ones of the log
  int relearning_steps = 1;                            ///< of the deck: more lower the ceiling of w17 and w18
  std::string kernel;                                  ///< `avx512`, `avx2`, `baseline`; empty: the widest that runs
};

/// How far training could go with what there was.
enum class Reach {
  nothing,            ///< fewer than 8 items: the weights are the published ones
  first_stabilities,  ///< fewer than 64: only w0..w3 were fitted
  all,
};

/// The result of training.
struct Training {
  FsrsWeights weights{};
  Reach reach = Reach::nothing;
  std::size_t reviews = 0;  ///< answers looked at
  std::size_t items = 0;    ///< of them, those to predict: on a later day than the card's last
  std::size_t used = 0;     ///< items left after the outlier filter
  bool stopped = false;     ///< the caller said stop: the weights are of no use
};

/// Told how far training is (0..1); returns false to stop it.
using TrainProgress = std::function<bool(double)>;

/// Trains. The same log gives the same weights on every run, and with every kernel to the last bit. Throws
/// `std::invalid_argument` for a kernel that does not run here.
Training train(const AnswerLog& log, const TrainOptions& options = {}, const TrainProgress& progress = {});

}  // namespace ebb
