// Comparing the entries of a batch with the later ones about the same thing.
#include "store/log/overwritten.hpp"

#include <algorithm>

#include "store/fold/fold.hpp"

namespace ebb {
namespace {

constexpr std::int64_t most_looked_at = 1000;
constexpr int question_part = 1, answer_part = 2, more_part = 4, base_part = 8;

bool sets_text(int what) {
  return what == static_cast<int>(What::note_new) || what == static_cast<int>(What::note_update) || what == static_cast<int>(What::note_text);
}

// What of a note's text an entry sets, and the base of the next import's compare.
int parts_set(const NoteEntry& entry) {
  if (entry.what == static_cast<int>(What::note_source)) return base_part;
  const int parts = entry.part == 0 ? question_part | answer_part | more_part : entry.part;
  return entry.what == static_cast<int>(What::note_update) ? parts | base_part : parts;
}

// Whether two entries of a note set the same thing: then the later one counts. Births and names are set once.
bool same_register(const NoteEntry& a, const NoteEntry& b) {
  return a.what == b.what && a.part == b.part && a.what >= static_cast<int>(What::note_deck) && !about_schedule(a.what);
}

class NoteLook {
 public:
  NoteLook(Store& store, const BatchRange& batch) : store_(store), batch_(batch) {}

  // The entry that took the place of this one; 0 if it is in force.
  EntryId taker(NoteId note, EntryId entry) {
    if (note != note_) note_ = note, entries_ = note_entries(store_, note, own_head(store_, note));
    const auto own = std::find_if(entries_.begin(), entries_.end(), [&](const NoteEntry& one) { return one.id == entry; });
    if (own == entries_.end()) return {};
    const bool text = sets_text(own->what) || own->what == static_cast<int>(What::note_source);
    if (own->what == static_cast<int>(What::note_new) || (about_schedule(own->what) && answered_after(note, *own))) return {};
    int left = text ? parts_set(*own) : 1;
    EntryId by;
    for (auto later = own + 1; later != entries_.end() && left != 0; ++later) {
      if (!is_live(store_, later->id) || in_batch(later->id)) continue;
      const int before = left;
      if (text && (sets_text(later->what) || later->what == static_cast<int>(What::note_source))) left &= ~parts_set(*later);
      const bool schedules = about_schedule(own->what) && about_schedule(later->what) && own->part == later->part;
      if (!text && (same_register(*own, *later) || schedules)) left = 0;
      if (left != before) by = later->id;
    }
    return left == 0 ? by : EntryId{};
  }

 private:
  bool in_batch(EntryId id) const { return id.value >= batch_.first && id.value < batch_.first + batch_.length; }
  // An answer after a move was given to the moved card: the move counts in it.
  bool answered_after(NoteId note, const NoteEntry& entry) {
    const auto reviews = live_reviews(store_, card_of(note, entry.part));
    return !reviews.empty() && before_in_merge_order(store_, entry.id, entry.hlc, reviews.back().id, reviews.back().hlc);
  }
  Store& store_;
  BatchRange batch_;
  NoteId note_;
  std::vector<NoteEntry> entries_;
};

// The same for names and settings of decks, which are few.
EntryId deck_taker(Store& store, EntryId entry, const BatchRange& batch) {
  Statement& find = store.sql(
      "SELECT later.id FROM change AS own JOIN change AS later INDEXED BY change_rare ON later.what >= 64"
      " AND ifnull(later.ent, 0) = ifnull(own.ent, 0) AND later.hlc > own.hlc"
      " AND ((own.what = 67 AND later.what = 67 AND later.q = own.q) OR (own.what IN (66, 68) AND later.what IN (66, 68)))"
      " WHERE own.id = ? AND own.what IN (66, 67, 68) ORDER BY later.hlc DESC");
  EntryId by;
  find.bind(1, entry.value);
  while (by.value == 0 && find.step()) {
    const EntryId later{find.number(0)};
    if (is_live(store, later) && (later.value < batch.first || later.value >= batch.first + batch.length)) by = later;
  }
  find.reset();
  return by;
}

}  // namespace

Overwritten overwritten(Store& store, const BatchRange& batch) {
  Overwritten result;
  Statement& answers = store.sql("SELECT count(*) FROM review WHERE id >= ? AND id < ?");
  answers.bind(1, batch.first).bind(2, batch.first + batch.length).step();
  result.looked_at = answers.number(0);  // an answer is never overwritten
  answers.reset();
  struct Entry {
    EntryId id;
    int what;
    std::int64_t ent;
  };
  std::vector<Entry> entries;
  Statement& find = store.sql("SELECT id, what, ent FROM change WHERE id >= ? AND id < ? ORDER BY id LIMIT ?");
  find.bind(1, batch.first).bind(2, batch.first + batch.length).bind(3, most_looked_at);
  while (find.step()) entries.push_back({EntryId{find.number(0)}, static_cast<int>(find.number(1)), find.number(2)});
  result.whole = static_cast<std::int64_t>(entries.size()) < most_looked_at;
  NoteLook notes(store, batch);
  for (const Entry& entry : entries) {
    if (entry.what == static_cast<int>(What::parameters)) continue;  // nothing of the user's
    ++result.looked_at;
    const EntryId by = about_note(entry.what) ? notes.taker(NoteId{entry.ent}, entry.id) : deck_taker(store, entry.id, batch);
    if (by.value == 0) continue;
    ++result.entries;
    result.by = std::max(result.by, by);
  }
  return result;
}

}  // namespace ebb
