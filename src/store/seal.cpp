// Writing seals. A seal covers what came after the one before, so a sitting costs what it wrote.
#include "store/seal.hpp"

#include <sodium.h>

#include <algorithm>

#include "ebb/store/doctor.hpp"
#include "store/batch.hpp"
#include "store/entry_json.hpp"

namespace ebb {

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
  const std::int64_t base = device_base(store.me), last = batch.next().value - 1;
  Statement& find = store.sql(
      "SELECT id, guid FROM change INDEXED BY change_rare WHERE what = 90 AND what >= 64 AND id > ? AND id < ?"
      " ORDER BY id DESC LIMIT 1");
  std::int64_t sealed = base;
  Guid before;
  if (find.bind(1, base).bind(2, device_base(store.me + 1)).step()) {
    sealed = find.number(0);
    before = guid_column(find, 1);
  }
  find.reset();
  if (last <= sealed) return;  // nothing new: no entry, and the transaction is given up
  batch.append({What::seal, 0, 0, last - sealed, chained_hash(store, before, sealed + 1, last), {}, {}, {}});
  batch.commit();
}

}  // namespace ebb
