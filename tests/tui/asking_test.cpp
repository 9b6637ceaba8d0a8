// What is asked on the screen: a leech, a deletion, the note of a mark; pausing, looking back, the mouse, advancing alone.
#include <doctest/doctest.h>

#include "tui/desk.hpp"

namespace ebb {
namespace {

using test::Desk;
using test::two_cards;

}  // namespace

TEST_CASE("a leech is told, and what is chosen is about that card") {
  for (const auto& [key, step] : {std::pair{"s", Step::suspended}, std::pair{"r", Step::rested}}) {
    Desk desk(two_cards());
    desk.sitting.leech_at = 1;
    desk.type(" 1");
    CHECK(desk.shows("forgotten 1 time: a leech"));
    CHECK(desk.shows("First?"));
    desk.type("2");  // no grade is given here
    CHECK(desk.sitting.grades.size() == 1);
    desk.type(key);
    CHECK(desk.sitting.steps == std::vector{step});
    CHECK(desk.shows("Second?"));
    desk.type("u");
    CHECK(desk.shows("Taken back"));
    CHECK(desk.shows("Second?"));
  }
}

TEST_CASE("a leech can be kept") {
  Desk desk(two_cards());
  desk.sitting.leech_at = 1;
  desk.type(" 1 ");
  CHECK(desk.shows("Second?"));
  CHECK(desk.sitting.steps.empty());
  CHECK(desk.sitting.grades.size() == 1);
}

TEST_CASE("deleting asks, and only y deletes") {
  Desk desk(two_cards());
  desk.type("D");
  CHECK(desk.shows("y deletes"));
  desk.type("3");
  CHECK(desk.shows("Kept."));
  CHECK(desk.sitting.steps.empty());
  CHECK(desk.sitting.grades.empty());
  desk.type("Dy");
  CHECK(desk.sitting.steps == std::vector{Step::deleted});
  CHECK(desk.shows("Second?"));
  desk.type("u");
  CHECK(desk.shows("First?"));
}

TEST_CASE("a note is typed, kept with the mark, or given up") {
  Desk desk(two_cards());
  desk.type("M");
  CHECK(desk.shows("Note:"));
  desk.type("1 qx\x7f");  // keys are text here: nothing is graded, nothing left
  CHECK(desk.shows("Note: 1 q"));
  desk.type("\r");
  CHECK(desk.sitting.last_note == "1 q");
  CHECK(desk.shows("marked"));
  desk.type("Mabc");
  desk.type("\x1b");
  desk.wait();
  CHECK(desk.shows("Not marked."));
  CHECK(desk.sitting.last_note == "1 q");
}

TEST_CASE("a pause hides the card and is no time of the answer") {
  Desk desk(two_cards());
  desk.type(" ");
  desk.type("p");
  CHECK(desk.shows("Paused."));
  CHECK_FALSE(desk.shows("First?"));
  CHECK_FALSE(desk.shows("One."));
  desk.type("3", Millis{100000});  // goes on, and grades nothing
  CHECK(desk.sitting.grades.empty());
  CHECK(desk.shows("One."));
  desk.type("3");
  CHECK(desk.sitting.summary().numbers.took_ms < 10000);
}

TEST_CASE("the last card can be seen again, and nothing is undone") {
  Desk desk(two_cards());
  desk.type("[");
  CHECK(desk.shows("no card was answered yet"));
  desk.type(" 3[");
  CHECK(desk.shows("First?"));
  CHECK(desk.shows("One."));
  desk.type("3");
  CHECK(desk.shows("Second?"));
  CHECK(desk.sitting.grades.size() == 1);
}

TEST_CASE("an edit comes back to the same card") {
  Desk desk(two_cards());
  desk.type("e");
  CHECK(desk.shows("First? (edited)"));
  CHECK(desk.shows("Edited. u takes it back."));
  CHECK(desk.sitting.grades.empty());
}

TEST_CASE("after the last card: ten more, cram, ahead") {
  Desk desk(two_cards());
  desk.sitting.new_left = 12;
  desk.type(" 3 3");
  CHECK(desk.shows("n ten more new"));
  CHECK(desk.shows("c cram these"));
  CHECK(desk.shows("a ahead"));
  desk.type("a");
  CHECK(desk.sitting.asked_ahead == 1);
  desk.type("c");
  CHECK(desk.left == Left::cram);
}

TEST_CASE("the mouse shows, grades and scrolls, if it is wanted") {
  ScreenLooks looks;
  looks.mouse = true;
  Desk desk(two_cards(), looks);
  desk.type("\x1b[<0;10;5M\x1b[<0;10;5m");
  CHECK(desk.shows("One."));
  desk.type("\x1b[<0;10;5M");  // beside the grades
  CHECK(desk.sitting.grades.empty());
  int row = 1;
  std::string rows = desk.shown;
  while (rows.substr(0, rows.find('\n')).find("2 Hard") == std::string::npos) rows.erase(0, rows.find('\n') + 1), ++row;
  const auto column = rows.find("2 Hard") + 2;
  desk.type("\x1b[<0;" + std::to_string(column) + ";" + std::to_string(row) + "M");
  CHECK(desk.sitting.grades == std::vector{Quality::hard});

  Desk without(two_cards());
  without.type("\x1b[<0;10;5M");
  CHECK_FALSE(without.shows("One."));
}

TEST_CASE("a card advances alone, and pauses when nobody is there") {
  test::PaperSitting sitting({test::face("a", "1?", "x"), test::face("b", "2?", "x"), test::face("c", "3?", "x"), test::face("d", "4?", "x"),
                              test::face("e", "5?", "x"), test::face("f", "6?", "x")});
  Millis clock{1000};
  Reviewer reviewer(sitting, {}, [&clock] { return clock; }, AutoAdvance{Millis{8000}, Millis{4000}});
  reviewer.frame({80, 24});
  CHECK(reviewer.patience() == Millis{8000});
  const auto let_pass = [&] {
    clock += reviewer.patience().value_or(Millis{0});
    reviewer.quiet();
    return frame_text(reviewer.frame({80, 24}));
  };
  CHECK(let_pass().find("x") != std::string::npos);
  CHECK(reviewer.patience() == Millis{4000});
  let_pass();
  CHECK(sitting.grades == std::vector{Quality::good});
  for (int step = 0; step < 8; ++step) let_pass();
  CHECK(sitting.grades.size() == 4);  // the fifth untouched card pauses
  CHECK_FALSE(reviewer.patience());
  CHECK(frame_text(reviewer.frame({80, 24})).find("Paused.") != std::string::npos);
}

}  // namespace ebb
