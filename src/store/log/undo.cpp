// Undo and redo: an entry that takes a batch back, and an entry that takes that one back.
#include <algorithm>
#include <string>

#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/log.hpp"
#include "store/fold/fold.hpp"
#include "store/log/overwritten.hpp"
#include "store/log/undo.hpp"

namespace ebb {
namespace {

// Walks this device's entries, newest first, a batch at a time.
class BatchWalk {
 public:
  explicit BatchWalk(Store& store) : store_(store), at_(device_base(store.me + 1)) {}
  // Moves to the next older batch; false when there is none. `what` is 0 for an answer.
  bool next() {
    Statement& find = store_.sql(
        "SELECT id, what, batch, ent FROM change WHERE id = (SELECT max(id) FROM change WHERE id > ?1 AND id < ?2)");
    const bool changed = find.bind(1, device_base(store_.me)).bind(2, at_).step();
    const std::int64_t change = changed ? find.number(0) : 0, back = changed ? find.number(2) : 0;
    what = changed ? static_cast<int>(find.number(1)) : 0;
    target = changed ? find.number(3) : 0;
    find.reset();
    Statement& answer = store_.sql("SELECT max(id) FROM review WHERE id > ? AND id < ?");
    answer.bind(1, device_base(store_.me)).bind(2, at_).step();
    const std::int64_t review = answer.number(0);
    answer.reset();
    if (change == 0 && review == 0) return false;
    first = review > change ? review : change - back;  // the answers of an import stand inside its batch
    alone = review < change && back == 0;
    if (review > change) what = 0, target = 0;
    at_ = first;
    return true;
  }
  std::int64_t first = 0, target = 0;
  int what = 0;
  bool alone = false;  // a batch of one entry

