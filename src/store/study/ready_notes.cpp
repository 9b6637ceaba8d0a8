// The notes outside which no card passes a test, as far as an index knows them.
#include <algorithm>

#include "store/log/kinds.hpp"
#include "store/study/ready_test.hpp"

namespace ebb {
namespace {

using About = CardTest::About;
using State = CardTest::State;
using Number = CardTest::Number;
using DayOf = CardTest::DayOf;
using Notes = std::optional<std::vector<std::int64_t>>;

constexpr std::int64_t mature_from = 21;

// Reads notes from a statement, each row one; nothing if there are more than `most`.
Notes read_notes(Statement& find, std::size_t most) {
  std::vector<std::int64_t> notes;
  while (find.step()) {
    if (notes.size() == most) return find.reset(), std::nullopt;
    notes.push_back(find.number(0));
  }
  std::sort(notes.begin(), notes.end());
  notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
  return notes;
}

// A suspended card has no due day in its row, but may have one in the log.
Notes notes_due(Store& store, std::int64_t first, std::int64_t last, std::size_t most) {
  Statement& find = store.sql("SELECT id >> 10 FROM card WHERE due BETWEEN ?1 AND ?2"
                              " UNION ALL SELECT id >> 10 FROM card WHERE due IS NULL");
  return read_notes(find.bind(1, first).bind(2, last), most);
}

Notes notes_to_do(Store& store, Day today, std::size_t most) {
  Statement& find = store.sql("SELECT id >> 10 FROM card WHERE due <= ?1 UNION ALL SELECT id >> 10 FROM card WHERE drill = ?1"
                              " AND drill > 0");
  return read_notes(find.bind(1, day_number(today)), most);
}

// From the index alone, which holds intervals beside due days: no row is read.
Notes notes_with_interval(Store& store, std::int64_t least, std::size_t most) {
  Statement& find = store.sql("SELECT id >> 10 FROM card INDEXED BY card_due WHERE ivl >= ?");
  return read_notes(find.bind(1, least), most);
}

}  // namespace

Notes ReadyTest::notes(std::size_t most) const {
  if (hits_) return notes_with_all(store_, {&*hits_}, most);
  if (test_.about == About::id) return notes_with_id();
  if (test_.about == About::tag && !test_.text.empty()) return notes_with_tag();
  return notes_by_schedule(most);
}

Notes ReadyTest::notes_by_schedule(std::size_t most) const {
  if (test_.about == About::state && test_.state == State::due) return notes_to_do(store_, today_.day, most);
  if (test_.about == About::state && test_.state == State::mature) return notes_with_interval(store_, mature_from, most);
  if (test_.about == About::number && test_.number == Number::interval && test_.numbers.low.value_or(0) >= 1)
    return notes_with_interval(store_, static_cast<std::int64_t>(std::min(*test_.numbers.low, 1e9)), most);
  if (test_.about != About::day || test_.day != DayOf::due) return {};
  const std::int64_t first = test_.days.first ? day_number(test_.days.first->on(today_.day)) : 0;
  const std::int64_t last = test_.days.last ? day_number(test_.days.last->on(today_.day)) : new_position - 1;
  return notes_due(store_, first, last, most);
}

std::vector<std::int64_t> ReadyTest::notes_with_id() const {
  std::set<std::int64_t> notes;
  for (const std::string& id : test_.ids) {
    const std::string digits = id.substr(0, std::min(id.find('.'), id.size()));
    const auto low = guid_from_hex(digits + std::string(32 - digits.size(), '0'));
    const auto high = guid_from_hex(digits + std::string(32 - digits.size(), 'f'));
    Statement& find = store_.sql("SELECT note FROM note_guid WHERE guid BETWEEN ? AND ?");
    find.bind(1, bytes_of(*low)).bind(2, bytes_of(*high));
    while (find.step()) notes.insert(find.number(0));
  }
  return {notes.begin(), notes.end()};
}

std::vector<std::int64_t> ReadyTest::notes_with_tag() const {
  std::set<std::int64_t> notes;
  for (const std::int64_t tag : numbers_) {
    Statement& find = store_.sql("SELECT note FROM note_tag WHERE tag = ?");
    find.bind(1, tag);
    while (find.step()) notes.insert(find.number(0));
  }
  return {notes.begin(), notes.end()};
}

}  // namespace ebb
