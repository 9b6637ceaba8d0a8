// Merging another collection's log: entries keep their identity, known ones are passed over, the caches are folded anew.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "ebb/core/error.hpp"
#include "store/find/search_index.hpp"
#include "store/fold/fold.hpp"
#include "store/log/entry_json.hpp"
#include "store/log/purging.hpp"

namespace ebb {

using nlohmann::json;

struct Merger::Parsed {
  json object;
  EntryId id;
  std::int64_t hlc = 0;
  std::string more;  // raw
  std::string text(const char* key) const {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  }
  std::optional<std::int64_t> number(const char* key) const {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer()) return {};
    return found->get<std::int64_t>();
  }
};

namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Error(Exit::input, "the log of this export cannot be read: " + why + "; nothing was imported");
}

Guid guid_or_refuse(const std::string& text, const char* what) {
  const auto guid = guid_from_hex(text);
  if (!guid) refuse(std::string(what) + " \"" + text.substr(0, 40) + "\" is not 32 hexadecimal digits");
  return *guid;
}


// The raw text of the member `more`: numbers and escapes stay as the other machine wrote and sealed them.
std::string raw_more(const std::string& entry) {
  const std::size_t at = entry.find(",\"more\":");
  if (at == std::string::npos) return {};
  const std::size_t from = at + 8;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = from; i < entry.size(); ++i) {
    const char c = entry[i];
    if (quoted) {
      if (c == '\\') ++i;
      else if (c == '"') quoted = false;
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return entry.substr(from, i + 1 - from);
  }
  return {};
}

}  // namespace

Merger::Merger(Store& store, Instant now)
    : store_(store), now_(now),
      next_note_(store.db().number("SELECT ifnull(max(note), 0) + 1 FROM note_guid")),
      next_deck_(store.db().number("SELECT ifnull(max(deck), 0) + 1 FROM deck_guid")) {}

std::int64_t Merger::entry_number(const std::string& name) {
  const std::size_t colon = name.find(':');
  const std::string digits = colon == std::string::npos ? "" : name.substr(colon + 1);
  if (digits.empty() || digits.size() > 12 || digits.find_first_not_of("0123456789") != std::string::npos)
    refuse("\"" + name.substr(0, 60) + "\" is not DEVICE:SEQ");
  const Guid device = guid_or_refuse(name.substr(0, colon), "the device");
  return device_base(device_number(store_, device, now_)) + std::stoll(digits);
}

std::int64_t Merger::note_number(const std::string& name) {
  const Guid guid = guid_or_refuse(name, "the note");
  Statement& find = store_.sql("SELECT note FROM note_guid WHERE guid = ?");
  if (find.bind(1, bytes_of(guid)).step()) {
    const std::int64_t note = find.number(0);
    find.reset();
    return note;
  }
  const std::int64_t note = next_note_++;
  store_.sql("INSERT INTO note_guid(guid, note) VALUES(?, ?)").bind(1, bytes_of(guid)).bind(2, note).run();
  return note;
}

std::int64_t Merger::deck_number(const std::string& name) {
  const Guid guid = guid_or_refuse(name, "the deck");
  Statement& find = store_.sql("SELECT deck FROM deck_guid WHERE guid = ?");
  if (find.bind(1, bytes_of(guid)).step()) {
    const std::int64_t deck = find.number(0);
    find.reset();
    return deck;
  }
  const std::int64_t deck = next_deck_++;
  store_.sql("INSERT INTO deck_guid(guid, deck) VALUES(?, ?)").bind(1, bytes_of(guid)).bind(2, deck).run();
  return deck;
}

bool Merger::take(const std::string& text) {
  Parsed entry;
  entry.object = json::parse(text, nullptr, false);
  if (!entry.object.is_object()) refuse("an entry is not an object");
  entry.id = EntryId{entry_number(entry.text("entry"))};
  entry.hlc = entry.number("hlc").value_or(-1);
  if (entry.hlc < 0 || entry.id.sequence() == 0) refuse("entry " + entry.text("entry") + " has no valid hlc");
  if (entry_exists(store_, entry.id)) return false;
  entry.more = raw_more(text);
  entry.text("what") == "review" ? take_review(entry) : take_change(entry);
  highest_ = std::max(highest_, entry.hlc);
  ++taken_;
  return true;
}

