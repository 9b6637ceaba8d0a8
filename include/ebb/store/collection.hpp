// The collection: one SQLite file that holds the log, and caches folded from it. Opening, counting, listing.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ebb/core/error.hpp"
#include "ebb/core/ids.hpp"
#include "ebb/core/import.hpp"
#include "ebb/core/memory.hpp"
#include "ebb/core/review.hpp"
#include "ebb/core/scheduler.hpp"
#include "ebb/core/tally.hpp"
#include "ebb/store/card_filter.hpp"

namespace ebb {

class Store;  // the inside: src/store/file/store.hpp

/// Where a collection is and what this machine remembers of it (see docs/decisions/004-second-writer.md).
struct Location {
  std::string path;
  std::string owner;       ///< `machine:device:inode` of the file now; empty if it is to be made
  std::string remembered;  ///< the text of `Collection::memo()` kept from the last time; empty if none
  bool network = false;    ///< the file is on a network or FUSE file system
};

/// How it is opened.
enum class Purpose {
  read,    ///< creates, migrates and changes nothing; an absent file is an error
  write,   ///< an absent file is an error
  create,  ///< makes the file if there is none
};

/// Thrown when a file of an older version is opened for reading: opening it for writing brings it up to date.
class OlderCollection : public Error {
 public:
  using Error::Error;
};

/// An open collection. All members throw `Error(Exit::store)` when the disk or the file fails.
class Collection {
 public:
  Collection(const Location& location, Purpose purpose, SchedulerTable schedulers, Instant now);
  ~Collection();
  Collection(Collection&&) noexcept;
  /// What to remember of it on this machine, to notice a copied or restored file; empty if it was only read.
  std::string memo() const;
  /// What opening had to say (a network file system, a second writer, a migration); lines for stderr.
  const std::vector<std::string>& notices() const;
  /// Whether another connection can read the state before a transaction while that is open.
  bool reads_beside_writes() const;
  /// The inside, for the files of this layer.
  Store& store() const { return *store_; }

 private:
  std::unique_ptr<Store> store_;
};

/// Today's limits where flags or the configuration set them; what is nothing is as the decks set it.
struct DayRules {
  std::optional<int> fresh;    ///< new cards a study day, unless a number was set for the day itself
  std::optional<int> reviews;  ///< reviews a study day
  bool siblings = false;       ///< several cards of one note may come on one day
};

/// A deck and its counts today.
struct DeckCounts {
  DeckId deck;
  std::string name;
  int due = 0, fresh = 0, drill = 0, deferred = 0;
};

/// What is to be done today.
struct Counts {
  int due = 0;           ///< learnt cards whose day has come, suspended and buried not counted
  int fresh = 0;         ///< new cards today's limit still allows
  int drill = 0;         ///< cards still to be drilled today
  int new_left_out = 0;  ///< new cards beyond today's limit
  int new_today = 0;     ///< new cards already begun today
  int new_limit = 10;    ///< today's limit
  int deferred = 0;      ///< due cards beyond today's limit of reviews: they wait for another day
  int overdue = 0;       ///< of all cards whose day has come, those whose day was before today
  int reviewed_today = 0;
  double seconds_per_answer = 8;    ///< see `mean_seconds`
  std::optional<Day> next_day;      ///< when nothing is due: the next day with cards
  int next_cards = 0;               ///< how many then
  std::vector<DeckCounts> decks;    ///< those with something to do today, by name
};

/// The counts of a filter.
Counts counts(Collection& collection, const CardFilter& filter, const Today& today, const DayRules& rules = {});

/// All live cards, suspended ones too. Reads every note's row.
std::int64_t card_count(Collection& collection);

/// One card with its text and schedule.
struct CardView {
  CardId card;
  std::string id;  ///< guid in hex and `.ordinal`
  DeckId deck_id;
  std::string deck, question, answer;
  std::vector<std::string> tags;
  std::string file_id;    ///< the id that its file gave it; empty if none
  std::string file_keys;  ///< a JSON object of what else its file said of the note, as it said it; empty if nothing
  std::string card_keys;  ///< the same of this card
  int flag = 0;           ///< Anki's coloured flag, 0..7
  Memory memory;
  bool suspended = false, buried = false, marked = false, orphan = false;
  std::string mark_note;  ///< what was noted with the mark; empty if nothing, or not marked
};

/// Which parts of a card are read. Number, deck and flags always are; what is not asked for is empty, and costs nothing.
struct CardParts {
  bool id = true;
  bool text = true;      ///< question, answer, tags, what a file said of it, the flag, the note of the mark
  bool schedule = true;  ///< memory, and whether it is buried
};

/// The live cards that match, in the order they were added; `visit` returns false to stop. It must not write.
void for_each_card(Collection& collection, const CardFilter& filter, const Today& today,
                   const std::function<bool(const CardView&)>& visit, const CardParts& parts = {});
/// One card; nothing if it is not there or deleted.
std::optional<CardView> find_card(Collection& collection, CardId card, const Today& today);
/// The cards whose id begins with `prefix` (6 and more hex digits, or `prefix.ordinal`).
std::vector<CardId> cards_by_id(Collection& collection, const std::string& prefix);
/// The id that people see.
std::string public_id(Collection& collection, CardId card);

/// A live answer and the memory after it: the life of one card.
struct Reviewed {
  EntryId entry;
  Review review;
  Memory after;
};
/// The live answers of a card, oldest first, each with its fold; cram included with the memory unchanged.
std::vector<Reviewed> history(Collection& collection, CardId card);
/// The same for other programs, with what the file said of each that was imported.
std::vector<ImportedReview> told_history(Collection& collection, CardId card);

/// The tally between two study days, sorted by day.
std::vector<TallyRow> tally(Collection& collection, Day from, Day until);
/// How many cards fall due on each of `days` days from `today`; the first holds what is overdue too.
std::vector<int> forecast(Collection& collection, Day today, int days);
/// How many cards are suspended.
int suspended_count(Collection& collection);
/// Mean seconds an answer took over the last 30 study days; 8 without history.
double mean_seconds(Collection& collection, Day today);
/// Cards by state: new, learning, young (interval below 21), mature, suspended.
struct StateCounts {
  int fresh = 0, learning = 0, young = 0, mature = 0, suspended = 0;
};
StateCounts state_counts(Collection& collection, const Today& today);

}  // namespace ebb
