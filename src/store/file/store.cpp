// Prepared statements, devices, and the names of entries.
#include "store/file/store.hpp"

#include <algorithm>
#include <charconv>

#include "ebb/core/error.hpp"
#include "store/fold/parameters_log.hpp"

namespace ebb {

Store::Store(std::unique_ptr<Database> database, SchedulerTable table)
    : database_(std::move(database)), table_(table) {}

Statement& Store::sql(const char* text) {
  auto found = statements_.find(text);
  if (found == statements_.end()) found = statements_.emplace(text, Statement(*database_, text)).first;
  found->second.reset();
  return found->second;
}

const Scheduler& Store::scheduler(std::int64_t par) {
  std::unique_ptr<const Scheduler>& kept = schedulers_[par];
  if (kept == nullptr) kept = new_scheduler(logged_parameters(*this, par));
  return *kept;
}

std::unique_ptr<const Scheduler> Store::new_scheduler(const Parameters& parameters) const {
  auto made = table_(parameters);
  if (made == nullptr) throw Error(Exit::usage, "There is no scheduler `" + parameters.scheduler + "`. There are: sm2, fsrs, anki");
  return made;
}

bool entry_exists(Store& store, EntryId entry) {
  Statement& find = store.sql("SELECT 1 FROM review WHERE id = ?1 UNION ALL SELECT 1 FROM change WHERE id = ?1");
  const bool found = find.bind(1, entry.value).step();
  find.reset();
  return found;
}

bool before_in_merge_order(Store& store, EntryId a, std::int64_t a_hlc, EntryId b, std::int64_t b_hlc) {
  if (a_hlc != b_hlc) return a_hlc < b_hlc;
  if (a.device() == b.device()) return a < b;
  return device_guid(store, a.device()) < device_guid(store, b.device());
}

Guid guid_column(const Statement& statement, int column) {
  Guid guid;
  const auto bytes = statement.blob(column);
  std::copy_n(bytes.begin(), std::min<std::size_t>(bytes.size(), 16), guid.bytes.begin());
  return guid;
}

Guid device_guid(Store& store, std::int64_t dev) {
  const auto known = store.device_guids.find(dev);
  if (known != store.device_guids.end()) return known->second;
  Statement& find = store.sql("SELECT id FROM device WHERE dev = ?");
  if (!find.bind(1, dev).step()) return {};
  const Guid guid = guid_column(find, 0);
  find.reset();
  return store.device_guids[dev] = guid;
}

std::int64_t device_number(Store& store, const Guid& guid, Instant born) {
  Statement& find = store.sql("SELECT dev FROM device WHERE id = ?");
  if (find.bind(1, bytes_of(guid)).step()) {
    const std::int64_t dev = find.number(0);
    find.reset();
    return dev;
  }
  store.sql("INSERT INTO device(dev, id, born) SELECT ifnull(max(dev) + 1, 0), ?1, ?2 FROM device")
      .bind(1, bytes_of(guid)).bind(2, born.time_since_epoch().count()).run();
  return device_number(store, guid, born);
}

std::string entry_name(Store& store, EntryId entry) {
  if (entry.value == 0) return {};
  return hex(device_guid(store, entry.device())) + ":" + std::to_string(entry.sequence());
}

std::optional<EntryId> entry_from_name(Store& store, std::string_view name) {
  const std::size_t colon = name.rfind(':');
  std::int64_t sequence = 0;
  const std::string_view digits = colon == std::string_view::npos ? name : name.substr(colon + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
  if (error != std::errc{} || end != digits.data() + digits.size() || sequence <= 0) return {};
  if (colon == std::string_view::npos) return EntryId{device_base(store.me) + sequence};
  std::optional<EntryId> found;
  Statement& devices = store.sql("SELECT dev, id FROM device");
  while (devices.step()) {
    if (!hex(guid_column(devices, 1)).starts_with(name.substr(0, colon))) continue;
    if (found) return {};  // more than one device begins like this
    found = EntryId{device_base(devices.number(0)) + sequence};
  }
  return found;
}

}  // namespace ebb
