// Cards by interval, ease, stability, difficulty and chance to remember. A bin holds what is at least its lower end and
// below that of the next.
#include <algorithm>
#include <array>
#include <cmath>

#include "ebb/stats/card_tables.hpp"

namespace ebb {
namespace {

constexpr std::array day_ends{0, 1, 2, 4, 7, 14, 21, 45, 90, 180, 365, 730};
constexpr int first_ease = 130, ease_width = 20, last_ease = 330;  // hundredths

// The lower end of the bin of a number of days.
int days_bin(double days) {
  return *std::prev(std::upper_bound(day_ends.begin() + 1, day_ends.end(), days));
}

int ease_bin(int ease) {
  return first_ease + std::clamp(ease - first_ease, 0, last_ease - first_ease) / ease_width * ease_width;
}

StatsTable histogram(std::string name, std::string title, std::string about, StatsUnit unit) {
  StatsTable table{std::move(name), std::move(title), std::move(about), {}, {}, ChartKind::bars, 2};
  table.column("from", "from", unit).column("below", "below", unit).column("cards", "cards");
  return table;
}

std::int64_t in_bin(const std::map<int, std::int64_t>& bins, int bin) {
  const auto found = bins.find(bin);
  return found == bins.end() ? 0 : found->second;
}

StatsTable days_histogram(const std::map<int, std::int64_t>& bins, std::string name, std::string title, std::string about) {
  StatsTable table = histogram(std::move(name), std::move(title), std::move(about), StatsUnit::count);
  for (std::size_t i = 0; i < day_ends.size(); ++i) {
    const StatsCell below = i + 1 < day_ends.size() ? StatsCell{std::int64_t{day_ends[i + 1]}} : StatsCell{};
    table.rows.push_back({std::int64_t{day_ends[i]}, below, in_bin(bins, day_ends[i])});
  }
  return table;
}

StatsTable ease_histogram(const std::map<int, std::int64_t>& bins) {
  StatsTable table = histogram("ease", "Ease", "SM-2's factor of the cards in review.", StatsUnit::real);
  for (int from = first_ease; from <= last_ease; from += ease_width) {
    const StatsCell below = from < last_ease ? StatsCell{(from + ease_width) / 100.0} : StatsCell{};
    table.rows.push_back({from / 100.0, below, in_bin(bins, from)});
  }
  return table;
}

// Bins of `width` from `first` to `last`, which has its end in it.
StatsTable even_histogram(const std::map<int, std::int64_t>& bins, StatsTable table, int first, int last, int width) {
  for (int from = first; from < last; from += width)
    table.rows.push_back({std::int64_t{from}, std::int64_t{from + width}, in_bin(bins, from)});
  return table;
}

}  // namespace

void CardHistograms::add(const CardFacts& card, Day today) {
  const CardState state = state_of(card, today);
  if (state == CardState::suspended || state == CardState::fresh) return;
  const Memory& memory = card.memory;
  if (state != CardState::learning) {
    ++intervals_[days_bin(memory.interval)];
    ++ease_[ease_bin(memory.ease)];
  }
  if (memory.stability > 0) {
    ++stability_[days_bin(memory.stability)];
    ++difficulty_[std::clamp(static_cast<int>(std::floor(memory.difficulty)), 1, 9)];
  }
  if (card.recall) ++recall_[std::clamp(static_cast<int>(std::floor(*card.recall * 10)), 0, 9) * 10];
}

std::vector<StatsTable> CardHistograms::tables() const {
  std::vector<StatsTable> tables;
  tables.push_back(days_histogram(intervals_, "intervals", "Intervals", "Days between reviews of the cards in review."));
  tables.push_back(ease_histogram(ease_));
  tables.push_back(days_histogram(stability_, "stability", "Stability",
                                  "Days until the chance to remember has fallen to 90 %; FSRS only."));
  tables.push_back(even_histogram(
      difficulty_, histogram("difficulty", "Difficulty", "From 1, easy, to 10; FSRS only.", StatsUnit::count), 1, 10, 1));
  tables.push_back(even_histogram(
      recall_, histogram("recall", "Chance to remember now", "Percent, of every card that was seen.", StatsUnit::count), 0,
      100, 10));
  return tables;
}

}  // namespace ebb
