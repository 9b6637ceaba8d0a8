// Seals against the entries that they are over. Where a purge took texts from under them, the hash that it left counts.
#include "store/log/check_seals.hpp"

#include <map>

#include "ebb/core/words.hpp"
#include "store/log/batch.hpp"
#include "store/log/json_members.hpp"
#include "store/log/seal.hpp"

namespace ebb {
namespace {

struct Seal {
  EntryId id;
  std::int64_t first = 0, last = 0;  // the entries that it is over
  Guid before, hash;
};

// The seals of each device, each over what came after the one before.
std::map<std::int64_t, std::vector<Seal>> seals_of(Store& store) {
  std::map<std::int64_t, std::vector<Seal>> seals;
  Statement& find = store.sql("SELECT id, num, guid FROM change INDEXED BY change_rare WHERE what = 90 AND what >= 64 ORDER BY id");
  while (find.step()) {
    const EntryId id{find.number(0)};
    std::vector<Seal>& own = seals[id.device()];
    const std::int64_t sealed = own.empty() ? device_base(id.device()) : own.back().last;
    own.push_back({id, sealed + 1, sealed + find.number(1), own.empty() ? Guid{} : own.back().hash, guid_column(find, 2)});
  }
  return seals;
}

// The hashes that purges left, each over a device's entries from the first.
std::map<std::int64_t, std::vector<Seal>> renewals_of(Store& store) {
  std::map<std::string, std::int64_t> devices;
  Statement& names = store.sql("SELECT dev, id FROM device");
  while (names.step()) devices[hex(guid_column(names, 1))] = names.number(0);
  std::map<std::int64_t, std::vector<Seal>> renewals;
  Statement& find = store.sql(
      "SELECT id, num, guid, more FROM change INDEXED BY change_rare WHERE what = 81 AND what >= 64 AND ent IS NULL ORDER BY hlc");
  while (find.step()) {
    const std::string name(raw_member(find.text(3), "device"));
    const auto device = devices.find(name.size() == 34 ? name.substr(1, 32) : "");
    if (device == devices.end()) continue;
    const std::int64_t base = device_base(device->second);
    renewals[device->second].push_back({EntryId{find.number(0)}, base + 1, base + find.number(1), {}, guid_column(find, 2)});
  }
  return renewals;
}

bool holds(Store& store, const Seal& seal) { return chained_hash(store, seal.before, seal.first, seal.last) == seal.hash; }

// Whether a purge that its writer may not have known took a text from under it: then its hash can no longer be had.
bool purged_under(Store& store, const Seal& seal) {
  Statement& find = store.sql(
      "SELECT 1 FROM change AS text JOIN change AS purge INDEXED BY change_rare ON purge.what = 81 AND purge.what >= 64"
      " AND purge.ent = text.ent AND (purge.id > ?3 OR purge.id >> 40 <> ?3 >> 40) WHERE text.id BETWEEN ?1 AND ?2 AND text.what < 64 LIMIT 1");
  const bool found = find.bind(1, seal.first).bind(2, seal.last).bind(3, seal.id.value).step();
  find.reset();
  return found;
}

void tell_damage(Store& store, const Seal& seal, Diagnosis& diagnosis) {
  diagnosis.findings.push_back({true, "entries before " + entry_name(store, seal.id) + " are not those that were sealed"});
}

// Up to which entry the hashes of purges prove a device's log.
std::int64_t renewed_up_to(Store& store, const std::vector<Seal>& renewals, Diagnosis& diagnosis) {
  std::int64_t proved = 0;
  for (const Seal& renewal : renewals) {
    if (holds(store, renewal)) proved = std::max(proved, renewal.last);
    else if (!purged_under(store, renewal)) tell_damage(store, renewal, diagnosis);
  }
  return proved;
}

}  // namespace

void check_seals(Store& store, Diagnosis& diagnosis) {
  const std::size_t found_before = diagnosis.findings.size();
  const auto seals = seals_of(store);
  const auto renewals = renewals_of(store);
  std::int64_t unproved = 0;
  EntryId newest;
  for (const auto& [device, own] : seals) {
    const auto renewed = renewals.find(device);
    const std::int64_t proved = renewed == renewals.end() ? 0 : renewed_up_to(store, renewed->second, diagnosis);
    for (const Seal& seal : own) {
      if (holds(store, seal)) continue;
      if (!purged_under(store, seal)) tell_damage(store, seal, diagnosis);
      else if (seal.last > proved) unproved += seal.last - seal.first + 1;
    }
    newest = EntryId{own.back().last};
  }
  if (diagnosis.findings.size() > found_before) return;
  if (unproved > 0)
    diagnosis.findings.push_back({false, counted(unproved, "entry") + " were sealed before a text among them was purged elsewhere: their seal cannot be checked"});
  diagnosis.proved.push_back(seals.empty() ? "the log has no seal yet (the next review writes one)"
                                           : "the log is sealed up to entry " + entry_name(store, newest));
}

}  // namespace ebb