 private:
  Store& store_;
  std::int64_t at_;
};

bool is_undo(int what) { return what == static_cast<int>(What::undo); }
bool is_purge(int what) { return what == static_cast<int>(What::purge); }
bool is_seal(int what) { return what == static_cast<int>(What::seal); }

// What no command of the user wrote: a seal, or the parameters that an answer had to name first.
bool is_silent(const BatchWalk& walk) {
  return is_seal(walk.what) || (walk.alone && walk.what == static_cast<int>(What::parameters));
}

bool holds_purge(Store& store, const BatchRange& range) {
  Statement& find = store.sql("SELECT 1 FROM change WHERE id >= ? AND id < ? AND what = 81");
  const bool found = find.bind(1, range.first).bind(2, range.first + range.length).step();
  find.reset();
  return found;
}

bool targets_undo(Store& store, std::int64_t target) {
  Statement& find = store.sql("SELECT what FROM change WHERE id = ?");
  const bool undo = find.bind(1, target).step() && is_undo(static_cast<int>(find.number(0)));
  find.reset();
  return undo;
}

// Whether all that a batch changed is notes whose text was purged since: there is nothing left to take back.
bool only_purged(Store& store, std::int64_t first) {
  if (store.db().number("SELECT EXISTS(SELECT 1 FROM change INDEXED BY change_rare WHERE what = 81 AND what >= 64)") == 0) return false;
  const BatchRange range = batch_of(store, EntryId{first});
  Statement& other = store.sql(
      "SELECT EXISTS(SELECT 1 FROM review WHERE id >= ?1 AND id < ?2) OR EXISTS(SELECT 1 FROM change WHERE id >= ?1 AND id < ?2"
      " AND NOT (what < 64 AND ent IN (SELECT ent FROM change INDEXED BY change_rare WHERE what = 81 AND what >= 64 AND ent IS NOT NULL)))");
  other.bind(1, range.first).bind(2, range.first + range.length).step();
  const bool only = other.number(0) == 0;
  other.reset();
  return only;
}

std::optional<std::int64_t> newest_live(Store& store) {
  for (BatchWalk walk(store); walk.next();) {
    const bool skipped = is_undo(walk.what) || is_purge(walk.what) || is_silent(walk) || !is_live(store, EntryId{walk.first});
    if (!skipped && !only_purged(store, walk.first)) return walk.first;
  }
  return {};
}

// The newest live undo, while only undos, redos and seals followed it.
std::optional<std::int64_t> newest_undo(Store& store) {
  for (BatchWalk walk(store); walk.next();) {
    if (is_silent(walk)) continue;
    if (!is_undo(walk.what)) return {};  // a purge too: what was undone before it may have been its text
    if (is_live(store, EntryId{walk.first}) && !targets_undo(store, walk.target)) return walk.first;
  }
  return {};
}

// What the card's schedule is after the change.
std::string new_due(Store& store, const Touched& touched) {
  if (touched.cards.size() != 1) return {};
  const auto row = read_card(store, CardId{*touched.cards.begin()});
  if (!row || (!row->live && !(row->flags & card_suspended))) return {};
  return row->memory.due ? "The card is due " + iso_date(*row->memory.due) + " again." : "The card is new again.";
}

// Runs `change_dead` between taking the touched answers out of the tally and counting them again.
template <typename ChangeDead>
void turn(Store& store, const Touched& touched, ChangeDead change_dead) {
  for (const std::int64_t card : touched.cards) tally_card(store, CardId{card}, -1);
  change_dead();
  for (const std::int64_t card : touched.cards) tally_card(store, CardId{card}, +1);
  refold(store, touched);
}

// Taking back what later entries took the place of would change nothing, and only seem to.
std::string told_of_overwritten(Store& store, const BatchRange& range, const UndoResult& result) {
  const Overwritten gone = overwritten(store, range);
  if (gone.entries == 0) return {};
  const std::string by = entry_name(store, gone.by);
  if (gone.all())
    throw Error(Exit::no, "the " + result.what + " was overwritten since, by " + by + "; nothing was changed. To go back further, undo that first");
  return counted(gone.entries, "change") + " of it " + (gone.entries == 1 ? "was" : "were") + " overwritten since (" + by + ") and " +
         (gone.entries == 1 ? "stays." : "stay.");
}

UndoResult take_back(Batch& batch, const BatchRange& range) {
  Store& store = batch.store();
  UndoResult result = describe(store, range);
  const std::string told = told_of_overwritten(store, range, result);
  batch.append({What::undo, range.first, 0, {}, {}, {}, {}, {}});
  const Touched touched = touched_by(store, range);
  turn(store, touched, [&] {
    store.sql("INSERT INTO dead(batch, n) VALUES(?, ?)").bind(1, range.first).bind(2, range.length).run();
  });
  result.told = told.empty() ? new_due(store, touched) : told;
  return result;
}

// The first entry of the live batch that a person names. Throws where there is nothing that could be undone.
std::int64_t batch_named(Store& store, const std::string& entry) {
  const auto named = entry_from_name(store, entry);
  if (!named || !entry_exists(store, *named)) throw Error(Exit::no, "there is no entry " + entry + "; ebb log lists them");
  const BatchRange range = batch_of(store, *named);
  Statement& kind = store.sql("SELECT what FROM change WHERE id = ?");
  const int what = kind.bind(1, range.first).step() ? static_cast<int>(kind.number(0)) : 0;
  kind.reset();
  if (is_undo(what)) throw Error(Exit::no, entry + " is itself an undo; ebb redo brings back what it took");
  if (is_seal(what)) throw Error(Exit::no, entry + " is a seal of the log; there is nothing to undo");
  if (holds_purge(store, range)) throw Error(Exit::no, entry + " is a purge: the text is gone, and cannot be brought back");
  if (!is_live(store, EntryId{range.first})) throw Error(Exit::no, entry + " has been undone already");
  if (only_purged(store, range.first)) throw Error(Exit::no, "what " + entry + " changed has been purged, and cannot be brought back");
  return range.first;
}

}  // namespace

std::optional<UndoResult> undoable(Collection& collection) {
  const auto first = newest_live(collection.store());
  if (!first) return {};
  return describe(collection.store(), batch_of(collection.store(), EntryId{*first}));
}

UndoResult undoable(Collection& collection, const std::string& entry) {
  Store& store = collection.store();
  return describe(store, batch_of(store, EntryId{batch_named(store, entry)}));
}

std::optional<UndoResult> undo(Collection& collection, const Today& today, const std::string& entry) {
  Store& store = collection.store();
  Batch batch(store, today);
  std::optional<std::int64_t> first;
  if (entry.empty()) {
    first = newest_live(store);
    if (!first) return {};
  } else {
    first = batch_named(store, entry);
  }
  UndoResult result = take_back(batch, batch_of(store, EntryId{*first}));
  batch.commit();
  return result;
}

std::optional<UndoResult> redo(Collection& collection, const Today& today, const std::string& entry) {
  Store& store = collection.store();
  Batch batch(store, today);
  const auto undo = newest_undo(store);
  if (!undo) return {};
  const BatchRange undos = batch_of(store, EntryId{*undo});
  std::vector<std::int64_t> targets;
  Statement& find = store.sql("SELECT ent FROM change WHERE id >= ? AND id < ?");
  find.bind(1, undos.first).bind(2, undos.first + undos.length);
  while (find.step()) targets.push_back(find.number(0));
  if (!entry.empty()) {  // another terminal may have undone something since
    const auto named = entry_from_name(store, entry);
    if (!named || std::find(targets.begin(), targets.end(), batch_of(store, *named).first) == targets.end()) return {};
  }
  batch.append({What::undo, *undo, 0, {}, {}, {}, {}, {}});
  store.sql("INSERT INTO dead(batch, n) VALUES(?, ?)").bind(1, undos.first).bind(2, undos.length).run();
  UndoResult result;
  for (const std::int64_t target : targets) {
    const BatchRange range = batch_of(store, EntryId{target});
    const Touched touched = touched_by(store, range);
    turn(store, touched, [&] { store.sql("DELETE FROM dead WHERE batch = ?").bind(1, target).run(); });
    result = describe(store, range);
    result.told = new_due(store, touched);
  }
  if (targets.size() > 1) {
    result.entries = static_cast<std::int64_t>(targets.size());
    result.what = counted(result.entries, "answer") + " of a sitting";
    result.told.clear();
  }
  batch.commit();
  return result;
}

std::optional<UndoResult> undo_sitting(Collection& collection, const Today& today) {
  Store& store = collection.store();
  Batch batch(store, today);
  std::int64_t sitting = 0;
  std::vector<std::int64_t> answers;
  for (BatchWalk walk(store); walk.next();) {
    if (walk.what != 0 || !is_live(store, EntryId{walk.first})) continue;
    Statement& find = store.sql("SELECT iif(session = 0, id, session) FROM review WHERE id = ?");
    find.bind(1, walk.first).step();
    const std::int64_t its = find.number(0);
    find.reset();
    if (sitting == 0) sitting = its;
    if (its == sitting) answers.push_back(walk.first);
    if (walk.first <= sitting) break;
  }
  if (answers.empty()) return {};
  UndoResult result;
  for (const std::int64_t answer : answers) result = take_back(batch, {answer, 1});
  result.entries = static_cast<std::int64_t>(answers.size());
  result.what = counted(result.entries, "answer") + " of the last sitting";
  result.told.clear();
  batch.commit();
  return result;
}

}  // namespace ebb
