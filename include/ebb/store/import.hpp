// Importing: the three-way compare, the plan, one transaction, one undo.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ebb/core/import.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

/// One line of the plan: what an import does to one note.
struct PlannedChange {
  enum class Kind {
    added,      ///< `+` new
    edited,     ///< `~` the file changed the text; history kept
    kept,       ///< `?` both the file and the user changed it: the user's stays, both are shown
    moved,      ///< `>` now in another deck
    gone,       ///< `-` no longer in the file: becomes an orphan, stays in review
    ambiguous,  ///< `?` close to more than one card: kept as new
    back,       ///< `>` an orphan that is in the file again
  } kind = Kind::added;
  std::string id;        ///< the card's id; empty while it has none
  std::string deck;
  std::string question, answer;          ///< as the file has it
  std::string old_question, old_answer;  ///< as it was; empty for `added`
  double likeness = 0;   ///< 0.85..1 when the note was matched by likeness, else 0
  int line = 0, card = 0;
};

/// The plan as counts and lines. `same` notes have no line; `added` lines beyond the first 100 are only counted.
struct ImportPlan {
  std::int64_t added = 0, edited = 0, same = 0, moved = 0, gone = 0, ambiguous = 0;
  std::int64_t cards = 0;         ///< how many cards the added notes have
  std::int64_t schedules = 0;     ///< new cards that go on with the schedule that they had
  std::map<std::string, bool> scheduled;  ///< the uppermost decks of those, and whether they have FSRS's state
  std::int64_t answers = 0;       ///< answers given elsewhere that came along
  std::int64_t media = 0;         ///< pictures and sounds that were not here
  std::int64_t entries = 0;       ///< entries of a full export that were new here
  std::int64_t repeats = 0;       ///< cards that repeat another of the file; each became its own card
  std::vector<PlannedChange> changes;
  std::vector<std::string> told;  ///< further lines for the user
  std::int64_t gone_of = 0;       ///< how many notes the file's decks had before
  std::string batch;              ///< `DEVICE:SEQ` of the import, once applied; empty if nothing changed
};

/// What to do with notes that are no longer in the file.
enum class OnGone { orphan, keep, remove };

/// One import: feed it notes, ask for the plan, then commit or let it go. Holds the write lock while it lives: nothing
/// is changed unless `commit` is called and returns.
class Importer : public ImportSink {
 public:
  Importer(Collection& collection, const Today& today, OnGone on_gone);
  ~Importer() override;
  void note(ImportedNote&& note) override;
  void problem(Problem&& problem) override;
  void entry(ImportedEntry&& entry) override;
  void media(ImportedMedia&& media) override;
  void progress(std::size_t done_bytes, std::size_t total_bytes) override;
  /// Whether pictures and sounds are written beside the collection as they come (a plan needs only their names).
  bool write_media = true;
  /// Called with the progress of the reader.
  std::function<void(std::size_t, std::size_t)> on_progress;

  /// Makes this import one with an earlier one of the same command: one undo takes both back. `batch` is that one's name;
  /// nothing happens if something else was written since. Call before the first note.
  void go_on(const std::string& batch);
  /// Ends the file: matches what is left, finds what is gone. Call once, after the reader is done.
  const ImportPlan& finish();
  /// What was wrong with cards of the file.
  const std::vector<Problem>& problems() const;
  /// Saves it all as one batch; the plan then names it.
  void commit();
  /// The plan as `finish` left it, and `commit` after it.
  const ImportPlan& plan() const;

  /// The inside, for the files of this layer.
  struct Inside;

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace ebb
