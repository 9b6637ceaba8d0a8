// The log grouped by card: what every stage of training walks over.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ebb/train/answers.hpp"

namespace ebb {

// One answer of a card.
struct Answered {
  std::uint32_t order;      // its place in the log
  std::uint32_t days : 28;  // study days since the card's last answer; 0 for its first
  std::uint32_t grade : 4;  // 1..4
};

// An answer on a later day than the one before is an item: something to predict.
inline bool is_item(const Answered& answer) {
  return answer.days > 0;
}

// The answers of all cards, each card's in order.
struct Histories {
  std::vector<std::uint32_t> begin;  // where each card begins, and the end: one more than there are cards
  std::vector<Answered> answers;
  std::vector<std::uint8_t> items;      // by place in the log: 0 no item, 1 a failed one, 2 a recalled one
  std::span<const std::uint32_t> card_at;  // by place in the log; of the log, which must outlive this
  std::size_t cards() const { return begin.size() - 1; }
  std::span<const Answered> of(std::size_t card) const {
    return std::span(answers).subspan(begin[card], begin[card + 1] - begin[card]);
  }
};

// Groups the first `count` answers of a log, by counting.
Histories histories_of(const AnswerLog& log, std::size_t count);

}  // namespace ebb
