// Whether a card passes one test.
#include "store/study/ready_test.hpp"

#include <algorithm>

#include "ebb/text/unicode.hpp"
#include "store/edit/decks.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"

namespace ebb {
namespace {

using About = CardTest::About;
using Field = CardTest::Field;
using State = CardTest::State;
using Number = CardTest::Number;
using DayOf = CardTest::DayOf;

constexpr int least_leech = 2;  // no deck calls a card a leech before
constexpr int mature_days = 21;

std::set<std::int64_t> tags_under(Store& store, const std::string& name) {
  std::set<std::int64_t> found;
  const std::string wanted = fold_text(name);
  Statement& all = store.sql("SELECT id, name FROM tag");
  while (all.step()) {
    const std::string folded = fold_text(all.text(1));
    if (name_fits(wanted, folded) || name_fits(wanted + "::*", folded)) found.insert(all.number(0));
  }
  return found;
}

// When study days begin, in minutes after midnight.
int rollover_of(const Today& today) {
  const std::int64_t ends = today.ends.time_since_epoch().count() / 60000 + today.offset_min;
  return static_cast<int>(((ends % 1440) + 1440) % 1440);
}

bool any_row(Statement& find) {
  const bool found = find.step();
  find.reset();
  return found;
}

bool is_buried(Store& store, CardId card, Day day) {
  return any_row(store.sql("SELECT 1 FROM buried WHERE card = ? AND day = ?").bind(1, card.value).bind(2, day_number(day)));
}

}  // namespace

ReadyTest::ReadyTest(Store& store, const CardTest& test, const Today& today)
    : store_(store), test_(test), today_(today), rollover_min_(rollover_of(today)) {
  if (test.about == About::deck) numbers_ = decks_under(store, test.text);
  if (test.about == About::tag && !test.text.empty()) numbers_ = tags_under(store, test.text);
  if (test.about == About::words) {
    words_.emplace(test.text);
    hits_ = SearchHits::find(store, *words_, test.field);
  }
  if (test.about == About::pattern) pattern_.emplace(test.text);
}

bool ReadyTest::passes(SievedCard& card) const {
  switch (test_.about) {
    case About::words: return has_words(card);
    case About::pattern: return fits_pattern(card);
    case About::deck: return numbers_.contains(card.deck());
    case About::tag: return has_tag(card);
    case About::id: return has_id(card);
    case About::state: return in_state(card);
    case About::number: return in_numbers(card);
    case About::day: return in_days(card);
  }
  return false;
}

bool ReadyTest::has_words(SievedCard& card) const {
  if (hits_) {
    const auto answer = card.found_in(*hits_);
    if (answer != SearchHits::Answer::look) return answer == SearchHits::Answer::yes;
  }
  if (test_.field != Field::answer && words_->in(card.folded_question())) return true;
  return test_.field != Field::question && words_->in(card.folded_answer());
}

bool ReadyTest::fits_pattern(SievedCard& card) const {
  if (test_.field != Field::answer && pattern_->in(card.question())) return true;
  return test_.field != Field::question && pattern_->in(card.answer());
}

bool ReadyTest::has_tag(SievedCard& card) const {
  if (test_.text.empty())
    return !any_row(store_.sql("SELECT 1 FROM tag JOIN note_tag ON note_tag.tag = tag.id AND note = ?").bind(1, card.note().value));
  return std::any_of(numbers_.begin(), numbers_.end(), [&](std::int64_t tag) {
    return any_row(store_.sql("SELECT 1 FROM note_tag WHERE tag = ? AND note = ?").bind(1, tag).bind(2, card.note().value));
  });
}

bool ReadyTest::has_id(SievedCard& card) const {
  const std::string id = card.public_id();
  return std::any_of(test_.ids.begin(), test_.ids.end(), [&](const std::string& prefix) {
    const std::size_t dot = std::min(prefix.find('.'), prefix.size());
    return id.starts_with(prefix.substr(0, dot)) && (dot == prefix.size() || id.ends_with(prefix.substr(dot)));
  });
}

bool ReadyTest::in_state(SievedCard& card) const {
  const Memory& memory = card.memory();
  const std::string_view name = state_name(memory, today_.day);
  switch (test_.state) {
    case State::due:
      return card.live() && memory.due && (*memory.due <= today_.day || drills_on(memory, today_.day));
    case State::fresh: return name == "new";
    case State::learning: return name == "learning";
    case State::review: return name == "review";
    case State::suspended: return card.suspended();
    case State::buried: return is_buried(store_, card.card(), today_.day);
    case State::marked: return card.note_flags() & note_marked;
    case State::orphan: return card.note_flags() & note_is_orphan;
    case State::leech:
      return memory.lapses >= least_leech && is_leech(memory.lapses, parameters_of_note(store_, card.note()).day.leech);
    case State::failed: return memory.reviews > 0 && memory.repetitions == 0;
    case State::young: return memory.reviews > 0 && memory.interval < mature_days;
    case State::mature: return memory.reviews > 0 && memory.interval >= mature_days;
  }
  return false;
}

std::optional<double> ReadyTest::number_of(SievedCard& card) const {
  const Memory& memory = card.memory();
  const auto learnt = [&](double number) { return memory.reviews > 0 ? std::optional(number) : std::nullopt; };
  const auto modelled = [&](double number) { return memory.stability > 0 ? std::optional(number) : std::nullopt; };
  switch (test_.number) {
    case Number::interval: return learnt(memory.interval);
    case Number::ease: return learnt(memory.ease / 100.0);
    case Number::lapses: return memory.lapses;
    case Number::reps: return memory.reviews;
    case Number::stability: return modelled(memory.stability);
    case Number::difficulty: return modelled(memory.difficulty);
    case Number::recall: return card.recall(today_.day);
    case Number::flag: return card.flag();
  }
  return {};
}

bool ReadyTest::in_numbers(SievedCard& card) const {
  const auto number = number_of(card);
  return number && test_.numbers.has(*number);
}

std::optional<Day> ReadyTest::day_of(SievedCard& card) const {
  switch (test_.day) {
    case DayOf::due: return card.due();
    case DayOf::added: return card.added(rollover_min_);
    case DayOf::edited: return card.edited(rollover_min_);
    case DayOf::introduced: {
      if (card.memory().reviews == 0) return {};
      const auto lived = live_reviews(store_, card.card());
      const auto first = std::find_if(lived.begin(), lived.end(),
                                      [](const LoggedReview& logged) { return logged.review.intent != Intent::cram; });
      return first == lived.end() ? std::nullopt : std::optional(first->review.day);
    }
    case DayOf::rated: break;
  }
  return {};
}

bool ReadyTest::in_days(SievedCard& card) const {
  if (test_.day == DayOf::rated) return is_rated(card);
  const auto day = day_of(card);
  return day && test_.days.has(*day, today_.day);
}

// The day of the newest answer is in the row; only for what it does not tell is the log read.
bool ReadyTest::is_rated(SievedCard& card) const {
  const auto last = card.memory().last;
  if (!last || (test_.days.first && *last < test_.days.first->on(today_.day))) return false;
  if (!test_.grade && test_.days.has(*last, today_.day)) return true;
  const auto lived = live_reviews(store_, card.card());
  return std::any_of(lived.begin(), lived.end(), [&](const LoggedReview& logged) {
    return logged.review.intent != Intent::cram && test_.days.has(logged.review.day, today_.day) &&
           (!test_.grade || grade_of(logged.review.quality) == *test_.grade);
  });
}

}  // namespace ebb
