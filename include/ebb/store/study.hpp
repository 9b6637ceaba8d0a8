// One sitting over a collection: draws, saves, undoes. The three faces of review all drive this.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ebb/core/session.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

class Leases;

/// What a sitting is made of.
struct StudyOptions {
  CardFilter filter;
  std::optional<int> limit;      ///< at most so many cards
  std::optional<int> new_limit;  ///< today's limit of new cards becomes this (saved, undoable)
  enum class Order { due, random, added } order = Order::due;
  std::uint64_t seed = 0;        ///< for `random`
};

/// An answer that is on the disk.
struct Saved {
  std::string entry;  ///< `DEVICE:SEQ`
  std::string card;   ///< public id
  Quality quality = Quality::good;
  Memory after;
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
  /// Each saves (but skip, which saves nothing) and draws the next card.
  void suspend();
  void bury();
  void skip();
  /// Marks the card, or takes the mark off; it stays. Returns whether it is marked now.
  bool mark();

  /// Takes back the last step of this sitting; nothing if there is none left.
  std::optional<Undone> undo();
  /// Brings back what undo took; nothing if there is none, or something followed.
  std::optional<Undone> redo();

  /// How far it is.
  Progress progress() const { return session_.progress(); }
  SessionSummary summary() const { return session_.summary(); }
  /// Mean seconds an answer takes, for the time left.
  double seconds_per_answer() const;
  /// Adds up to `count` new cards beyond the limit; returns how many came.
  int more_new(int count);
  Collection& collection() const { return collection_; }
  Today today() const { return now_(); }

 private:
  void draw();                              // leases what is next and loads its card; drops what others answered
  bool take(const QueuedCard& queued);      // leases one card and loads it, if it is still to be shown
  EntryId set_aside(Step step);             // saves a suspension, a bury or a mark
  Collection& collection_;
  StudyOptions options_;
  std::function<Today()> now_;
  Session session_;
  std::unique_ptr<Leases> leases_;
  std::optional<CardView> card_;
  std::int64_t sitting_ = 0;  // names this sitting in the log and the leases
  double seconds_ = 8;
};

}  // namespace ebb
