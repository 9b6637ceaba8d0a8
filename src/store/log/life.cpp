// Gathering a note's entries, and walking its text along them.
#include "ebb/store/life.hpp"

#include <algorithm>
#include <set>

#include "store/fold/fold.hpp"
#include "store/fold/note_more.hpp"
#include "store/log/log_line.hpp"

namespace ebb {
namespace {

struct Placed {
  EntryId id;
  std::int64_t hlc = 0;
  bool text = false;
  int part = 0;
};

bool sets_a_text(int what) {
  return what == static_cast<int>(What::note_new) || what == static_cast<int>(What::note_update) || what == static_cast<int>(What::note_text);
}

std::vector<Placed> entries_of(Store& store, NoteId note) {
  std::vector<Placed> entries;
  for (const NoteEntry& entry : note_entries(store, note, own_head(store, note)))
    entries.push_back({entry.id, entry.hlc, sets_a_text(entry.what), entry.part == 0 ? 7 : entry.part});
  std::vector<std::int64_t> cards;
  Statement& rows = store.sql("SELECT id FROM card WHERE id BETWEEN ?1 << 10 AND (?1 << 10) + 1023");
  rows.bind(1, note.value);
  while (rows.step()) cards.push_back(rows.number(0));
  for (const std::int64_t card : cards)
    for (const LoggedReview& review : logged_reviews(store, CardId{card})) entries.push_back({review.id, review.hlc, false, 0});
  Statement& purges = store.sql("SELECT id, hlc FROM change INDEXED BY change_rare WHERE what = 81 AND what >= 64 AND ent = ?");
  purges.bind(1, note.value);
  while (purges.step()) entries.push_back({EntryId{purges.number(0)}, purges.number(1), false, 0});
  std::sort(entries.begin(), entries.end(),
            [&](const Placed& a, const Placed& b) { return before_in_merge_order(store, a.id, a.hlc, b.id, b.hlc); });
  return entries;
}

// The text after an entry that sets some of it.
NoteSays with_entry(Store& store, const NoteSays& before, const Placed& entry) {
  NoteSays after = before;
  Statement& find = store.sql("SELECT q, a, more FROM change WHERE id = ?");
  if (!find.bind(1, entry.id.value).step()) return after;
  if (entry.part & 1) after.question = find.text(0);
  if (entry.part & 2) after.answer = find.text(1);
  if (entry.part & 4) after.tags = tags_of(find.text(2));
  find.reset();
  return after;
}

}  // namespace

std::vector<NoteId> notes_by_id(Collection& collection, const std::string& prefix) {
  std::string digits = prefix.substr(0, prefix.find('.'));
  std::transform(digits.begin(), digits.end(), digits.begin(), [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
  std::vector<NoteId> notes;
  if (digits.size() < 6 || digits.size() > 32 || digits.find_first_not_of("0123456789abcdef") != std::string::npos) return notes;
  const auto low = guid_from_hex(digits + std::string(32 - digits.size(), '0'));
  const auto high = guid_from_hex(digits + std::string(32 - digits.size(), 'f'));
  Statement& find = collection.store().sql(
      "SELECT DISTINCT note FROM note_guid WHERE guid BETWEEN ? AND ? AND note IN (SELECT id FROM note) ORDER BY note");
  find.bind(1, bytes_of(*low)).bind(2, bytes_of(*high));
  while (find.step()) notes.push_back(NoteId{find.number(0)});
  return notes;
}

std::vector<LifeLine> life_of_note(Collection& collection, NoteId note) {
  Store& store = collection.store();
  const Reading reading(store.db());
  std::vector<LifeLine> life;
  std::optional<NoteSays> now;
  for (const Placed& entry : entries_of(store, note)) {
    LifeLine& line = life.emplace_back();
    line.line = log_line_of(collection, entry.id);
    if (!entry.text) continue;
    line.before = now;
    line.after = with_entry(store, now.value_or(NoteSays{}), entry);
    if (!line.line.undone || !now) now = line.after;
  }
  std::reverse(life.begin(), life.end());
  return life;
}

}  // namespace ebb
