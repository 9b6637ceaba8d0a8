// The inside of a collection: the connection, its prepared statements, and who writes.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ebb/core/ids.hpp"
#include "ebb/core/scheduler.hpp"
#include "ebb/core/time.hpp"
#include "ebb/sqlite/database.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

class Store {
 public:
  Store(std::unique_ptr<Database> database, SchedulerTable table);

  Database& db() { return *database_; }
  // A prepared statement for SQL that is part of the program, kept for the next time, reset. The same text must not be
  // in use twice at once.
  Statement& sql(const char* text);

  // The scheduler of the parameters entry `par`, kept. An unknown one stops the program: folding with another would lie.
  const Scheduler& scheduler(std::int64_t par);
  // A scheduler with these parameters. Throws Error(Exit::usage) if there is none of that name.
  std::unique_ptr<const Scheduler> new_scheduler(const Parameters& parameters) const;

  // The local number of the device that writes here.
  std::int64_t me = 0;
  // The file was copied or restored: the next write begins a new device (docs/decisions/004-second-writer.md).
  bool second_writer = false;
  bool owner_unsaved = false;  // the file does not say yet where it belongs; the next write does
  bool may_write = false;
  std::string owner;
  std::vector<std::string> notices;
  std::map<std::int64_t, Guid> device_guids, deck_guids;  // those asked for so far, until the next batch

 private:
  std::unique_ptr<Database> database_;
  SchedulerTable table_;
  std::map<std::int64_t, std::unique_ptr<const Scheduler>> schedulers_;  // by entry: parameters never change
  std::map<const char*, Statement> statements_;
};

// The guid of a device, and back.
Guid device_guid(Store& store, std::int64_t dev);
// The local number of a device; registers it when it is new.
std::int64_t device_number(Store& store, const Guid& guid, Instant born);
// `DEVICE:SEQ`: eight and more hex digits of the device are enough to read it back.
std::string entry_name(Store& store, EntryId entry);
std::optional<EntryId> entry_from_name(Store& store, std::string_view name);

// Whether the log holds the entry.
bool entry_exists(Store& store, EntryId entry);
// The order of the log on every machine: clock, then device, then sequence.
bool before_in_merge_order(Store& store, EntryId a, std::int64_t a_hlc, EntryId b, std::int64_t b_hlc);

// Reads a 16-byte column.
Guid guid_column(const Statement& statement, int column);
inline std::span<const std::uint8_t> bytes_of(const Guid& guid) { return guid.bytes; }

}  // namespace ebb
