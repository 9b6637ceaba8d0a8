// What to look for among cards: a filter as a value, a tree of tests joined by and, or, not.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ebb/core/grade.hpp"
#include "ebb/core/time.hpp"

namespace ebb {

/// Numbers from `low` to `high`, each without a limit if absent.
struct NumberRange {
  std::optional<double> low, high;
  bool above_low = false;   ///< `low` itself is outside
  bool below_high = false;  ///< `high` itself is outside
  bool has(double number) const;
  bool operator==(const NumberRange&) const = default;
};

/// A study day as it was typed: a date, or so many days from today.
struct DayPoint {
  std::optional<Day> date;
  int days_from_today = 0;  ///< if there is no date; the past is negative
  Day on(Day today) const;
  bool operator==(const DayPoint&) const = default;
};

/// Study days from `first` to `last`, both inside, each without a limit if absent.
struct DaySpan {
  std::optional<DayPoint> first, last;
  bool has(Day day, Day today) const;
  bool operator==(const DaySpan&) const = default;
};

/// One thing that a card is or is not.
struct CardTest {
  /// What is asked about.
  enum class About {
    words,    ///< `text` stands in the card: whole words unless it has `*` (ebb/text/search.hpp)
    pattern,  ///< the regular expression `text` fits the card
    deck,     ///< in the deck `text` or one under it; `*` stands for anything
    tag,      ///< has the tag `text` or one under it; `*` stands for anything; empty: has no tag
    id,       ///< its id begins with one of `ids`
    state,    ///< `state`
    number,   ///< `number` within `numbers`; a card without such a number fails
    day,      ///< `day` within `days`; a card without such a day fails
  } about = About::words;
  /// Where words and patterns are looked for.
  enum class Field { any, question, answer } field = Field::any;
  enum class State {
    due, fresh, learning, review, suspended, buried, marked, orphan, leech, failed, young, mature
  } state = State::due;
  enum class Number { interval, ease, lapses, reps, stability, difficulty, recall, flag } number = Number::interval;
  enum class DayOf {
    due,
    added,       ///< the note was made
    edited,      ///< its text, tags or cards were last changed
    introduced,  ///< the card was answered for the first time
    rated,       ///< any answer; with `grade`, one of these
  } day = DayOf::due;
  std::string text;
  std::vector<std::string> ids;  ///< prefixes (6 and more lower-case hex digits) of ids, with or without `.ordinal`
  NumberRange numbers;
  DaySpan days;
  std::optional<Grade> grade;
  bool operator==(const CardTest&) const = default;
};

/// A filter. Made of tests; `CardFilter{}` matches every card.
class CardFilter {
 public:
  enum class Op { everything, test, all_of, any_of, none_of };

  CardFilter() = default;
  /// Cards that pass one test.
  explicit CardFilter(CardTest test) : op_(Op::test), test_(std::move(test)) {}
  /// Cards that pass all parts; parts that match everything are left out.
  static CardFilter all_of(std::vector<CardFilter> parts);
  /// Cards that pass at least one part (there must be one).
  static CardFilter any_of(std::vector<CardFilter> parts);
  /// Cards that do not pass.
  static CardFilter none_of(CardFilter part);
  /// The cards of a deck and of those under it.
  static CardFilter in_deck(std::string name);
  /// The cards whose text has this word.
  static CardFilter word(std::string text);

  /// Whether it matches every card because nothing was asked.
  bool empty() const { return op_ == Op::everything; }
  Op op() const { return op_; }
  const CardTest& test() const { return test_; }
  const std::vector<CardFilter>& parts() const { return parts_; }

  /// The tests that every card must pass, whatever else is asked: those not under an `or` or a `not`.
  std::vector<const CardTest*> required() const;
  /// The one deck that every card must be in, as it was typed; empty if there is none, or more than one.
  std::string deck() const;
  /// The same with that deck called otherwise.
  CardFilter with_deck(const std::string& name) const;
  /// The prefixes, if ids are all that is asked for.
  std::vector<std::string> only_ids() const;
  /// The plain words among `required()`.
  std::vector<std::string> words() const;
  bool operator==(const CardFilter&) const = default;

 private:
  Op op_ = Op::everything;
  CardTest test_;
  std::vector<CardFilter> parts_;
};

}  // namespace ebb
