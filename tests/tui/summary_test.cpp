// The end of a sitting: the summary, what its keys do, and the line that stays behind.
#include <doctest/doctest.h>

#include "tui/desk.hpp"

namespace ebb {
namespace {

using test::Desk;
using test::face;
using test::two_cards;

}  // namespace

TEST_CASE("q shows the summary first, and there finishes") {
  Desk desk(two_cards());
  desk.type(" 3q");
  CHECK_FALSE(desk.left);
  CHECK(desk.shows("Done: 1 card"));
  CHECK(desk.shows("1 still due today."));
  desk.type("q");
  CHECK(desk.left == Left::finished);
  CHECK(desk.reviewer.farewell(Left::finished) ==
        "1 card, 100 % remembered. 1 still due today. Next: 2 cards tomorrow.");
}

TEST_CASE("space on the summary goes back to the cards that are left, and only then") {
  Desk desk(two_cards());
  desk.type("q ");
  CHECK(desk.shows("First?"));
  desk.type(" 3 3 ");
  CHECK(desk.shows("Done: 2 cards"));
  CHECK_FALSE(desk.left);
}

TEST_CASE("undo works on the summary") {
  Desk desk(two_cards());
  desk.type(" 3 3u");
  CHECK(desk.shows("Second?"));
}

TEST_CASE("Ctrl-C leaves now and says what is saved") {
  Desk desk(two_cards());
  desk.type("\x03");
  CHECK(desk.left == Left::interrupted);
  CHECK(desk.reviewer.farewell(Left::interrupted) == "Stopped. No card was answered.");
  desk.type(" 1 3\x03");
  CHECK(desk.reviewer.farewell(Left::interrupted) == "Stopped. 2 answers are saved.");
}

TEST_CASE("more new cards are offered only where there are some") {
  Desk desk(two_cards());
  desk.type("q");
  CHECK_FALSE(desk.shows("n ten more new"));
  desk.type("n");
  CHECK(desk.shows("there are no more new cards"));
  CHECK(desk.sitting.asked_new == 0);
  desk.sitting.new_left = 3;
  desk.type(" q");
  CHECK(desk.shows("n 3 more new"));
  desk.sitting.new_left = 30;
  desk.type(" q");
  CHECK(desk.shows("n ten more new"));
  desk.type("n");
  CHECK(desk.sitting.asked_new == 10);
}

TEST_CASE("the summary says what is still due today, and what comes next") {
  Desk desk(two_cards());
  desk.sitting.due_elsewhere = 55;
  desk.type(" 3 3");
  CHECK(desk.shows("55 still due today."));
  CHECK(desk.shows("next      2 cards tomorrow"));
  desk.sitting.next_day = test::today + std::chrono::days{8};
  desk.type("u 3");
  CHECK(desk.shows("next      2 cards on 2026-12-03"));
  desk.sitting.next_day.reset();
  desk.type("u 3");
  CHECK(desk.shows("next      nothing"));
}

TEST_CASE("the hardest cards say how often they were below Good, and the numbers fit on their rows") {
  Desk desk({face("a", "Hard?", "1")});
  desk.type(" 2 2 1 3");
  CHECK(desk.shows("1 remembered the first time (100 %), 1 drilled."));
  CHECK(desk.shows("below Good 3 times"));
  CHECK_FALSE(desk.shows("again"));
}

}  // namespace ebb
