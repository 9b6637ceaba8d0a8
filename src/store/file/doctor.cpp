// The doctor: the file, the log, and the caches row for row against a fold of the whole log.
#include "ebb/store/doctor.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/media.hpp"
#include "store/file/backup_file.hpp"
#include "store/find/search_index.hpp"
#include "store/fold/fold.hpp"
#include "store/log/batch.hpp"
#include "store/log/check_seals.hpp"

namespace ebb {
namespace {

void check_file(Store& store, Diagnosis& diagnosis) {
  Statement check(store.db(), "PRAGMA integrity_check(20)");
  bool whole = true;
  while (check.step()) {
    const std::string line(check.text(0));
    if (line == "ok") continue;
    whole = false;
    diagnosis.findings.push_back({true, "the file is damaged: " + line});
  }
  if (whole) diagnosis.proved.push_back("the file is whole (integrity check)");
  Statement keys(store.db(), "PRAGMA foreign_key_check");
  if (keys.step()) diagnosis.findings.push_back({true, "a row points to one that is not there (table " + std::string(keys.text(0)) + ")"});
}

// Each device's numbers run from 1 without a gap, and its clock only rises.
void check_log(Store& store, Diagnosis& diagnosis) {
  std::int64_t total = 0, devices = 0;
  bool whole = true;
  Statement each(store.db(),
                 "SELECT id >> 40, min(id), max(id), count(*) FROM (SELECT id FROM review UNION ALL SELECT id FROM change)"
                 " GROUP BY id >> 40");
  while (each.step()) {
    ++devices;
    total += each.number(3);
    const std::int64_t wanted = EntryId{each.number(2)}.sequence();
    if (EntryId{each.number(1)}.sequence() == 1 && wanted == each.number(3)) continue;
    whole = false;
    diagnosis.findings.push_back({true, "the log of device " + hex(device_guid(store, each.number(0))) + " lacks " +
                                            counted(wanted - each.number(3), "entry") + "; restore a backup and import both"});
  }
  Statement order(store.db(),
                  "SELECT count(*) FROM (SELECT id, hlc, lag(hlc) OVER (PARTITION BY id >> 40 ORDER BY id) AS before FROM"
                  " (SELECT id, hlc FROM review UNION ALL SELECT id, hlc FROM change)) WHERE hlc <= before");
  order.step();
  if (order.number(0) > 0) {
    whole = false;
    diagnosis.findings.push_back({true, counted(order.number(0), "entry") + " of the log are out of order"});
  }
  if (whole)
    diagnosis.proved.push_back("the log is gapless and in order: " + with_commas(total) + " entries of " + counted(devices, "device"));
}

// One cache: its name for people, and what is compared. Tags are compared by name: their numbers are of no meaning.
struct Cache {
  const char* name;
  const char* keep;     // copies it aside
  const char* differs;  // counts rows that differ
};
constexpr const char* differs_note =
    "SELECT count(*) FROM (SELECT * FROM (SELECT * FROM note EXCEPT SELECT * FROM temp.old_note) UNION ALL"
    " SELECT * FROM (SELECT * FROM temp.old_note EXCEPT SELECT * FROM note))";
constexpr const char* differs_card =
    "SELECT count(*) FROM (SELECT * FROM (SELECT * FROM card EXCEPT SELECT * FROM temp.old_card) UNION ALL"
    " SELECT * FROM (SELECT * FROM temp.old_card EXCEPT SELECT * FROM card))";
constexpr const char* differs_deck =
    "SELECT count(*) FROM (SELECT * FROM (SELECT * FROM deck EXCEPT SELECT * FROM temp.old_deck) UNION ALL"
    " SELECT * FROM (SELECT * FROM temp.old_deck EXCEPT SELECT * FROM deck))";
constexpr const char* differs_tally =
    "SELECT count(*) FROM (SELECT * FROM (SELECT * FROM tally EXCEPT SELECT * FROM temp.old_tally) UNION ALL"
    " SELECT * FROM (SELECT * FROM temp.old_tally EXCEPT SELECT * FROM tally))";
constexpr const char* differs_dead =
    "SELECT count(*) FROM (SELECT * FROM (SELECT * FROM dead EXCEPT SELECT * FROM temp.old_dead) UNION ALL"
    " SELECT * FROM (SELECT * FROM temp.old_dead EXCEPT SELECT * FROM dead))";
constexpr const char* differs_buried =
    "SELECT count(*) FROM (SELECT * FROM (SELECT * FROM buried EXCEPT SELECT * FROM temp.old_buried) UNION ALL"
    " SELECT * FROM (SELECT * FROM temp.old_buried EXCEPT SELECT * FROM buried))";
constexpr const char* differs_tags =
    "WITH now AS (SELECT name, note FROM note_tag JOIN tag ON tag.id = tag) SELECT count(*) FROM"
    " (SELECT * FROM (SELECT * FROM now EXCEPT SELECT * FROM temp.old_tags) UNION ALL"
    "  SELECT * FROM (SELECT * FROM temp.old_tags EXCEPT SELECT * FROM now))";
constexpr Cache caches[] = {
    {"notes", "CREATE TEMP TABLE old_note AS SELECT * FROM note", differs_note},
    {"card schedules", "CREATE TEMP TABLE old_card AS SELECT * FROM card", differs_card},
    {"decks", "CREATE TEMP TABLE old_deck AS SELECT * FROM deck", differs_deck},
    {"statistics", "CREATE TEMP TABLE old_tally AS SELECT * FROM tally", differs_tally},
    {"undone batches", "CREATE TEMP TABLE old_dead AS SELECT * FROM dead", differs_dead},
    {"buried cards", "CREATE TEMP TABLE old_buried AS SELECT * FROM buried", differs_buried},
    {"tags", "CREATE TEMP TABLE old_tags AS SELECT name, note FROM note_tag JOIN tag ON tag.id = tag", differs_tags},
};

// The index, caught up, against one made anew: every word, how often, and in how many texts.
void check_search(Store& store, Diagnosis& diagnosis) {
  Database& db = store.db();
  std::int64_t differing = 0;
  try {
    db.run("INSERT INTO search(search) VALUES('integrity-check')");
    catch_up_search(db);
    db.run("CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab(main, search, col);"
           "CREATE TEMP TABLE old_search AS SELECT * FROM temp.search_terms");
    rebuild_search(store);
    differing = db.number(
        "SELECT count(*) FROM (SELECT * FROM (SELECT * FROM temp.search_terms EXCEPT SELECT * FROM temp.old_search)"
        " UNION ALL SELECT * FROM (SELECT * FROM temp.old_search EXCEPT SELECT * FROM temp.search_terms))");
  } catch (const Error&) {
    diagnosis.findings.push_back({true, "the search index is damaged; ebb doctor --fix makes it anew"});
    return;
  }
  if (differing > 0)
    diagnosis.findings.push_back({true, "the search index differs from the log in " + counted(differing, "word") + "; ebb doctor --fix makes it anew"});
  else
    diagnosis.proved.push_back("the search index has the words of the log");
}

// Folds the log again inside the doctor's transaction, which is given up, and compares with what was stored. Last: what
// comes after would see the new caches.
void check_caches(Store& store, Diagnosis& diagnosis) {
  for (const Cache& cache : caches) store.db().run(cache.keep);
  rebuild_caches(store);
  bool equal = true;
  for (const Cache& cache : caches) {
    const std::int64_t rows = store.db().number(cache.differs);
    if (rows == 0) continue;
    equal = false;
    diagnosis.findings.push_back({true, std::string(cache.name) + " differ from the log in " + counted(rows, "row") + "; ebb doctor --fix folds them anew"});
  }
  if (equal) diagnosis.proved.push_back("schedules, notes and statistics equal the fold of the log, row for row");
}

// The names of notes and decks follow from the entries that gave them.
void check_maps(Store& store, Diagnosis& diagnosis) {
  const std::int64_t missing = store.db().number(
      "SELECT count(*) FROM change WHERE what IN (1, 5) AND guid NOT IN (SELECT guid FROM note_guid)");
  const std::int64_t decks = store.db().number(
      "SELECT count(*) FROM change WHERE what IN (64, 65) AND guid NOT IN (SELECT guid FROM deck_guid)");
  if (missing + decks > 0)
    diagnosis.findings.push_back({true, counted(missing + decks, "name") + " of notes or decks are missing; ebb doctor --fix makes them again"});
}

void check_clock(Store& store, Diagnosis& diagnosis) {
  // `lag` is how far the order ran ahead of the wall clock: an hour means that the clock was set back. Answers that an
  // import brought are older than their place in the log: a change of the same batch follows them.
  const std::int64_t back = store.db().number(
      "SELECT (SELECT count(*) FROM change WHERE lag > 3600000) + (SELECT count(*) FROM review WHERE lag > 3600000 AND"
      " ifnull((SELECT id - batch FROM change WHERE id > review.id ORDER BY id LIMIT 1), review.id + 1) > review.id)");
  if (back > 0) diagnosis.findings.push_back({false, counted(back, "entry") + " written after the clock was set back by more than an hour"});
  const std::int64_t jumps = store.db().number(
      "SELECT count(*) FROM (SELECT day, lag(day) OVER (PARTITION BY id >> 40 ORDER BY id) AS before FROM review WHERE"
      " ifnull((SELECT id - batch FROM change WHERE id > review.id ORDER BY id LIMIT 1), review.id + 1) > review.id)"
      " WHERE day < before");
  if (jumps > 0) diagnosis.findings.push_back({false, counted(jumps, "answer") + " on an earlier study day than the one before (the clock or the time zone moved)"});
}

void note_media(Collection& collection, Diagnosis& diagnosis) {
  const int missing = MediaLibrary(collection).missing();
  if (missing > 0)
    diagnosis.findings.push_back({false, counted(missing, "media file") + " not in the folder `media` beside the collection; importing their decks again brings them"});
}

void note_orphans(Store& store, const Today& today, Diagnosis& diagnosis) {
  const std::int64_t orphans = store.db().number("SELECT count(*) FROM note WHERE flags & 2 AND flags & 9 = 0");
  if (orphans > 0) diagnosis.findings.push_back({false, counted(orphans, "card") + " gone from the file but still in review: ebb list is:orphan"});
  Statement future(store.db(), "SELECT count(*) FROM review WHERE day > ?");
  future.bind(1, day_number(today.day) + 1).step();
  if (future.number(0) > 0) diagnosis.findings.push_back({false, counted(future.number(0), "answer") + " dated after today"});
}

}  // namespace

bool Diagnosis::damaged() const {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.damage; });
}

Diagnosis diagnose(Collection& collection, const Today& today) {
  Store& store = collection.store();
  Diagnosis diagnosis;
  {
    const Reading reading(store.db());  // one state, one lock, and nobody has to wait
    check_file(store, diagnosis);
    if (diagnosis.damaged()) return diagnosis;  // folding a broken file would only hide what is wrong with it
    check_log(store, diagnosis);
    check_seals(store, diagnosis);
    check_maps(store, diagnosis);
    check_clock(store, diagnosis);
    note_orphans(store, today, diagnosis);
    note_media(collection, diagnosis);
  }
  Transaction transaction(store.db());  // never committed
  check_search(store, diagnosis);
  check_caches(store, diagnosis);
  return diagnosis;
}

void rebuild(Collection& collection, const Today&) {
  rebuild_caches(collection.store());
  rebuild_search(collection.store());
}

std::string back_up(Collection& collection, const std::string& folder, const std::string& name, Instant now) {
  return copy_verified(collection.store().db(), folder, name, now);
}

}  // namespace ebb
