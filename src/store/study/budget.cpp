// Chooses cards by saved recall a second.
#include "store/study/budget.hpp"

#include <algorithm>
#include <numeric>

#include "store/fold/card_row.hpp"
#include "store/fold/parameters_log.hpp"
#include "store/fold/standing.hpp"

namespace ebb {
namespace {

constexpr std::chrono::days horizon{7};

double median(std::vector<double>& values, double otherwise) {
  constexpr std::size_t enough = 10;
  if (values.size() < enough) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Memory memory_of(Store& store, CardId card) {
  const auto row = read_card(store, card);
  return row ? row->memory : Memory{};
}

// The parameters that an answer now would name; those of the card's last while its deck's are not logged yet.
const Scheduler& scheduler_of(Store& store, CardId card) {
  const std::int64_t par = par_of_note(store, card.note());
  return store.scheduler(std::max<std::int64_t>(par, 0));
}

}  // namespace

AnswerTimes answer_times(Store& store) {
  std::vector<double> review, fresh;
  Statement& newest = store.sql("SELECT ms, prev FROM review WHERE kind = 0 ORDER BY id DESC LIMIT 1000");
  while (newest.step())
    if (newest.number(0) > 0) (newest.number(1) == 0 ? fresh : review).push_back(static_cast<double>(newest.number(0)) / 1000);
  AnswerTimes times;
  times.review = median(review, times.review);
  times.fresh = median(fresh, times.review);
  return times;
}

CardWorth worth_of(Store& store, const QueuedCard& card, const Today& today, const AnswerTimes& times) {
  const Scheduler& scheduler = scheduler_of(store, card.card);
  const Memory memory = memory_of(store, card.card);
  const Day later = today.day + horizon;
  const auto after = [&](Quality quality) { return scheduler.recall(scheduler.answer(memory, quality, today.day), later); };
  if (card.kind == QueuedCard::Kind::fresh) {
    const auto steps = static_cast<double>(scheduler.parameters().steps.size());
    return {after(Quality::good), times.fresh + (scheduler.spreads() ? steps * times.review : 0)};
  }
  if (card.kind == QueuedCard::Kind::drill) return {1, times.review};  // begun today: it goes before all others
  const double now = scheduler.recall(memory, today.day);
  const double saved = now * after(Quality::good) + (1 - now) * after(Quality::again) - scheduler.recall(memory, later);
  return {std::max(saved, 0.0), times.review * (2 - now)};
}

PlannedTime choose_within(Store& store, std::vector<QueuedCard>& cards, const Today& today, Millis budget) {
  const AnswerTimes times = answer_times(store);
  std::vector<CardWorth> worth;
  for (const QueuedCard& card : cards) worth.push_back(worth_of(store, card, today, times));
  std::vector<std::size_t> order(cards.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const bool fresh_a = cards[a].kind == QueuedCard::Kind::fresh, fresh_b = cards[b].kind == QueuedCard::Kind::fresh;
    if (fresh_a != fresh_b) return fresh_b;
    if (fresh_a) return false;  // among new cards the order of the file
    return worth[a].saved * worth[b].seconds > worth[b].saved * worth[a].seconds;
  });
  PlannedTime planned;
  planned.of = static_cast<int>(cards.size());
  const double room = static_cast<double>(budget.count()) / 1000;
  double used = 0;
  std::vector<bool> chosen(cards.size());
  for (const std::size_t at : order) {
    if (used + worth[at].seconds > room && used > 0) continue;
    used += worth[at].seconds;
    planned.saved += worth[at].saved;
    chosen[at] = true;
    ++planned.cards;
  }
  planned.time = Millis{static_cast<std::int64_t>(used * 1000)};
  std::size_t at = 0;
  std::erase_if(cards, [&](const QueuedCard&) { return !chosen[at++]; });
  return planned;
}

}  // namespace ebb
