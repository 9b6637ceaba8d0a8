// A counting sort that keeps the order: two passes over the log.
#include "train/histories.hpp"

#include <algorithm>

namespace ebb {

Histories histories_of(const AnswerLog& log, std::size_t count) {
  const std::uint32_t* card = log.card().data();
  const std::int32_t* day = log.day().data();
  const std::uint8_t* grade = log.grade().data();
  Histories grouped;
  grouped.begin.assign(log.cards() + 1, 0);
  grouped.answers.resize(count);
  grouped.items.resize(count);
  grouped.card_at = std::span(log.card()).first(count);
  for (std::size_t i = 0; i < count; ++i) ++grouped.begin[card[i] + 1];
  for (std::size_t c = 0; c < log.cards(); ++c) grouped.begin[c + 1] += grouped.begin[c];

  struct Cursor {
    std::uint32_t at;
    std::int32_t last;  // the day of the card's last answer
  };
  std::vector<Cursor> cursors(log.cards());
  for (std::size_t c = 0; c < cursors.size(); ++c) cursors[c] = {grouped.begin[c], 0};
  constexpr std::int64_t longest = (1 << 28) - 1;
  for (std::size_t i = 0; i < count; ++i) {
    Cursor& cursor = cursors[card[i]];
    const bool first = cursor.at == grouped.begin[card[i]];
    const std::int64_t since = first ? 0 : std::int64_t{day[i]} - cursor.last;
    Answered& answer = grouped.answers[cursor.at++];
    answer.order = static_cast<std::uint32_t>(i);
    answer.days = static_cast<std::uint32_t>(std::clamp<std::int64_t>(since, 0, longest)) & 0xfffffffU;
    answer.grade = grade[i] & 0xfU;
    grouped.items[i] = is_item(answer) ? (grade[i] > 1 ? 2 : 1) : 0;
    cursor.last = first ? day[i] : std::max(cursor.last, day[i]);
  }
  return grouped;
}

}  // namespace ebb
