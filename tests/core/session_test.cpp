// The session engine alone: order, drill, undo, progress.
#include "ebb/core/session.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace ebb;

namespace {

const Day today = day_from_number(20000);

std::vector<QueuedCard> cards(int count) {
  std::vector<QueuedCard> queue;
  for (int i = 1; i <= count; ++i) queue.push_back({card_of(NoteId{i}, 0), QueuedCard::Kind::fresh});
  return queue;
}

Memory after(Quality quality) {
  Memory memory;
  memory.reviews = 1;
  if (quality < Quality::good) memory.drill = today;
  return memory;
}

void answer(Session& session, Quality quality, std::int64_t entry = 1) {
  session.reveal();
  session.graded(quality, after(quality), today, EntryId{entry}, 1000);
}

std::vector<std::int64_t> order(const Session& session) {
  std::vector<std::int64_t> notes;
  for (const QueuedCard& card : session.waiting()) notes.push_back(card.card.note().value);
  return notes;
}

}  // namespace

TEST_CASE("a card below Good comes again at the end until it scores Good") {
  Session session(cards(3));
  answer(session, Quality::again);
  CHECK(order(session) == std::vector<std::int64_t>{2, 3, 1});
  answer(session, Quality::good);
  answer(session, Quality::good);
  CHECK(session.current()->card == card_of(NoteId{1}, 0));
  CHECK(session.current()->kind == QueuedCard::Kind::drill);
  answer(session, Quality::hard);
  CHECK(session.current());
  answer(session, Quality::good);
  CHECK(!session.current());
}

TEST_CASE("the answer is hidden again for the next card") {
  Session session(cards(2));
  CHECK(!session.revealed());
  session.reveal();
  CHECK(session.revealed());
  answer(session, Quality::good);
  CHECK(!session.revealed());
}

TEST_CASE("undo brings the last card back with its question showing, and redo answers it again") {
  Session session(cards(3));
  answer(session, Quality::again, 7);
  CHECK(session.undoable() == EntryId{7});
  session.undone();
  CHECK(order(session) == std::vector<std::int64_t>{1, 2, 3});
  CHECK(!session.undoable());
  CHECK(session.redoable() == EntryId{7});
  session.redone();
  CHECK(order(session) == std::vector<std::int64_t>{2, 3, 1});
  CHECK(!session.redoable());
}

TEST_CASE("a new step ends the chance to redo") {
  Session session(cards(3));
  answer(session, Quality::good);
  session.undone();
  answer(session, Quality::easy);
  CHECK(!session.redoable());
}

TEST_CASE("a skipped card goes to the end, a marked one stays, a buried one leaves") {
  Session session(cards(3));
  session.set_aside(Step::skipped, EntryId{});
  CHECK(order(session) == std::vector<std::int64_t>{2, 3, 1});
  session.set_aside(Step::marked, EntryId{4});
  CHECK(order(session) == std::vector<std::int64_t>{2, 3, 1});
  session.set_aside(Step::buried, EntryId{5});
  CHECK(order(session) == std::vector<std::int64_t>{3, 1});
}

TEST_CASE("progress counts cards once and drills apart") {
  Session session(cards(3));
  CHECK(session.progress() == Progress{1, 3, 3, 0});
  answer(session, Quality::again);
  CHECK(session.progress() == Progress{2, 3, 3, 1});
  answer(session, Quality::good);
  answer(session, Quality::good);
  CHECK(session.progress() == Progress{3, 3, 1, 1});
  answer(session, Quality::good);
  CHECK(session.progress().left == 0);
}

TEST_CASE("the summary counts first answers, drills and the hardest cards") {
  Session session(cards(4));
  answer(session, Quality::again);
  answer(session, Quality::good);
  answer(session, Quality::hard);
  answer(session, Quality::good);
  answer(session, Quality::again);  // card 1 again
  answer(session, Quality::good);   // card 3
  answer(session, Quality::good);   // card 1
  const SessionSummary summary = session.summary();
  CHECK(summary.cards == 4);
  CHECK(summary.answers == 7);
  CHECK(summary.right_first == 3);
  CHECK(summary.drilled == 2);
  CHECK(summary.took_ms == 7000);
  REQUIRE(summary.hardest.size() == 2);
  CHECK(summary.hardest[0].card == card_of(NoteId{1}, 0));
  CHECK(summary.hardest[0].agains == 2);
}

TEST_CASE("any steps followed by as many undos give the queue back") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& choices) {
    Session session(cards(5));
    const auto before = session.waiting();
    int steps = 0;
    for (const std::uint8_t choice : choices) {
      if (!session.current()) break;
      if (choice % 8 < 6) answer(session, static_cast<Quality>(choice % 6));
      else session.set_aside(choice % 8 == 6 ? Step::skipped : Step::buried, EntryId{1});
      ++steps;
    }
    for (int i = 0; i < steps; ++i) session.undone();
    RC_ASSERT(session.waiting() == before);
    RC_ASSERT(!session.undoable());
    for (int i = 0; i < steps; ++i) session.redone();
    for (int i = 0; i < steps; ++i) session.undone();
    RC_ASSERT(session.waiting() == before);
  }));
}
