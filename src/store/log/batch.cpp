// Appending to the log: gapless numbers, a clock that only rises, chains instead of indexes.
#include "store/log/batch.hpp"

#include <sodium.h>

#include <algorithm>

#include "store/fold/fold.hpp"
#include "store/log/undo.hpp"

namespace ebb {
namespace {

std::int64_t last_id(Store& store, const char* sql, std::int64_t device) {
  Statement& find = store.sql(sql);
  find.bind(1, device_base(device)).bind(2, device_base(device + 1)).step();
  const std::int64_t id = find.number(0);
  find.reset();
  return id;
}

std::int64_t hlc_of(Store& store, const char* sql, std::int64_t id) {
  Statement& find = store.sql(sql);
  const std::int64_t hlc = find.bind(1, id).step() ? find.number(0) : 0;
  find.reset();
  return hlc;
}

void save_owner(Store& store) {
  store.sql("REPLACE INTO meta(key, value) VALUES('owner', ?)").bind(1, std::string_view(store.owner)).run();
}

// A file that was copied writes on under a new identity, so that two copies never give one number to two entries.
std::int64_t begin_device(Store& store, Instant now) {
  Guid guid;
  randombytes_buf(guid.bytes.data(), guid.bytes.size());
  const std::int64_t device = device_number(store, guid, now);
  store.sql("UPDATE meta SET value = ? WHERE key = 'me'").bind(1, device).run();
  save_owner(store);
  return device;
}

}  // namespace

Batch::Batch(Store& store, const Today& today) : store_(store), today_(today), transaction_(store.db()) {
  // One made in a transaction that was given up may be another now.
  store.device_guids.clear();
  store.deck_guids.clear();
  device_ = store.second_writer ? begin_device(store, today.now) : store.me;
  if (store.owner_unsaved) save_owner(store);
  const std::int64_t review = last_id(store, "SELECT max(id) FROM review WHERE id > ? AND id < ?", device_);
  const std::int64_t change = last_id(store, "SELECT max(id) FROM change WHERE id > ? AND id < ?", device_);
  const std::int64_t last = std::max(review, change);
  first_ = origin_ = std::max(last, device_base(device_)) + 1;
  if (last != 0)
    hlc_ = review > change ? hlc_of(store, "SELECT hlc FROM review WHERE id = ?", last)
                           : hlc_of(store, "SELECT hlc FROM change WHERE id = ?", last);
  Statement& seen = store.sql("SELECT value FROM meta WHERE key = 'hlc_seen'");
  if (seen.step()) hlc_ = std::max(hlc_, seen.number(0));
  seen.reset();
}

void Batch::go_on(EntryId first) {
  const BatchRange before = batch_of(store_, first);
  if (count_ == 0 && before.first == first.value && before.first + before.length == first_) origin_ = first.value;
}

void Batch::commit() {
  transaction_.commit();
  // Only now: a batch that is given up leaves no device behind, not even in memory.
  store_.me = device_;
  store_.second_writer = store_.owner_unsaved = false;
}

Batch::Stamp Batch::stamp(Instant at) {
  const std::int64_t wall = at.time_since_epoch().count();
  hlc_ = std::max(wall << 16, hlc_ + 1);
  return {first_ + count_++, hlc_, (hlc_ >> 16) - wall};
}

EntryId Batch::append(const Change& change, std::int64_t prev) {
  const std::int64_t back = first_ + count_ - origin_;
  const Stamp stamped = stamp(today_.now);
  Statement& insert = store_.sql(
      "INSERT INTO change(id, hlc, lag, tz, batch, what, ent, part, num, guid, q, a, more, prev)"
      " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, stamped.id).bind(2, stamped.hlc).bind(3, stamped.lag).bind(4, today_.offset_min).bind(5, back);
  insert.bind(6, static_cast<int>(change.what)).bind(8, change.part).bind(9, change.num).bind(14, prev);
  change.ent ? insert.bind(7, change.ent) : insert.bind(7, nullptr);
  change.guid ? insert.bind(10, bytes_of(*change.guid)) : insert.bind(10, nullptr);
  change.q ? insert.bind(11, *change.q) : insert.bind(11, nullptr);
  change.a ? insert.bind(12, *change.a) : insert.bind(12, nullptr);
  change.more ? insert.bind(13, *change.more) : insert.bind(13, nullptr);
  insert.run();
  return {stamped.id};
}

EntryId Batch::append_to_note(NoteId note, Change change) {
  change.ent = note.value;
  if (device_ != 0) return append(change, 0);
  const EntryId entry = append(change, own_head(store_, note));
  store_.sql("UPDATE note SET head = ?2 WHERE id = ?1").bind(1, note.value).bind(2, entry.value).run();
  return entry;
}

EntryId Batch::append(const Review& review, std::int64_t par, std::int64_t prev) {
  // An answer that was given elsewhere keeps its own time; its place in the order is now.
  const Stamp stamped = stamp(today_.now);
  const std::int64_t lag = (stamped.hlc >> 16) - review.at.time_since_epoch().count();
  Statement& insert = store_.sql(
      "INSERT INTO review(id, hlc, lag, tz, day, card, grade, ms, kind, par, session, prev, due)"
      " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, stamped.id).bind(2, stamped.hlc).bind(3, lag).bind(4, review.offset_min);
  insert.bind(5, day_number(review.day)).bind(6, review.card.value).bind(7, static_cast<int>(review.quality));
  insert.bind(8, review.took.count()).bind(9, static_cast<int>(review.intent)).bind(10, par);
  insert.bind(11, review.session).bind(12, device_ == 0 ? prev : 0);
  review.due ? insert.bind(13, day_number(*review.due)) : insert.bind(13, nullptr);
  insert.run();
  return {stamped.id};
}

}  // namespace ebb
