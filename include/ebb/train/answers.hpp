// The log of answers that training learns from: packed, appended in the order of review.
#pragma once
#include <cstdint>
#include <vector>

#include "ebb/core/grade.hpp"

namespace ebb {

/// Answers of all cards in the order they were given: nine bytes each. A card is any 64-bit number.
class AnswerLog {
 public:
  /// Appends an answer given on a study day (any origin; a day before the card's last one counts as that day).
  void add(std::uint64_t card, int day, Grade grade);
  /// Appends an answer so many days after the card's last one; for the first, `since` means nothing.
  void add_since(std::uint64_t card, int since, Grade grade);
  /// How many answers there are.
  std::size_t size() const { return grades_.size(); }
  /// How many different cards there are.
  std::size_t cards() const { return names_.size(); }
  /// Makes room for so many answers.
  void reserve(std::size_t answers);

  /// The cards in order of appearance, 0 and up: one for each answer.
  const std::vector<std::uint32_t>& card() const { return cards_; }
  /// The study day of each answer.
  const std::vector<std::int32_t>& day() const { return days_; }
  /// The grade of each answer, 1..4.
  const std::vector<std::uint8_t>& grade() const { return grades_; }

 private:
  std::uint32_t number_of(std::uint64_t card);
  void append(std::uint32_t number, int day, Grade grade);
  void grow();
  std::vector<std::uint32_t> cards_;
  std::vector<std::int32_t> days_;
  std::vector<std::uint8_t> grades_;
  std::vector<std::uint64_t> names_;  // the card of each number
  std::vector<std::int32_t> last_;    // the day of its last answer
  std::vector<std::uint32_t> slots_;  // hash table of numbers + 1; its size is a power of two
};

}  // namespace ebb
