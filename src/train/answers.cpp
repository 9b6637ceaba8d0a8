// Numbering cards as they appear: an open hash table, because a log has millions of answers.
#include "ebb/train/answers.hpp"

#include <algorithm>

namespace ebb {
namespace {

std::size_t spread(std::uint64_t card) {
  card ^= card >> 31;
  card *= 0x9e3779b97f4a7c15U;
  return static_cast<std::size_t>(card ^ (card >> 29));
}

}  // namespace

void AnswerLog::reserve(std::size_t answers) {
  cards_.reserve(answers);
  days_.reserve(answers);
  grades_.reserve(answers);
}

void AnswerLog::grow() {
  slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    std::size_t at = spread(names_[i]) & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

std::uint32_t AnswerLog::number_of(std::uint64_t card) {
  if (names_.size() * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = spread(card) & mask;
  while (slots_[at] != 0) {
    if (names_[slots_[at] - 1] == card) return slots_[at] - 1;
    at = (at + 1) & mask;
  }
  names_.push_back(card);
  last_.push_back(0);
  slots_[at] = static_cast<std::uint32_t>(names_.size());
  return slots_[at] - 1;
}

void AnswerLog::append(std::uint32_t number, int day, Grade grade) {
  cards_.push_back(number);
  days_.push_back(day);
  grades_.push_back(static_cast<std::uint8_t>(grade));
  last_[number] = day;
}

void AnswerLog::add(std::uint64_t card, int day, Grade grade) {
  const std::size_t before = cards();
  const std::uint32_t number = number_of(card);
  append(number, cards() > before ? day : std::max(day, last_[number]), grade);
}

void AnswerLog::add_since(std::uint64_t card, int since, Grade grade) {
  const std::size_t before = cards();
  const std::uint32_t number = number_of(card);
  append(number, cards() > before ? 0 : last_[number] + std::max(since, 0), grade);
}

}  // namespace ebb
