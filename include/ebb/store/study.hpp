// One sitting over a collection: draws, saves, undoes. The three faces of review all drive this.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ebb/core/parameters.hpp"
#include "ebb/core/session.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

class Leases;

/// Which cards are crammed, beside what the filter says.
struct CramChoice {
  std::optional<int> failed_days;  ///< only cards that were failed within so many study days, today being the first
  bool hard = false;               ///< only cards that were forgotten before, the most often first
  std::vector<CardId> cards;       ///< only these; empty: all
};

/// What a sitting is made of.
struct StudyOptions {
  CardFilter filter;
  std::optional<int> limit;      ///< at most so many cards
  std::optional<int> new_limit;  ///< today's limit of new cards becomes this (saved, undoable)
  /// Of due cards. By itself it is `due`, and `recall` (the least likely to be remembered first) while there is a
  /// backlog: see docs/reviewing.md.
  enum class Order { automatic, due, random, recall, added } order = Order::automatic;
  std::uint64_t seed = 0;        ///< for `random`
  DayRules rules;                ///< limits that the decks do not set
  int ahead = 0;                 ///< cards that fall due within so many days count as due
  std::optional<Millis> budget;  ///< only the cards that fit into it, those chosen that save the most
  bool once = false;             ///< over after one answer
  std::optional<CramChoice> cram;  ///< practice: no schedule changes, no limit counts
};

/// An answer that is on the disk.
struct Saved {
  std::string entry;  ///< `DEVICE:SEQ`
  std::string card;   ///< public id
  Quality quality = Quality::good;
  Memory after;
  CardId of{};
  bool leech = false;  ///< it was forgotten so often now that somebody should look at it
};

/// What a budget of time came to.
struct PlannedTime {
  int cards = 0;      ///< chosen
  int of = 0;         ///< from so many
  Millis time{0};     ///< how long they are expected to take
  double saved = 0;   ///< recall that answering them saves, a week from now, in cards
};

/// How many cards were answered before this sitting, when the day goes on.
struct Resumed {
  int done = 0, of = 0;
};

/// One step taken back or brought again.
struct Undone {
  Step step = Step::graded;
  std::string entry;  ///< of the step; empty for a skip
  std::string card;
};

/// A sitting. Every change is committed before the next card is drawn; drawn cards are leased to this process.
class Study {
 public:
  /// `now` is asked at every step. Draws the first cards.
  Study(Collection& collection, const StudyOptions& options, std::function<Today()> now);
  /// Gives the leases back.
  ~Study();

  /// The card shown now; nothing when the sitting is over. Text is loaded when first asked for.
  const CardView* card() const;
  /// Why the card is here. Only while there is a card.
  QueuedCard::Kind kind() const;
  bool revealed() const { return session_.revealed(); }
  void reveal() { session_.reveal(); }
  /// What each quality would do to the card now.
  Outlook outlook() const;

  /// Saves an answer and draws the next card. `took` is capped at 60 s.
  Saved grade(Quality quality, Millis took);
  /// Each saves (but skip, which saves nothing) and draws the next card. Deleting takes the whole note.
  void suspend();
  void bury();
  void skip();
  void remove();
  /// Marks the card, or takes the mark off; it stays. Returns whether it is marked now. With a note it is marked in any
  /// case, and the note is kept with it.
  bool mark(const std::string& note = {});
  /// What is to be done with the card that was answered last, when it is a leech: it is kept away for good, or for
  /// `days`. Nothing if it is gone.
  void suspend_last();
  void rest_last(int days);
  /// The card that was answered last, as it is now; nothing if there is none.
  std::optional<CardView> last_card() const;
  /// That entry changed the text of the card: it is a step that undo takes back, and the card is read again.
  void edited(const std::string& changed);

  /// Takes back the last step of this sitting; nothing if there is none left.
  std::optional<Undone> undo();
  /// Brings back what undo took; nothing if there is none, or something followed.
  std::optional<Undone> redo();

  /// How far it is.
  Progress progress() const { return session_.progress(); }
  SessionSummary summary() const { return session_.summary(); }
  /// What the sitting was made of.
  const StudyOptions& options() const { return options_; }
  /// Due cards that today's limit of reviews keeps for another day.
  int deferred() const { return deferred_; }
  /// Cards answered today before this sitting; nothing if it is the first, or a cram.
  const std::optional<Resumed>& resumed() const { return resumed_; }
  /// What the budget came to; nothing without one.
  const std::optional<PlannedTime>& planned() const { return planned_; }
  /// Whether this is practice that changes no schedule.
  bool cramming() const { return options_.cram.has_value(); }
  /// What the card's deck takes strictly in a typed answer. Only while there is a card.
  TypedStrictly typed_strictly() const;
  /// Mean seconds an answer takes, for the time left.
  double seconds_per_answer() const;
  /// Adds up to `count` new cards beyond the limit; returns how many came.
  int more_new(int count);
  /// Adds the cards that fall due within `days`; returns how many came.
  int more_ahead(int days);
  /// The cards answered in this sitting, for a cram of them.
  std::vector<CardId> answered() const;
  Collection& collection() const { return collection_; }
  Today today() const { return now_(); }

 private:
  void draw(bool settle = true);            // leases what is next and loads its card; drops what others answered
  bool take(const QueuedCard& queued);      // leases one card and loads it, if it is still to be shown
  bool may_be_shown(const QueuedCard& queued, const Today& today) const;
  void begin(const Today& today);           // builds the queue
  void set_aside(Step step, const std::string& note = {});  // saves a suspension, a bury, a mark, a deletion
  void set_last_aside(Step step, int days);
  Collection& collection_;
  StudyOptions options_;
  std::function<Today()> now_;
  Session session_;
  std::unique_ptr<Leases> leases_;
  std::optional<CardView> card_;
  std::int64_t sitting_ = 0;  // names this sitting in the log and the leases
  double seconds_ = 8;
  int deferred_ = 0;
  bool limited_ = false;  // a limit of reviews is in force
  std::optional<Resumed> resumed_;
  std::optional<PlannedTime> planned_;
};

}  // namespace ebb
