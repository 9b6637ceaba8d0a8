// Between a memory and the columns of `card`.
#include "store/fold/card_row.hpp"

#include <cstdlib>

#include "store/log/kinds.hpp"

namespace ebb {
namespace {

std::optional<Day> day_or_none(std::int64_t number) {
  if (number == 0) return {};
  return day_from_number(static_cast<int>(number));
}

}  // namespace

std::optional<CardRow> read_card(Store& store, CardId card) {
  Statement& find = store.sql(
      "SELECT due, last, ivl, n, ef, reps, lapses, drill, head, par, flags, s, d, step, wait FROM card WHERE id = ?");
  if (!find.bind(1, card.value).step()) return {};
  CardRow row;
  Memory& memory = row.memory;
  row.live = !find.null(0);
  memory.last = day_or_none(find.number(1));
  memory.interval = static_cast<int>(find.number(2));
  memory.repetitions = static_cast<int>(find.number(3));
  memory.ease = static_cast<int>(find.number(4));
  memory.reviews = static_cast<int>(find.number(5));
  memory.lapses = static_cast<int>(find.number(6));
  memory.drill = day_or_none(find.number(7));
  memory.stability = find.real(11);
  memory.difficulty = find.real(12);
  memory.step = std::abs(static_cast<int>(find.number(13)));
  memory.relearning = find.number(13) < 0;
  memory.wait = std::chrono::seconds{find.number(14)};
  if (memory.reviews > 0) {
    // A suspended card has no due value in the row: without a chosen day it is the last answer and the interval.
    const Day counted = memory.last ? *memory.last + std::chrono::days{memory.interval} : Day{};
    memory.due = row.live ? day_from_number(static_cast<int>(find.number(0))) : counted;
  }
  row.head = find.number(8);
  row.par = find.number(9);
  row.flags = static_cast<int>(find.number(10));
  find.reset();
  return row;
}

void make_card(Store& store, CardId card) {
  store.sql("INSERT OR IGNORE INTO card(id, due) VALUES(?, ?)").bind(1, card.value).bind(2, new_position + card.note().value).run();
}

void write_card(Store& store, CardId card, const CardRow& row) {
  const Memory& memory = row.memory;
  Statement& write = store.sql(
      "UPDATE card SET due = ?2, last = ?3, ivl = ?4, n = ?5, ef = ?6, reps = ?7, lapses = ?8, drill = ?9, head = ?10,"
      " par = ?11, flags = ?12, s = ?13, d = ?14, step = ?15, wait = ?16 WHERE id = ?1");
  write.bind(1, card.value);
  if (!row.live) write.bind(2, nullptr);
  else if (!memory.due) write.bind(2, new_position + card.note().value);
  else write.bind(2, day_number(*memory.due));
  write.bind(3, memory.last ? day_number(*memory.last) : 0).bind(4, memory.interval).bind(5, memory.repetitions);
  write.bind(6, memory.ease).bind(7, memory.reviews).bind(8, memory.lapses);
  write.bind(9, memory.drill ? day_number(*memory.drill) : 0).bind(10, row.head).bind(11, row.par).bind(12, row.flags);
  memory.stability > 0 ? write.bind(13, memory.stability) : write.bind(13, nullptr);
  memory.difficulty > 0 ? write.bind(14, memory.difficulty) : write.bind(14, nullptr);
  write.bind(15, memory.relearning ? -memory.step : memory.step).bind(16, memory.wait.count());
  write.run();
}

}  // namespace ebb
