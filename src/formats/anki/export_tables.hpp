// The database of a package that is written: schema 11, filled card by card.
#pragma once
#include <map>
#include <set>
#include <string>

#include "ebb/formats/formats.hpp"
#include "ebb/sqlite/database.hpp"
#include "formats/anki/rows.hpp"

namespace ebb {

class ExportTables {
 public:
  // `path` is an empty file. Days count from `first_day`.
  ExportTables(const std::string& path, const ExportOptions& options, Day first_day);
  // The note that the next cards belong to.
  void add_note(const AnkiNote& note);
  void add_card(const ExportedCard& card);
  // Writes the row of the collection, with the JSON of its note types.
  void finish(const std::string& models);

 private:
  std::int64_t free_id(std::set<std::int64_t>& used, std::int64_t wanted);
  std::int64_t deck_id(const std::string& name);
  std::string decks_json() const;

  Day first_day_;
  Today today_;
  Database database_;
  Transaction transaction_;
  Statement note_row_, card_row_, answer_row_;
  std::set<std::int64_t> notes_, cards_, answers_;
  std::map<std::string, std::int64_t, std::less<>> decks_;
  std::int64_t note_ = 0, next_id_ = 0;
  int position_ = 0;
};

}  // namespace ebb
