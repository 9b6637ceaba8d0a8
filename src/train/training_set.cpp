// Recent items count more: from a quarter for the oldest to one for the newest.
#include "train/training_set.hpp"

#include <numeric>

namespace ebb {
namespace {

struct Marked {
  std::vector<float> marks;  // by place in the log: 1 for a used item
  std::size_t items = 0, used = 0, recalled = 0;
};

Marked mark_items(const Histories& histories, const std::vector<std::uint8_t>& kept) {
  Marked marked;
  marked.marks.resize(histories.items.size());
  for (std::size_t i = 0; i < histories.items.size(); ++i) {
    const unsigned item = histories.items[i];
    marked.items += item > 0;
    if (item == 0 || kept[histories.card_at[i]] == 0) continue;
    ++marked.used;
    marked.recalled += item == 2;
    marked.marks[i] = 1;
  }
  return marked;
}

void weigh(std::vector<float>& marks, std::size_t used) {
  const double step = used > 1 ? 1 / static_cast<double>(used - 1) : 0;
  double rank = 0;
  for (float& mark : marks) {
    if (mark <= 0) continue;
    const double age = rank++ * step;
    mark = static_cast<float>(0.25 + 0.75 * age * age * age);
  }
}

}  // namespace

TrainingSet training_set(const Histories& histories) {
  const Kept kept = without_outliers(histories);
  Marked marked = mark_items(histories, kept.cards);
  weigh(marked.marks, marked.used);
  TrainingSet set;
  set.items = marked.items;
  set.used = marked.used;
  set.counts = counts_of(kept);
  set.first_items = std::accumulate(set.counts.begin(), set.counts.end(), std::size_t{0});
  const double mean = marked.used == 0 ? 0 : static_cast<double>(marked.recalled) / static_cast<double>(marked.used);
  FirstStabilities first{};
  for (std::size_t grade = 0; grade < 4; ++grade) first[grade] = fitted_stability(kept.groups[grade], grade, mean);
  first = smoothed(first, set.counts);
  set.start = default_fsrs_weights();
  for (std::size_t grade = 0; grade < 4; ++grade) set.start[grade] = first[grade];
  set.weights = std::move(marked.marks);
  return set;
}

std::vector<float> every_item(const Histories& histories) {
  std::vector<float> marks(histories.items.size());
  for (std::size_t i = 0; i < marks.size(); ++i) marks[i] = histories.items[i] > 0 ? 1.0F : 0.0F;
  return marks;
}

}  // namespace ebb
