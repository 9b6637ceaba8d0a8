// Reading the log for people: every entry as a line, newest first.
#include "ebb/core/words.hpp"
#include "ebb/store/log.hpp"
#include "store/edit/decks.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_names.hpp"
#include "store/log/log_line.hpp"
#include "store/log/undo.hpp"

namespace ebb {
namespace {

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

void read_answer(Collection& collection, EntryId entry, LogLine& line) {
  Store& store = collection.store();
  Statement& find = store.sql(
      "SELECT id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due FROM review WHERE id = ?");
  if (!find.bind(1, entry.value).step()) return;
  const Review review = read_review(find).review;
  find.reset();
  line.batch = entry_name(store, EntryId{batch_begins(store, entry)});
  line.at = review.at;
  line.what = "review";
  line.card = public_id(collection, review.card);
  line.quality = review.quality;
  line.took_ms = review.took.count();
  line.day = review.day;
  line.offset_min = review.offset_min;
  line.kind = review.intent == Intent::cram ? "cram" : "answer";
  line.detail = first_line_of(store, review.card.note());
}

void read_change(Collection& collection, EntryId entry, LogLine& line) {
  Store& store = collection.store();
  Statement& find = store.sql("SELECT hlc, lag, what, ent, part, num, q, batch, a FROM change WHERE id = ?");
  if (!find.bind(1, entry.value).step()) return;
  const int what = static_cast<int>(find.number(2));
  const std::int64_t ent = find.number(3), part = find.number(4), num = find.number(5);
  line.at = Instant{Millis{(find.number(0) >> 16) - find.number(1)}};
  line.batch = entry_name(store, EntryId{entry.value - find.number(7)});
  line.what = name_of(static_cast<What>(what));
  if (line.what.empty()) line.what = "#" + std::to_string(what);
  line.detail = first_line(find.text(6));
  const std::string value = first_line(find.text(8));
  find.reset();
  line.off = what >= static_cast<int>(What::note_orphan) && what <= static_cast<int>(What::card_bury) && num == 0;
  line.typed = what == static_cast<int>(What::note_new) && part == typed_by_hand;
  if (about_note(what)) {
    line.card = public_id(collection, card_of(NoteId{ent}, what >= 16 && what < 32 ? static_cast<int>(part) : 0));
    if (line.detail.empty()) line.detail = first_line_of(store, NoteId{ent});
    if (what == static_cast<int>(What::note_deck)) line.detail += " → " + deck_name(store, DeckId{num});
    if (what == static_cast<int>(What::card_due)) line.detail += " → " + iso_date(day_from_number(static_cast<int>(num)));
  } else if (what == static_cast<int>(What::undo)) {
    line.detail = entry_name(store, EntryId{ent});
  } else if (what == static_cast<int>(What::purge) && ent != 0) {
    line.card = public_id(collection, card_of(NoteId{ent}, 0));
  } else if (what == static_cast<int>(What::deck_rename) || what == static_cast<int>(What::deck_delete)) {
    if (line.detail.empty()) line.detail = deck_name(store, DeckId{ent});
  } else if (what == static_cast<int>(What::deck_setting)) {
    line.detail += value.empty() ? " as it was" : " " + value;
    line.detail = (ent == 0 ? std::string("all decks") : deck_name(store, DeckId{ent})) + ": " + line.detail;
  } else if (what == static_cast<int>(What::parameters)) {
    line.detail = store.scheduler(entry.value).name();
  } else if (what == static_cast<int>(What::new_limit)) {
    line.detail = std::to_string(num) + " new cards on " + iso_date(day_from_number(static_cast<int>(part)));
  } else if (what == static_cast<int>(What::away)) {
    const auto day = [](std::int64_t number) { return iso_date(day_from_number(static_cast<int>(number))); };
    line.detail = part == 0 ? "back on " + day(num) : day(num) + ".." + day(part);
  } else if (what == static_cast<int>(What::seal) || what == static_cast<int>(What::purge)) {
    line.detail = counted(num, "entry");
  }
}

}  // namespace

LogLine log_line_of(Collection& collection, EntryId entry) {
  LogLine line;
  line.entry = entry_name(collection.store(), entry);
  line.undone = !is_live(collection.store(), entry);
  read_answer(collection, entry, line);
  if (line.what.empty()) read_change(collection, entry, line);
  return line;
}

void for_each_entry(Collection& collection, const std::function<bool(const LogLine&)>& visit) {
  Store& store = collection.store();
  // With one device the order of the rows is the order in time; the clock decides between several.
  const bool one_device = store.db().number("SELECT count(*) FROM device") <= 1;
  Statement order(store.db(), one_device ? "SELECT id FROM review UNION ALL SELECT id FROM change ORDER BY 1 DESC"
                                         : "SELECT id FROM (SELECT id, hlc FROM review UNION ALL SELECT id, hlc FROM change)"
                                           " ORDER BY hlc DESC, id DESC");
  while (order.step()) {
    if (!visit(log_line_of(collection, EntryId{order.number(0)}))) return;
  }
}

}  // namespace ebb
