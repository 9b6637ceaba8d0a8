// Taking a text out of the log: entries blanked, the seals over them renewed, caches and file written anew.
#include "ebb/store/purge.hpp"

#include <filesystem>
#include <map>

#include "ebb/core/error.hpp"
#include "store/find/search_index.hpp"
#include "store/fold/fold.hpp"
#include "store/log/batch.hpp"
#include "store/log/purging.hpp"
#include "store/log/seal.hpp"

namespace ebb {
namespace {

std::int64_t count_for(Store& store, const char* sql, const std::vector<NoteId>& notes) {
  std::int64_t count = 0;
  for (const NoteId note : notes) {
    Statement& find = store.sql(sql);
    find.bind(1, note.value).step();
    count += find.number(0);
    find.reset();
  }
  return count;
}

// How many entries of each device are sealed.
std::map<std::int64_t, std::int64_t> sealed_entries(Store& store) {
  std::map<std::int64_t, std::int64_t> sealed;
  Statement& seals = store.sql("SELECT id >> 40, sum(num) FROM change INDEXED BY change_rare WHERE what = 90 AND what >= 64 GROUP BY 1");
  while (seals.step()) sealed[seals.number(0)] = seals.number(1);
  return sealed;
}

bool reaches_into(Store& store, const std::vector<NoteId>& notes, std::int64_t first, std::int64_t last) {
  for (const NoteId note : notes) {
    Statement& find = store.sql("SELECT 1 FROM change WHERE id BETWEEN ?2 AND ?3 AND ent = ?1 AND what < 64 LIMIT 1");
    const bool found = find.bind(1, note.value).bind(2, first).bind(3, last).step();
    find.reset();
    if (found) return true;
  }
  return false;
}

// The hash of what is sealed, as it is now: the seals before it were made over texts that are gone.
void seal_anew(Batch& batch, const std::vector<NoteId>& notes) {
  Store& store = batch.store();
  for (const auto& [device, count] : sealed_entries(store)) {
    const std::int64_t base = device_base(device);
    if (!reaches_into(store, notes, base + 1, base + count)) continue;
    const std::string more = "{\"device\":\"" + hex(device_guid(store, device)) + "\"}";
    batch.append({What::purge, 0, 0, count, chained_hash(store, {}, base + 1, base + count), {}, {}, more});
  }
}

}  // namespace

bool is_purged(Store& store, std::int64_t note) {
  Statement& find = store.sql("SELECT 1 FROM change INDEXED BY change_rare WHERE what = 81 AND what >= 64 AND ent = ?");
  const bool found = find.bind(1, note).step();
  find.reset();
  return found;
}

std::int64_t blank_purged(Store& store) {
  store.db().run("INSERT OR IGNORE INTO purge_ok(note) SELECT ent FROM change INDEXED BY change_rare WHERE what = 81 AND what >= 64 AND ent IS NOT NULL");
  // Schedules and moves hold no text, and the statistics need them.
  store.db().run("UPDATE change SET q = NULL, a = NULL, more = NULL WHERE ent IN (SELECT note FROM purge_ok) AND what < 64"
                 " AND what NOT IN (18, 19) AND (q IS NOT NULL OR a IS NOT NULL OR more IS NOT NULL)");
  const std::int64_t blanked = store.db().changes();
  store.db().run("DELETE FROM purge_ok");
  if (blanked > 0) forget_search(store.db());
  return blanked;
}

bool scrub_file(Store& store) {
  try {
    store.db().run("VACUUM");
    return store.db().number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
  } catch (const Error&) {
    return false;  // another program reads: the text is out of the log, but may still be in free pages
  }
}

Purged plan_purge(Collection& collection, const std::vector<NoteId>& notes) {
  Purged plan;
  plan.texts = count_for(collection.store(),
                         "SELECT count(*) FROM change WHERE ent = ? AND what < 64 AND what NOT IN (18, 19)"
                         " AND (q IS NOT NULL OR a IS NOT NULL OR more IS NOT NULL)", notes);
  plan.answers = count_for(collection.store(), "SELECT count(*) FROM review WHERE card BETWEEN ?1 << 10 AND (?1 << 10) + 1023", notes);
  return plan;
}

Purged purge(Collection& collection, const Today& today, const std::vector<NoteId>& notes) {
  Store& store = collection.store();
  Purged result = plan_purge(collection, notes);
  {
    Batch batch(store, today);
    for (const NoteId note : notes) batch.append_to_note(note, {What::note_delete, 0, 0, 1, {}, {}, {}, {}});
    for (const NoteId note : notes) batch.append({What::purge, note.value, 0, {}, {}, {}, {}, {}});
    result.texts = blank_purged(store);
    seal_anew(batch, notes);
    rebuild_caches(store);
    rebuild_search(store);  // it holds the words too
    batch.commit();
    result.entry = entry_name(store, batch.first());
  }
  result.clean = scrub_file(store);
  return result;
}

bool scrub(Collection& collection) { return scrub_file(collection.store()); }

bool copy_holds_text(const std::string& path, const std::vector<std::string>& ids) {
  try {
    Database copy(path, Access::immutable);
    Statement find(copy,
                   "SELECT 1 FROM change JOIN note_guid ON note_guid.note = change.ent WHERE note_guid.guid = ? AND what < 64"
                   " AND what NOT IN (18, 19) AND (q IS NOT NULL OR a IS NOT NULL OR more IS NOT NULL) LIMIT 1");
    for (const std::string& id : ids) {
      const auto guid = guid_from_hex(id);
      if (!guid) continue;
      find.bind(1, bytes_of(*guid));
      if (find.step()) return true;
      find.reset();
    }
  } catch (const Error&) {
    return false;
  }
  return false;
}

}  // namespace ebb
