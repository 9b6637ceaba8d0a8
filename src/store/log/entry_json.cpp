// Writing entries of the log as JSON.
#include "store/log/entry_json.hpp"

#include <fmt/format.h>

#include "ebb/store/log.hpp"
#include "ebb/text/json_text.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_names.hpp"

namespace ebb {
namespace {

std::string name_or_null(Store& store, std::int64_t entry) {
  return entry == 0 ? "null" : "\"" + entry_name(store, EntryId{entry}) + "\"";
}

std::string note_name(Store& store, std::int64_t note) {
  if (const auto guid = birth_guid(store, NoteId{note})) return hex(*guid);
  // Entries about it came, its birth did not yet.
  std::string name;
  Statement& any = store.sql("SELECT guid FROM note_guid WHERE note = ? ORDER BY guid LIMIT 1");
  if (any.bind(1, note).step()) name = hex(guid_column(any, 0));
  any.reset();
  return name;
}

std::string deck_guid_name(Store& store, std::int64_t deck) {
  const auto known = store.deck_guids.find(deck);
  if (known != store.deck_guids.end()) return hex(known->second);
  Statement& find = store.sql(
      "SELECT guid FROM change INDEXED BY change_rare WHERE what = 64 AND what >= 64 AND ent = ? ORDER BY hlc LIMIT 1");
  std::string name;
  if (find.bind(1, deck).step()) name = hex(store.deck_guids[deck] = guid_column(find, 0));
  find.reset();
  return name;
}

std::string review_json(Store& store, const LoggedReview& logged) {
  const Review& review = logged.review;
  const std::int64_t lag = (logged.hlc >> 16) - review.at.time_since_epoch().count();
  return fmt::format(
      R"({{"entry":"{}","hlc":{},"lag":{},"tz":{},"what":"review","card":"{}.{}","day":"{}","quality":{},"duration_ms":{},"kind":"{}","params":{},"session":{},"due":{}}})",
      entry_name(store, logged.id), logged.hlc, lag, review.offset_min, note_name(store, review.card.note().value),
      review.card.ordinal(), iso_date(review.day), static_cast<int>(review.quality), review.took.count(),
      review.intent == Intent::cram ? "cram" : "answer", name_or_null(store, logged.par),
      name_or_null(store, review.session), review.due ? "\"" + iso_date(*review.due) + "\"" : "null");
}

std::string change_json(Store& store, const Statement& row) {
  const EntryId id{row.number(0)};
  const int what = static_cast<int>(row.number(4));
  const std::string_view kind = name_of(static_cast<What>(what));
  std::string json = fmt::format(R"({{"entry":"{}","hlc":{},"lag":{},"tz":{},"batch":"{}","what":"{}")",
                                 entry_name(store, id), row.number(1), row.number(2), row.number(3),
                                 entry_name(store, EntryId{id.value - row.number(12)}),
                                 kind.empty() ? fmt::format("#{}", what) : std::string(kind));
  const bool has_home = what == static_cast<int>(What::note_new) || what == static_cast<int>(What::note_deck);
  const bool purges_note = what == static_cast<int>(What::purge) && !row.null(5);
  if (about_note(what) || purges_note) json += fmt::format(R"(,"note":"{}")", note_name(store, row.number(5)));
  else if (about_deck(what)) json += fmt::format(R"(,"deck":"{}")", deck_guid_name(store, row.number(5)));
  else if (what == static_cast<int>(What::undo)) json += ",\"target\":" + name_or_null(store, row.number(5));
  if (row.number(6) != 0) json += fmt::format(R"(,"part":{})", row.number(6));
  if (has_home) json += fmt::format(R"(,"home":"{}")", deck_guid_name(store, row.number(7)));
  else if (!row.null(7)) json += fmt::format(R"(,"number":{})", row.number(7));
  if (!row.null(8)) json += fmt::format(R"(,"guid":"{}")", hex(guid_column(row, 8)));
  if (!row.null(9)) json += ",\"question\":" + json_text(row.text(9));
  if (!row.null(10)) json += ",\"answer\":" + json_text(row.text(10));
  if (!row.null(11)) json += ",\"more\":" + std::string(row.text(11));
  return json + "}";
}

}  // namespace

std::string entry_json(Store& store, EntryId entry) {
  Statement& review = store.sql(
      "SELECT id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due FROM review WHERE id = ?");
  if (review.bind(1, entry.value).step()) {
    const LoggedReview logged = read_review(review);
    review.reset();
    return review_json(store, logged);
  }
  Statement& change = store.sql(
      "SELECT id, hlc, lag, tz, what, ent, part, num, guid, q, a, more, batch FROM change WHERE id = ?");
  if (!change.bind(1, entry.value).step()) return {};
  const std::string json = change_json(store, change);
  change.reset();
  return json;
}

void for_each_entry_json(Collection& collection, const std::function<bool(const std::string&)>& visit) {
  Store& store = collection.store();
  Statement order(store.db(),
                  "SELECT entry.id FROM (SELECT id, hlc FROM review UNION ALL SELECT id, hlc FROM change) AS entry"
                  " JOIN device ON device.dev = entry.id >> 40 ORDER BY entry.hlc, device.id, entry.id");
  while (order.step())
    if (!visit(entry_json(store, EntryId{order.number(0)}))) return;
}

}  // namespace ebb
