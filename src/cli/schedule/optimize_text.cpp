// The result of an optimisation as text and as JSON.
#include <fmt/format.h>

#include <cmath>

#include "cli/program/json_out.hpp"
#include "cli/schedule/optimizing.hpp"
#include "ebb/core/words.hpp"

namespace ebb {
namespace {

std::string weights_text(const FsrsWeights& weights) {
  std::string text;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (i % 7 == 0) text += i == 0 ? "  " : "\n  ";
    text += fmt::format("{:9.4f}", weights[i]);
  }
  return text + '\n';
}

std::string line_of(const char* name, const Metrics& m) {
  const std::string auc = std::isfinite(m.auc) ? fmt::format("{:.4f}", m.auc) : "-";
  return fmt::format("  {:<18}{:9.4f}{:12.4f}{:>9}\n", name, m.log_loss, m.rmse_bins, auc);
}

std::string table(const std::string& title, const Judged& judged, bool changed) {
  std::string text = fmt::format("{}\n  {:<18}{:>9}{:>12}{:>9}\n", title, "", "log loss", "RMSE (bins)", "AUC");
  text += line_of("new weights", judged.trained);
  if (changed) text += line_of("weights of now", judged.current);
  return text + line_of("published weights", judged.published) + line_of("SM-2", judged.sm2);
}

std::string reach_text(const Training& training) {
  switch (training.reach) {
    case Reach::nothing:
      return fmt::format("Too few to learn from: {} of 8. These are the published weights.\n", training.used);
    case Reach::first_stabilities:
      return "Too few for more than the first four weights; from 64 on, all are trained.\n";
    case Reach::all:
      break;
  }
  return "";
}

JsonObject& add(JsonObject& object, const Metrics& m) {
  return object.number("log_loss", m.log_loss).number("rmse_bins", m.rmse_bins).number("auc", m.auc);
}

std::string json_of(const Metrics& m) {
  JsonObject object;
  return add(object, m).str();
}

JsonObject& add(JsonObject& object, const Judged& judged) {
  return add(object, judged.trained)
      .raw("default", json_of(judged.published))
      .raw("current", json_of(judged.current))
      .raw("sm2", json_of(judged.sm2));
}

std::string split_json(const SplitsReport& splits) {
  JsonObject all, usual;
  all.number("items", static_cast<std::int64_t>(splits.all.trained.items));
  usual.number("items", static_cast<std::int64_t>(splits.usual.trained.items));
  return add(all, splits.all).raw("without_outliers", add(usual, splits.usual).str()).str();
}

std::string_view name_of(Reach reach) {
  return reach == Reach::all ? "all" : reach == Reach::nothing ? "nothing" : "first_stabilities";
}

}  // namespace

std::string optimized_text(const Optimized& result) {
  const Training& training = result.training;
  std::string text = fmt::format("{} on {}; {} to learn from, of them {} without outliers. Trained in {:.1f} ms.\n",
                                 counted(static_cast<std::int64_t>(training.reviews), "answer"),
                                 counted(static_cast<std::int64_t>(result.cards), "card"),
                                 with_commas(static_cast<std::int64_t>(training.items)),
                                 with_commas(static_cast<std::int64_t>(training.used)), result.train_ms);
  text += reach_text(training) + "\nWeights\n" + weights_text(training.weights);
  if (training.items == 0) return text;
  const bool changed = result.current != default_fsrs_weights();
  text += '\n' + table("On the answers they were trained on", result.in_sample, changed);
  if (result.splits)
    text += '\n' + table("On answers that training had not seen: five splits by time", result.splits->all, changed);
  return text;
}

JsonObject optimized_json(const Optimized& result) {
  std::vector<std::string> weights;
  for (const double weight : result.training.weights) weights.push_back(json_number(weight));
  JsonObject object = json_result();
  object.raw("weights", json_array(weights))
      .number("reviews", static_cast<std::int64_t>(result.training.reviews))
      .number("items", static_cast<std::int64_t>(result.training.items))
      .number("used", static_cast<std::int64_t>(result.training.used))
      .text("reach", name_of(result.training.reach))
      .number("train_ms", result.train_ms);
  add(object, result.in_sample);
  if (result.splits)
    object.raw("splits", split_json(*result.splits));
  else
    object.null("splits");
  return object;
}

}  // namespace ebb
