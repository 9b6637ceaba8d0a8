// From a note's entries to its row: text in force, deck, flags, and which of its cards may be shown.
#include <algorithm>
#include <set>

#include "store/fold/fold.hpp"
#include "store/fold/note_cards.hpp"
#include "store/fold/note_more.hpp"

namespace ebb {
namespace {

NoteEntry read_entry(const Statement& row) {
  return {EntryId{row.number(0)}, row.number(1), static_cast<int>(row.number(2)), static_cast<int>(row.number(3)),
          row.number(4), row.number(5)};
}

}  // namespace

std::vector<NoteEntry> note_entries(Store& store, NoteId note, std::int64_t head) {
  std::vector<NoteEntry> entries;
  for (std::int64_t id = head; id != 0;) {
    Statement& find = store.sql("SELECT id, hlc, what, part, num, prev FROM change WHERE id = ?");
    if (!find.bind(1, id).step()) break;
    entries.push_back(read_entry(find));
    find.reset();
    id = entries.back().prev < id ? entries.back().prev : 0;
  }
  Statement& far = store.sql(
      "SELECT id, hlc, what, part, num, prev FROM change INDEXED BY change_far WHERE ent = ? AND id >= 1099511627776"
      " AND what < 64");
  far.bind(1, note.value);
  while (far.step()) entries.push_back(read_entry(far));
  std::sort(entries.begin(), entries.end(), [&](const NoteEntry& a, const NoteEntry& b) {
    return before_in_merge_order(store, a.id, a.hlc, b.id, b.hlc);
  });
  return entries;
}

std::int64_t own_head(Store& store, NoteId note) {
  Statement& find = store.sql("SELECT iif(head <> 0, head, iif(born <> 0, born, q)) FROM note WHERE id = ?");
  const std::int64_t entry = find.bind(1, note.value).step() ? find.number(0) : 0;
  find.reset();
  return EntryId{entry}.device() == 0 ? entry : 0;
}

namespace {

void set_text(NoteFacts& facts, const NoteEntry& entry) {
  if (entry.part == 0 || (entry.part & 1)) facts.q = entry.id.value;
  if (entry.part == 0 || (entry.part & 2)) facts.a = entry.id.value;
  if (entry.part == 0 || (entry.part & 4)) facts.more = entry.id.value;
}

// Whether the entry sets the column that names the note's cards.
bool names_cards(const NoteEntry& entry) {
  const auto what = static_cast<What>(entry.what);
  const bool text = what == What::note_new || what == What::note_update || what == What::note_text;
  return text && (entry.part == 0 || (entry.part & 4));
}

void set_flag(int& flags, int flag, bool on) { flags = on ? flags | flag : flags & ~flag; }

void fold_entry(NoteFacts& facts, const NoteEntry& entry) {
  switch (static_cast<What>(entry.what)) {
    case What::note_new:
    case What::note_update:
      facts.src = entry.id.value;
      set_text(facts, entry);
      if (static_cast<What>(entry.what) == What::note_new) facts.deck = entry.num;
      break;
    case What::note_text: set_text(facts, entry); break;
    case What::note_source: facts.src = entry.id.value; break;
    case What::note_deck: facts.deck = entry.num; break;
    case What::note_orphan: set_flag(facts.flags, note_is_orphan, entry.num != 0); break;
    case What::note_delete: set_flag(facts.flags, note_deleted, entry.num != 0); break;
    case What::note_mark: set_flag(facts.flags, note_marked, entry.num != 0); break;
    case What::card_suspend: facts.suspended[entry.part] = entry.num != 0; break;
    case What::card_bury: facts.buried[entry.part] = entry.num; break;
    default: break;  // carried, not folded
  }
}

std::string more_text(Store& store, std::int64_t entry) {
  Statement& find = store.sql("SELECT more FROM change WHERE id = ?");
  const std::string more = find.bind(1, entry).step() ? std::string(find.text(0)) : std::string();
  find.reset();
  return more;
}

void write_tags(Store& store, NoteId note, const std::string& before, const std::string& after) {
  if (before == after) return;
  for (const std::string& tag : tags_of(before))
    store.sql("DELETE FROM note_tag WHERE tag = ? AND note = ?").bind(1, tag_number(store, tag)).bind(2, note.value).run();
  for (const std::string& tag : tags_of(after))
    store.sql("INSERT OR IGNORE INTO note_tag(tag, note) VALUES(?, ?)").bind(1, tag_number(store, tag)).bind(2, note.value).run();
}

// A note without a row yet (it came by a merge) gets one; its cards follow.
void make_row(Store& store, NoteId note, const NoteFacts& facts) {
  store.sql("INSERT INTO note(id, deck, q) VALUES(?, ?, ?)").bind(1, note.value).bind(2, facts.deck).bind(3, facts.q).run();
}

void write_bury(Store& store, CardId card, const NoteFacts& facts) {
  const auto bury = facts.buried.find(card.ordinal());
  if (bury != facts.buried.end() && bury->second != 0)
    store.sql("REPLACE INTO buried(card, day) VALUES(?, ?)").bind(1, card.value).bind(2, bury->second).run();
  else
    store.sql("DELETE FROM buried WHERE card = ?").bind(1, card.value).run();
}

void write_flags(Store& store, CardId card, const NoteFacts& facts, bool gone) {
  std::optional<CardRow> row = read_card(store, card);
  if (!row) return;
  const auto found = facts.suspended.find(card.ordinal());
  const bool suspended = found != facts.suspended.end() && found->second;
  const bool live = !suspended && !gone && !(facts.flags & note_hidden);
  int flags = row->flags;
  set_flag(flags, card_suspended, suspended);
  set_flag(flags, card_gone, gone);
  if (live == row->live && flags == row->flags) return;
  row->flags = flags;
  row->live = live;
  write_card(store, card, *row);
  refold_card(store, card);  // a chosen due day is not in a row without a due value
}

// Every card that the note ever had keeps its row, so that its history is found; those that it has now may be shown.
void write_cards(Store& store, NoteId note, const NoteFacts& facts, const std::string& more) {
  const std::vector<int> now = ordinals_in(more);
  std::set<int> ever(now.begin(), now.end());
  for (const std::int64_t text : facts.texts)
    if (text != facts.more)
      for (const int ordinal : ordinals_in(more_text(store, text))) ever.insert(ordinal);
  for (const int ordinal : ever) {
    const CardId card = card_of(note, ordinal);
    make_card(store, card);
    write_flags(store, card, facts, std::find(now.begin(), now.end(), ordinal) == now.end());
    write_bury(store, card, facts);
  }
}

}  // namespace

NoteFacts fold_note(Store& store, NoteId note) {
  NoteFacts facts;
  const std::int64_t head = own_head(store, note);
  bool born = false;
  for (const NoteEntry& entry : note_entries(store, note, head)) {
    if (entry.id.device() == 0) facts.newest_own = std::max(facts.newest_own, entry.id.value);
    const bool live = is_live(store, entry.id);
    const bool birth = entry.what == static_cast<int>(What::note_new);
    if (birth && facts.born == 0) facts.born = entry.id.value;
    if (names_cards(entry)) facts.texts.push_back(entry.id.value);
    // A note whose import was undone keeps its text, so that a redo, and its reviews, find it.
    if (live || (birth && facts.q == 0)) fold_entry(facts, entry);
    born = born || (birth && live);
  }
  if (!born) facts.flags |= note_unborn;
  return facts;
}

void refold_note(Store& store, NoteId note) {
  const NoteFacts facts = fold_note(store, note);
  if (facts.q == 0 || facts.deck == 0) return;  // its birth is still to come, by a merge
  Statement& old = store.sql("SELECT iif(more = 0, q, more) FROM note WHERE id = ?");
  std::string before;
  const bool known = old.bind(1, note.value).step();
  const std::int64_t old_more = known ? old.number(0) : 0;
  old.reset();
  if (!known) make_row(store, note, facts);
  else before = more_text(store, old_more);
  const auto unless_q = [&](std::int64_t entry) { return entry == facts.q ? 0 : entry; };
  // The chain of device 0 starts at `head`, or where the row itself leads to it: see note_entries.
  const std::int64_t start = facts.born;
  const std::int64_t head = facts.newest_own == start ? 0 : facts.newest_own;
  store.sql("UPDATE note SET deck = ?2, q = ?3, a = ?4, more = ?5, src = ?6, born = ?7, flags = ?8, head = ?9 WHERE id = ?1")
      .bind(1, note.value).bind(2, facts.deck).bind(3, facts.q).bind(4, unless_q(facts.a)).bind(5, unless_q(facts.more))
      .bind(6, unless_q(facts.src)).bind(7, unless_q(facts.born)).bind(8, facts.flags).bind(9, head).run();
  const std::string more = more_text(store, facts.more);
  write_tags(store, note, before, more);
  write_cards(store, note, facts, more);
}

}  // namespace ebb
