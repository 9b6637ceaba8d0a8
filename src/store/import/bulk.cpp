// Measured on 100,000 cards (bench/run): the WAL costs a third of such an import, index and guard a sixth.
#include "store/import/bulk.hpp"

#include "ebb/core/error.hpp"

namespace ebb {

BulkFill::BulkFill(Store& store) : store_(store) {
  Database& db = store.db();
  empty_ = db.number("SELECT count(*) FROM (SELECT 1 FROM change LIMIT 1)") == 0;
  if (!empty_ || db.text("PRAGMA journal_mode") != "wal") return;
  // Fails when another connection is open; then the WAL stays, and all is well too.
  try {
    journal_ = db.text("PRAGMA journal_mode = DELETE") == "delete";
  } catch (const Error&) {
    journal_ = false;
  }
  if (journal_) db.run("PRAGMA synchronous = EXTRA");
}

BulkFill::~BulkFill() {
  if (!journal_) return;
  try {
    store_.db().text("PRAGMA journal_mode = WAL");
    store_.db().run("PRAGMA synchronous = FULL");
  } catch (const Error&) {
    // The next opening sets it: EXTRA with a rollback journal is as safe, only slower.
  }
}

void BulkFill::begin() {
  if (!empty_) return;
  guard_ = store_.db().text("SELECT sql FROM sqlite_schema WHERE name = 'change_keep_insert'");
  store_.db().run("DROP INDEX card_due; DROP TRIGGER change_keep_insert");
}

void BulkFill::finish() {
  if (!empty_) return;
  store_.db().run(guard_.c_str());
  store_.db().run("CREATE INDEX card_due ON card(due, id, ivl, n, step)");
}

}  // namespace ebb
