// Reads what statistics ask for: the tally where it is enough, the log and the cards where a filter or a group asks more.
#include "cli/stats/stats_source.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "ebb/store/catchup.hpp"

namespace ebb {

StatsSource::StatsSource(Collection& collection, StatsAsked asked, const Today& today)
    : collection_(collection), asked_(std::move(asked)), today_(today) {}

DayRange StatsSource::range(std::optional<int> days) {
  const Day until = asked_.until.value_or(today_.day);
  if (asked_.since) return {std::min(*asked_.since, until), until};
  if (days) return {until - std::chrono::days{*days - 1}, until};
  const Day first = rows().empty() ? until : rows().front().day;
  return {std::min(first, until), until};
}

const std::vector<TallyRow>& StatsSource::rows() {
  if (!rows_) rows_ = asked_.filtered() ? log().tally.rows() : tally(collection_, day_from_number(0), today_.day);
  return *rows_;
}

void StatsSource::for_each_answer_asked(const std::function<void(const CountedAnswer&, bool in_range)>& visit) {
  const DayRange days{asked_.since.value_or(day_from_number(0)), asked_.until.value_or(today_.day)};
  for_each_counted_answer(collection_, asked_.filter, today_, [&](const CountedAnswer& answer) {
    if (!answer.cram && answer.day <= today_.day) visit(answer, days.contains(answer.day));
  });
}

const StatsSource::LogSums& StatsSource::log() {
  if (log_) return *log_;
  log_.emplace();
  for_each_answer_asked([&](const CountedAnswer& answer, bool in_range) {
    log_->tally.add(answer);
    if (in_range) log_->hours.add(answer);
  });
  return *log_;
}

const HourSum& StatsSource::hours() {
  return log().hours;
}

const std::vector<TallyGroup>& StatsSource::groups(By by) {
  if (const auto known = groups_.find(by); known != groups_.end()) return known->second;
  const NoteGroups names(collection_, by);
  std::vector<TallySum> sums(names.names().size());
  std::vector<std::unordered_set<std::int64_t>> cards(sums.size());
  for_each_answer_asked([&](const CountedAnswer& answer, bool in_range) {
    if (!in_range) return;
    names.for_each(answer.card.note(), [&](std::uint32_t group) {
      sums[group].add(answer);
      cards[group].insert(answer.card.value);
    });
  });
  std::vector<TallyGroup>& groups = groups_[by];
  for (std::size_t i = 0; i < sums.size(); ++i)
    if (!cards[i].empty())
      groups.push_back({names.names()[i], sums[i].rows(), static_cast<std::int64_t>(cards[i].size())});
  return groups;
}

const DueDays& StatsSource::due() {
  if (asked_.filtered()) return cards().due;
  if (due_) return *due_;
  due_.emplace();
  for_each_due_day(collection_, [&](Day day, int cards) { (*due_)[day] = cards; });
  return *due_;
}

StateCounts StatsSource::states() {
  if (!asked_.filtered()) return state_counts(collection_, today_);
  const CardSums& sums = cards().sums;
  return {static_cast<int>(sums.fresh), static_cast<int>(sums.learning), static_cast<int>(sums.young),
          static_cast<int>(sums.mature), static_cast<int>(sums.suspended)};
}

const std::vector<DayRange>& StatsSource::away() {
  if (away_) return *away_;
  away_.emplace();
  for (const AwayDays& days : away_days(collection_)) away_->push_back({days.from, days.until});
  return *away_;
}

const StatsSource::CardsRead& StatsSource::cards() {
  if (cards_) return *cards_;
  cards_ = CardsRead();  // clang 14 cannot emplace what this class is not complete for
  const CardModels models(collection_);
  for_each_counted_card(collection_, asked_.filter, today_, [&](const CountedCard& card) {
    const CardFacts facts{card.memory, card.suspended, models.recall(card.deck, card.memory, today_.day)};
    cards_->sums.add(facts, today_.day);
    cards_->histograms.add(facts, today_.day);
    if (!card.suspended && card.memory.due) ++cards_->due[*card.memory.due];
    if (card.memory.lapses > 0) cards_->failing.push_back(card);
    if (models.is_leech(card.deck, card.memory.lapses)) ++cards_->leeches;
  });
  return *cards_;
}

const std::vector<StatsSource::CardGroup>& StatsSource::card_groups(By by) {
  if (const auto known = card_groups_.find(by); known != card_groups_.end()) return known->second;
  const NoteGroups names(collection_, by);
  const CardModels models(collection_);
  std::vector<CardGroup> all(names.names().size());
  for_each_counted_card(collection_, asked_.filter, today_, [&](const CountedCard& card) {
    const CardFacts facts{card.memory, card.suspended, models.recall(card.deck, card.memory, today_.day)};
    names.for_each(card.card.note(), [&](std::uint32_t group) {
      all[group].sums.add(facts, today_.day);
      if (!card.suspended && card.memory.due) ++all[group].due[*card.memory.due];
    });
  });
  std::vector<CardGroup>& groups = card_groups_[by];
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].sums.cards == 0) continue;
    all[i].key = names.names()[i];
    groups.push_back(std::move(all[i]));
  }
  return groups;
}

const ForetoldAnswers& StatsSource::foretold() {
  if (!foretold_) foretold_ = foretell(collection_, asked_, today_, range());
  return *foretold_;
}

}  // namespace ebb