void Merger::take_review(const Parsed& entry) {
  const std::string card = entry.text("card");
  const std::size_t dot = card.find('.');
  const auto day = parse_date(entry.text("day"));
  const auto quality = entry.number("quality");
  if (dot == std::string::npos || !day || !quality || *quality < 0 || *quality > 5)
    refuse("entry " + entry.text("entry") + " is not a whole review");
  const int ordinal = std::clamp(std::atoi(card.c_str() + dot + 1), 0, 1023);
  const CardId id = card_of(NoteId{note_number(card.substr(0, dot))}, ordinal);
  const auto link = [&](const char* key) { return entry.text(key).empty() ? 0 : entry_number(entry.text(key)); };
  Statement& insert = store_.sql(
      "INSERT INTO review(id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due)"
      " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, entry.id.value).bind(2, entry.hlc).bind(3, entry.number("lag").value_or(0));
  insert.bind(4, entry.number("tz").value_or(0)).bind(5, day_number(*day)).bind(6, id.value).bind(7, *quality);
  insert.bind(8, std::max<std::int64_t>(0, entry.number("duration_ms").value_or(0)));
  insert.bind(9, entry.text("kind") == "cram" ? 1 : 0).bind(10, link("params")).bind(11, link("session"));
  const auto due = parse_date(entry.text("due"));
  due ? insert.bind(12, day_number(*due)) : insert.bind(12, nullptr);
  insert.run();
}

void Merger::take_change(const Parsed& entry) {
  const int what = kind_from(entry.text("what"));
  if (what == 0) refuse("entry " + entry.text("entry") + " is of no kind");
  const std::int64_t batch = entry_number(entry.text("batch").empty() ? entry.text("entry") : entry.text("batch"));
  std::optional<std::int64_t> ent, num = entry.number("number");
  if (!entry.text("note").empty()) ent = note_number(entry.text("note"));
  if (!entry.text("deck").empty()) ent = deck_number(entry.text("deck"));
  if (!entry.text("target").empty()) ent = entry_number(entry.text("target"));
  if (!entry.text("home").empty()) num = deck_number(entry.text("home"));
  std::optional<Guid> guid;
  if (!entry.text("guid").empty()) guid = guid_or_refuse(entry.text("guid"), "the guid");
  // The text of a note that was purged here does not come back, not even into a page of the file.
  const bool purged = ent && about_note(what) && what != static_cast<int>(What::card_due) && what != static_cast<int>(What::card_seed) && is_purged(store_, *ent);
  const auto text = [&](const char* key) { return !purged && entry.object.contains(key) && entry.object[key].is_string(); };
  const std::string question = entry.text("question"), answer = entry.text("answer");
  const std::string more = purged ? std::string() : entry.more;
  Statement& insert = store_.sql(
      "INSERT INTO change(id, hlc, lag, tz, batch, what, ent, part, num, guid, q, a, more)"
      " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, entry.id.value).bind(2, entry.hlc).bind(3, entry.number("lag").value_or(0));
  insert.bind(4, entry.number("tz").value_or(0)).bind(5, std::clamp<std::int64_t>(entry.id.value - batch, 0, entry.id.sequence() - 1));
  insert.bind(6, what).bind(7, ent).bind(8, entry.number("part").value_or(0)).bind(9, num);
  guid ? insert.bind(10, bytes_of(*guid)) : insert.bind(10, nullptr);
  text("question") ? insert.bind(11, std::string_view(question)) : insert.bind(11, nullptr);
  text("answer") ? insert.bind(12, std::string_view(answer)) : insert.bind(12, nullptr);
  more.empty() ? insert.bind(13, nullptr) : insert.bind(13, std::string_view(more));
  insert.run();
  if (!guid || !ent) return;
  if (about_note(what))
    store_.sql("INSERT OR IGNORE INTO note_guid(guid, note) VALUES(?, ?)").bind(1, bytes_of(*guid)).bind(2, *ent).run();
  if (about_deck(what))
    store_.sql("INSERT OR IGNORE INTO deck_guid(guid, deck) VALUES(?, ?)").bind(1, bytes_of(*guid)).bind(2, *ent).run();
}

void Merger::finish() {
  if (taken_ == 0) return;
  // A clock far ahead must not pull ours along: its entries are kept, its time is not adopted.
  const std::int64_t tomorrow = (now_ + std::chrono::hours{24}).time_since_epoch().count() << 16;
  store_.sql("UPDATE meta SET value = max(value, ?) WHERE key = 'hlc_seen'").bind(1, std::min(highest_, tomorrow)).run();
  blanked_ = blank_purged(store_) > 0;
  rebuild_caches(store_);
  if (blanked_) rebuild_search(store_);
}

}  // namespace ebb
