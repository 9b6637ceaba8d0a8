// The inside of an import: one transaction in which notes are compared with what is here.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "ebb/store/import.hpp"
#include "store/edit/decks.hpp"
#include "store/fold/tally_cells.hpp"
#include "store/import/bulk.hpp"
#include "store/import/guid_set.hpp"
#include "store/import/media_writer.hpp"
#include "store/log/batch.hpp"
#include "store/log/entry_json.hpp"

namespace ebb {

// A note of the file that matched nothing by name, kept until it is known what is gone.
struct WaitingNote {
  ImportedNote note;
  DeckId deck;
  Guid guid;
};

// A note that is here, in a deck of the file, but was not in the file.
struct GoneNote {
  NoteId note;
  DeckId deck;
  std::string question, answer;
  bool taken = false;
};

// A card of the file that is not here yet.
struct NewCard {
  CardId id;
  const ImportedCard* file = nullptr;
  std::int64_t head = 0;       // device 0's newest answer of it
  std::optional<Memory> seed;  // as the log has it
  bool suspended = false;
};

struct Importer::Inside {
  Inside(Collection& collection, const Today& today, OnGone on_gone);

  // A deck of the file.
  struct FileDeck {
    DeckId deck;
    Guid guid;       // what its notes' guids are made from
    bool made = false;
  };
  const FileDeck& deck_of(const ImportedNote& note);
  // The guid of a note of the file: its own id if it is one of ours, else minted; `occurrence` counts repeats.
  std::optional<NoteId> find(const ImportedNote& note, const FileDeck& deck, Guid& guid);
  void take(ImportedNote&& note);
  void compare(NoteId note, const ImportedNote& file, DeckId deck, double likeness);
  void add(const ImportedNote& note, DeckId deck, const Guid& guid, std::optional<NoteId> reborn = {});
  // The cards of a note that get what the file says of their schedule: all of one that is new, of another only those
  // that it never had, and of one whose import was undone those that were not answered.
  enum class Rows { none, kept, reborn };
  std::vector<NewCard> new_cards(NoteId note, const ImportedNote& file, Rows rows);
  // In this order: answers, then the entry with the text, then the rest. So every answer of the batch is followed by a
  // change of it, which says where the batch begins.
  void write_histories(std::vector<NewCard>& cards, std::int64_t par);
  void write_schedules(NoteId note, const ImportedNote& file, std::vector<NewCard>& cards);
  // Marks a note that was marked in Anki, where a tag says so.
  bool mark(NoteId note, const ImportedNote& file);
  void write_rows(NoteId note, const std::vector<NewCard>& cards, std::int64_t par, bool marked);
  void fold_cards(const std::vector<NewCard>& cards);
  std::int64_t par_of(DeckId deck);
  void alias(NoteId note, const Guid& guid);
  void match_waiting();
  void mark_gone();
  void write_maps();
  void note_change(PlannedChange&& change);
  std::string name_of_note(NoteId note);

  Store& store;
  BulkFill bulk;  // before the batch: it chooses the journal
  Batch batch;
  OnGone on_gone;
  ImportPlan plan;
  std::vector<Problem> problems;
  std::map<std::pair<std::string, std::string>, FileDeck> decks;  // by name and id in the file
  const FileDeck* last_deck = nullptr;
  std::string last_deck_name, last_deck_id;
  GuidSet guids;                                   // names given in this import, written in order at the end
  std::map<Guid, int> next_occurrence;             // of names that repeat in the file
  std::unordered_set<std::int64_t> matched;        // notes that the file holds
  std::vector<WaitingNote> waiting;
  std::vector<GoneNote> gone;
  std::map<std::string, std::int64_t> tag_numbers;
  std::vector<std::pair<std::int64_t, std::int64_t>> note_tags;
  std::int64_t next_note = 1;
  std::int64_t stay_deleted = 0;
  TallyCells cells;
  MediaWriter media_writer;
  int media_replaced = 0;
  std::map<std::int64_t, std::int64_t> pars;       // by deck: the parameters that imported answers name
  bool was_empty = false, told_unmatched = false;
  std::optional<Merger> merger;
};

// The gone note most alike to a question, if one reaches 0.85: `index` into `gone`, and how many reach it.
struct Likeness {
  std::optional<std::size_t> index;
  double best = 0;
  int close = 0;  // how many reached 0.85
};
Likeness most_alike(const std::string& question, DeckId deck, const std::vector<GoneNote>& gone);

}  // namespace ebb
