// Writing seals. A seal covers what came after the one before, so a sitting costs what it wrote.
#include "store/log/seal.hpp"

#include <sodium.h>

#include <algorithm>

#include "ebb/store/doctor.hpp"
#include "store/log/batch.hpp"
#include "store/log/entry_json.hpp"

namespace ebb {
namespace {

// A sitting's end must not wait for the whole of a large import to be hashed: the next seals go on where this one ended.
constexpr std::int64_t most_sealed = 20000;

// Whether nothing but seals came after `sealed`: then there is nothing to seal.
bool only_seals(Store& store, std::int64_t sealed, std::int64_t last) {
  Statement& others = store.sql(
      "SELECT 1 WHERE EXISTS(SELECT 1 FROM review WHERE id > ?1 AND id <= ?2)"
      " OR EXISTS(SELECT 1 FROM change WHERE id > ?1 AND id <= ?2 AND what <> 90)");
  const bool any = others.bind(1, sealed).bind(2, last).step();
  others.reset();
  return !any;
}

}  // namespace

Guid chained_hash(Store& store, const Guid& before, std::int64_t first, std::int64_t last) {
  crypto_generichash_state state;
  Guid hash;
  crypto_generichash_init(&state, nullptr, 0, hash.bytes.size());
  crypto_generichash_update(&state, before.bytes.data(), before.bytes.size());
  for (std::int64_t id = first; id <= last; ++id) {
    const std::string json = entry_json(store, EntryId{id}) + "\n";
    crypto_generichash_update(&state, reinterpret_cast<const std::uint8_t*>(json.data()), json.size());
  }
  crypto_generichash_final(&state, hash.bytes.data(), hash.bytes.size());
  return hash;
}

void seal(Collection& collection, const Today& today) {
  Store& store = collection.store();
  Batch batch(store, today);
  const std::int64_t base = device_base(batch.device()), last = batch.next().value - 1;
  std::int64_t sealed = base;
  Guid before;
  Statement& seals = store.sql(
      "SELECT num, guid FROM change INDEXED BY change_rare WHERE what = 90 AND what >= 64 AND id > ? AND id < ? ORDER BY id");
  seals.bind(1, base).bind(2, device_base(batch.device() + 1));
  while (seals.step()) {
    sealed += seals.number(0);
    before = guid_column(seals, 1);
  }
  if (last <= sealed || only_seals(store, sealed, last)) return;  // nothing new: no entry, and the transaction is given up
  const std::int64_t until = std::min(last, sealed + most_sealed);
  batch.append({What::seal, 0, 0, until - sealed, chained_hash(store, before, sealed + 1, until), {}, {}, {}});
  batch.commit();
}

}  // namespace ebb
