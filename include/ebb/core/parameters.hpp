// What a deck asks of its scheduler: every setting that a schedule depends on, in one value.
#pragma once
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/time.hpp"

namespace ebb {

/// What counts in a typed answer; what does not is folded before it is compared.
struct TypedStrictly {
  bool letter_case = false, accents = false, punctuation = false;
  bool operator==(const TypedStrictly&) const = default;
};

/// What a deck asks of a study day, when it calls a card a leech, and how it takes typed answers. No schedule depends on it: answers do not name it.
struct DayShare {
  int fresh = 10;              ///< new cards a study day
  std::optional<int> reviews;  ///< reviews a study day; nothing: all that are due
  int leech = 6;               ///< lapses from which a card is a leech
  TypedStrictly typed;         ///< nothing, unless set
  bool operator==(const DayShare&) const = default;
};

/// The settings in force for a card. An answer names the entry of the log that holds them, so that its schedule can be
/// worked out again for ever. The default is what a collection begins with: SM-2.
struct Parameters {
  std::string scheduler = "sm2";       ///< a name from the table of schedulers
  std::vector<double> weights;         ///< FSRS: 21 numbers; empty: the published ones
  double retention = 0.9;              ///< FSRS: the chance to remember at which a card comes back, 0.70..0.99
  std::vector<std::chrono::seconds> steps{std::chrono::minutes{1}, std::chrono::minutes{10}};  ///< of a new card
  std::vector<std::chrono::seconds> relearning{std::chrono::minutes{10}};                      ///< of a forgotten one
  int longest = 36500;                 ///< no interval is longer, in days: 1..36500
  bool ordered = true;                 ///< FSRS: Hard < Good < Easy, and a longer interval grows by a day at least
  bool fuzz = true;                    ///< the due day is spread a little; never under SM-2
  bool balance = false;                ///< within that spread, the day with the least to do is taken
  std::array<int, 7> weekdays{100, 100, 100, 100, 100, 100, 100};  ///< Monday first: share of the usual work, percent
  std::optional<Day> exam;             ///< everything is seen once more in the days before it
  int exam_window = 14;                ///< how many days before it, 1..365
  DayShare day;                        ///< limits of a day; no part of what an answer names
  bool operator==(const Parameters&) const = default;
};

}  // namespace ebb
