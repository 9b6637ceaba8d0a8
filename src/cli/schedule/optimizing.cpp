// Training with a clock beside it, and a bar when it takes long enough to wonder.
#include "cli/schedule/optimizing.hpp"

#include "cli/program/work_bar.hpp"

namespace ebb {
namespace {

constexpr double split_work = 2.5;  // five trainings on a half of the log, in trainings on all of it

std::optional<SplitsReport> split(const AnswerLog& log, const Judge& judge, const FsrsWeights& current,
                                  const TrainOptions& options, WorkBar& bar) {
  return time_series_splits(log, judge, current, options, [&bar](double done) {
    bar.show((1 + done * split_work) / (1 + split_work));
    return true;
  });
}

}  // namespace

Optimized optimize(const World& world, const AnswerLog& log, const FsrsWeights& current, int relearning_steps,
                   bool evaluate) {
  WorkBar bar(world.err_terminal && !world.globals.quiet, "Training");
  const TrainOptions options{.relearning_steps = relearning_steps, .kernel = {}};
  Optimized result;
  result.cards = log.cards();
  result.current = clipped_weights(current);
  const auto began = steady_clock_us();
  result.training = train(log, options, [&](double done) {
    bar.show(evaluate ? done / (1 + split_work) : done);
    return true;
  });
  result.train_ms = static_cast<double>((steady_clock_us() - began).count()) / 1000;
  const Judge judge(log);
  const auto& items = judge.items();
  const auto trained = judge.fsrs(result.training.weights), now = judge.fsrs(result.current);
  result.better =
      result.training.reach != Reach::nothing && weighted_log_loss(items, trained) < weighted_log_loss(items, now);
  result.in_sample = {metrics_of(items, trained), metrics_of(items, judge.fsrs(default_fsrs_weights())),
                      metrics_of(items, now), metrics_of(items, judge.sm2())};
  if (evaluate) result.splits = split(log, judge, result.current, options, bar);
  return result;
}

}  // namespace ebb
