// Rows of a package. Anki refuses packages without options for deck 1, and shifts grades and days without `conf`.
#include "formats/anki/export_tables.hpp"

#include <fmt/format.h>

#include "ebb/text/json_text.hpp"
#include "formats/anki/export_note.hpp"
#include "formats/anki/sha1.hpp"
#include "formats/html_text.hpp"

namespace ebb {
namespace {

constexpr const char* tables =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
    "CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, "
    "ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, "
    "models text not null, decks text not null, dconf text not null, tags text not null);"
    "CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, "
    "usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, "
    "flags integer not null, data text not null);"
    "CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, "
    "mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, "
    "ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not "
    "null, "
    "odue integer not null, odid integer not null, flags integer not null, data text not null);"
    "CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, "
    "ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not "
    "null);"
    "CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);"
    "CREATE INDEX ix_cards_nid ON cards (nid); CREATE INDEX ix_revlog_cid ON revlog (cid);"
    "CREATE INDEX ix_notes_csum ON notes (csum);";

// Without the options of deck 1, importing them fails as a whole.
constexpr std::string_view deck_options =
    R"({"1":{"id":1,"mod":0,"name":"Default","usn":0,"maxTaken":60,"autoplay":true,"timer":0,"replayq":true,)"
    R"("new":{"bury":false,"delays":[1,10],"initialFactor":2500,"ints":[1,4,0],"order":1,"perDay":20},)"
    R"("rev":{"bury":false,"ease4":1.3,"ivlFct":1,"maxIvl":36500,"perDay":200,"hardFactor":1.2},)"
    R"("lapse":{"delays":[10],"leechAction":1,"leechFails":8,"minInt":1,"mult":0},"dyn":false}})";

constexpr std::int64_t first_id = 1400000000000, latest_id = 4000000000000;

std::int64_t seconds(Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

Database& with_tables(Database& database) {
  database.run(tables);
  return database;
}

}  // namespace

ExportTables::ExportTables(const std::string& path, const ExportOptions& options, Day first_day)
    : first_day_(first_day),
      today_(options.today),
      database_(path, Access::create),
      transaction_(with_tables(database_)),
      note_row_(database_, "INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, ?8, 0, '')"),
      card_row_(
          database_,
          "INSERT INTO cards VALUES (?1, ?2, ?3, ?4, ?5, -1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, 0, ?14, ?15)"),
      answer_row_(database_, "INSERT INTO revlog VALUES (?1, ?2, -1, ?3, ?4, ?5, ?6, ?7, ?8)"),
      next_id_(first_id) {
  decks_.emplace("Default", 1);
}

std::int64_t ExportTables::free_id(std::set<std::int64_t>& used, std::int64_t wanted) {
  const bool sane = wanted > 0 && wanted < latest_id;
  std::int64_t id = sane ? wanted : ++next_id_;
  while (!used.insert(id).second) ++id;
  return id;
}

std::int64_t ExportTables::deck_id(const std::string& name) {
  return decks_.emplace(name.empty() ? "Default" : name, first_id + static_cast<std::int64_t>(decks_.size()))
      .first->second;
}

void ExportTables::add_note(const AnkiNote& note) {
  note_ = free_id(notes_, note.id);
  const std::string first = html_to_text(std::string_view(note.fields).substr(0, note.fields.find('\x1f')));
  const std::int64_t check_sum = sha1(first)[0];
  note_row_.bind(1, note_).bind(2, note.guid).bind(3, note.type);
  note_row_.bind(4, note.modified > 0 ? note.modified : seconds(today_.now)).bind(5, note.tags).bind(6, note.fields);
  note_row_.bind(7, first).bind(8, check_sum).run();
}

void ExportTables::add_card(const ExportedCard& card) {
  const AnkiCard anki = exported_card(card, first_day_, ++position_);
  const std::string other_deck = own_deck_in_anki(card);
  const std::int64_t id = free_id(cards_, card_id_in_anki(card));
  card_row_.bind(1, id)
      .bind(2, note_)
      .bind(3, deck_id(other_deck.empty() ? card.deck : other_deck))
      .bind(4, anki.ordinal);
  card_row_.bind(5, anki.modified > 0 ? anki.modified : seconds(today_.now)).bind(6, anki.type).bind(7, anki.queue);
  card_row_.bind(8, anki.due).bind(9, anki.interval).bind(10, anki.factor).bind(11, anki.reps).bind(12, anki.lapses);
  card_row_.bind(13, anki.left).bind(14, anki.flags).bind(15, anki.data).run();
  for (const AnkiAnswer& answer : exported_answers(card)) {
    answer_row_.bind(1, free_id(answers_, answer.id)).bind(2, id).bind(3, answer.ease).bind(4, answer.interval);
    answer_row_.bind(5, answer.last_interval).bind(6, answer.factor).bind(7, answer.took).bind(8, answer.kind).run();
  }
}

std::string ExportTables::decks_json() const {
  std::string all = "{";
  for (const auto& [name, id] : decks_) {
    all += fmt::format(R"({}"{}":{{"id":{},"mod":0,"usn":-1,"lrnToday":[0,0],"revToday":[0,0],"newToday":[0,0],)"
                       R"("timeToday":[0,0],"collapsed":false,"desc":"","dyn":0,"conf":1,"name":)",
                       all.size() > 1 ? "," : "", id, id);
    append_json_text(all, name);
    all += '}';
  }
  return all + "}";
}

void ExportTables::finish(const std::string& models) {
  // The first day begins at four, local time; together with its offset it gives the same days everywhere.
  constexpr std::int64_t day_seconds = 86400, rollover = 4 * std::int64_t{3600};
  const std::int64_t created = day_number(first_day_) * day_seconds + rollover - std::int64_t{today_.offset_min} * 60;
  const std::string config =
      fmt::format(R"({{"schedVer":2,"sched2021":true,"creationOffset":{},"nextPos":{},"curDeck":1,"activeDecks":[1]}})",
                  -today_.offset_min, position_ + 1);
  const std::string decks = decks_json();
  const std::int64_t now = today_.now.time_since_epoch().count();
  Statement row(database_, "INSERT INTO col VALUES (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')");
  row.bind(1, created).bind(2, now).bind(3, config).bind(4, models).bind(5, decks).bind(6, deck_options).run();
  transaction_.commit();
}

}  // namespace ebb
