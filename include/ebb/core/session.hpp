// The session engine: which card is shown, what comes next, what can be undone. Pure: no clock, no database, no screen.
#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "ebb/core/grade.hpp"
#include "ebb/core/ids.hpp"
#include "ebb/core/memory.hpp"
#include "ebb/core/time.hpp"

namespace ebb {

/// A card waiting in the queue, and why it is there.
struct QueuedCard {
  CardId card;
  enum class Kind { due, fresh, drill } kind = Kind::due;
  Instant ready{};  ///< of a learning step: when its wait is over; the epoch: it has none, and comes after the others
  bool operator==(const QueuedCard&) const = default;
};

/// An answer that is saved, as the session needs it.
struct SessionAnswer {
  Quality quality = Quality::good;
  EntryId entry;
  std::int64_t took_ms = 0;
  bool again = false;  ///< it comes once more in this session
  Instant ready{};     ///< then: when its wait is over; the epoch: after all others
};

/// How far a session is.
struct Progress {
  int shown = 0;     ///< number of the current card, from 1; drill repeats do not count
  int total = 0;     ///< cards of the session, drill repeats not counted
  int left = 0;      ///< answers still to give, as far as is known: waiting cards and drills
  int drilling = 0;  ///< cards that still have to score at least 4 today
  bool operator==(const Progress&) const = default;
};

/// What was done to a card in this session.
enum class Step { graded, skipped, buried, suspended, marked, rested, deleted, edited };

/// The numbers of the summary at the end.
struct SessionSummary {
  int cards = 0;         ///< different cards answered
  int answers = 0;       ///< answers given, drill repeats included
  int right_first = 0;   ///< cards whose first answer in this session was no failure
  int drilled = 0;       ///< cards that needed a drill
  int fresh = 0;         ///< new cards among them
  std::int64_t took_ms = 0;
  struct Hard {
    CardId card;
    int agains = 0;  ///< answers below Good
  };
  std::vector<Hard> hardest;  ///< at most three, the most answers below Good first
  std::vector<CardId> marked;  ///< cards whose mark was put on or off an odd number of times, in that order
};

/// One sitting. The caller saves each answer first and tells the session after: a session never runs ahead of the disk.
class Session {
 public:
  /// Starts with the cards in the order they are to be shown; drills left from earlier today come last.
  explicit Session(std::vector<QueuedCard> queue);

  /// The card shown now; nothing when the session is over.
  std::optional<QueuedCard> current() const;
  /// The cards that follow, the next first: for leases and "n left".
  const std::deque<QueuedCard>& waiting() const { return waiting_; }
  /// Whether the answer is shown.
  bool revealed() const { return revealed_; }
  /// Shows the answer.
  void reveal();

  /// The current card was answered. If it comes again it goes to the end of the queue.
  void graded(const SessionAnswer& answer);
  /// The same for a card that comes again while it drills on `day`, without a wait.
  void graded(Quality quality, const Memory& after, Day day, EntryId entry, std::int64_t took_ms);
  /// The current card was set aside (`entry` is what was saved; none for a skip). A skipped card goes to the end;
  /// a marked or edited card stays where it is.
  void set_aside(Step step, EntryId entry);
  /// The same for a card that is not the current one: of an answered card that still waits for its drill, the wait ends.
  void set_aside_other(CardId card, Step step, EntryId entry);

  /// The entry that `undo` would take back; nothing if there is none. A skip has the entry 0.
  std::optional<EntryId> undoable() const;
  /// What `undo` would take back. Only while `undoable`.
  Step last_step() const { return done_.back().step; }
  /// What `redo` would bring back. Only while `redoable`.
  Step last_undone() const { return undone_.back().step; }
  /// The different cards that were answered, in the order of their first answer.
  std::vector<CardId> answered() const;
  /// The card that was answered last; nothing if none was, or that was taken back.
  std::optional<CardId> last_answered() const;
  /// Leaves the current card out: it was answered elsewhere. Not a step that could be undone.
  void drop();
  /// Takes back the last step: its card is the current one again, with the question showing.
  void undone();
  /// The entry that `redo` would bring back.
  std::optional<EntryId> redoable() const;
  /// Brings the last undone step back.
  void redone();

  /// Learning cards whose wait is over at `now` come to the front, the one that has waited longest first. Call before a
  /// card is shown, not after an undo: what was taken back stays in front.
  void settle(Instant now);

  /// Cards that came to the session later (a drill left by another terminal, ten more new).
  void add(std::vector<QueuedCard> more);

  /// How far it is.
  Progress progress() const;
  /// The numbers for the end.
  SessionSummary summary() const;

 private:
  struct Done {
    QueuedCard card;
    Step step = Step::graded;
    Quality quality = Quality::good;
    EntryId entry;
    std::int64_t took_ms = 0;
    bool requeued = false;       // it went to the end of the queue
    Instant ready{};             // when its wait is over there
    bool other = false;          // it was not the current card
    std::optional<std::ptrdiff_t> place;  // of such a card: where in the queue it was taken out
  };
  void apply(Done& done);
  void apply_other(Done& done);
  void revert(const Done& done);
  std::deque<QueuedCard> waiting_;  // front is the current card
  std::vector<Done> done_, undone_;
  std::map<CardId, int> finished_;  // how many steps in `done_` graded, buried or suspended each card
  bool revealed_ = false;
};

}  // namespace ebb
