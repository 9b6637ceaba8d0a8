// A write transaction: IMMEDIATE, because a read that turns into a write gets "busy" without waiting.
#include "ebb/sqlite/database.hpp"

#include <sqlite3.h>

namespace ebb {

Transaction::Transaction(Database& database) : database_(&database) { database.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() { rollback(); }

void Transaction::commit() {
  database_->run("COMMIT");
  open_ = false;
}

void Transaction::rollback() noexcept {
  if (!open_) return;
  open_ = false;
  // SQLite may have rolled back by itself (a full disk): then there is nothing to do.
  if (database_->in_transaction()) sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Reading::Reading(Database& database) : database_(database.in_transaction() ? nullptr : &database) {
  if (database_ != nullptr) database_->run("BEGIN");
}

Reading::~Reading() {
  if (database_ != nullptr && database_->in_transaction())
    sqlite3_exec(database_->handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace ebb
