// What the keys do to a sitting: the guard, hints, undo, scrolling, and saves that fail.
#include "tui/review/reviewer.hpp"

#include <doctest/doctest.h>

#include "tui/desk.hpp"

namespace ebb {
namespace {

using test::Desk;
using test::face;
using test::two_cards;
using Qualities = std::vector<Quality>;

std::string long_answer() {
  std::string text;
  for (int line = 1; line <= 40; ++line) text += "line " + std::to_string(line) + "\n";
  return text + "the end";
}

}  // namespace

TEST_CASE("space shows the answer, and then is Good") {
  Desk desk(two_cards());
  CHECK_FALSE(desk.shows("One."));
  desk.type(" ");
  CHECK(desk.shows("First?"));
  CHECK(desk.shows("One."));
  desk.type(" ");
  CHECK(desk.sitting.grades == Qualities{Quality::good});
  CHECK(desk.shows("Second?"));
  CHECK_FALSE(desk.shows("One."));
}

TEST_CASE("digits on the question grade nothing and say why") {
  Desk desk(two_cards());
  desk.type("1234");
  CHECK(desk.sitting.grades.empty());
  CHECK(desk.shows("Space shows the answer"));
}

TEST_CASE("the four keys are the qualities 2 to 5") {
  Desk desk({face("a", "?", "1"), face("b", "?", "2"), face("c", "?", "3"), face("d", "?", "4")});
  desk.type(" 1 2 3 4");
  CHECK(desk.sitting.grades == Qualities{Quality::again, Quality::hard, Quality::good, Quality::easy});
}

TEST_CASE("two grades: 1 is Again, 2 and 3 are Good") {
  Desk desk({face("a", "?", "1"), face("b", "?", "2"), face("c", "?", "3")}, {2, true, false});
  desk.type(" 1 2 3 4");
  CHECK(desk.sitting.grades == Qualities{Quality::again, Quality::good, Quality::good});
  CHECK(desk.shows("? for keys"));
}

TEST_CASE("six grades are Wozniak's own") {
  Desk desk({face("a", "?", "1"), face("b", "?", "2"), face("c", "?", "3")}, {6, true, false});
  desk.type(" 0 5 6");
  CHECK(desk.sitting.grades == Qualities{Quality::blackout, Quality::easy});
}

TEST_CASE("a grade key within 150 ms of the reveal is ignored, and each repeat starts the wait again") {
  Desk desk(two_cards());
  desk.type(" ");
  for (int repeat = 0; repeat < 20; ++repeat) desk.type(" ", Millis{100});
  CHECK(desk.sitting.grades.empty());
  desk.type("3", Millis{149});
  CHECK(desk.sitting.grades.empty());
  desk.type("3", Millis{150});
  CHECK(desk.sitting.grades == Qualities{Quality::good});
}

TEST_CASE("a clock that stands still locks nobody out") {
  test::PaperSitting sitting(two_cards());
  Reviewer reviewer(sitting, {}, [] { return Millis{0}; });
  for (const Key& key : KeyReader().feed(" 3 3")) {
    reviewer.frame({80, 24});
    reviewer.press(key);
  }
  CHECK(sitting.grades == Qualities{Quality::good, Quality::good});
}

TEST_CASE("Ctrl-Right grades nothing, also when it comes late") {
  Desk desk(two_cards());
  desk.type(" ");
  desk.type("\x1b");
  desk.type("[1;5");
  desk.type("C");
  CHECK(desk.sitting.grades.empty());
  CHECK(desk.shows("? for keys"));
  CHECK(desk.shows("One."));
}

TEST_CASE("Esc goes back from a page, and nothing after it is eaten or graded by mistake") {
  Desk desk(two_cards());
  for (const std::string_view page : {"?", "w", "i"}) {
    desk.type(page);
    CHECK(desk.shows("any key back"));
    desk.type("\x1b");
    desk.wait();
    CHECK_FALSE(desk.shows("any key back"));
  }
  desk.type(" ");
  CHECK(desk.shows("One."));
  desk.type("\x1b");
  desk.wait();
  desk.type("[1;5C");
  CHECK(desk.sitting.grades.empty());
  desk.type("\x1b");
  desk.wait();
  CHECK(desk.shows("One."));
  desk.type("3");
  CHECK(desk.sitting.grades == Qualities{Quality::good});
  desk.type("q\x1b");
  desk.wait();
  CHECK_FALSE(desk.left);
  CHECK(desk.shows("Done: 1 card"));
}

TEST_CASE("a paste grades nothing") {
  Desk desk(two_cards());
  desk.type(" \x1b[200~1234 \r\x1b[201~");
  CHECK(desk.sitting.grades.empty());
  CHECK(desk.shows("One."));
}

TEST_CASE("an unbound key says where the keys are") {
  Desk desk(two_cards());
  desk.type("z");
  CHECK(desk.shows("? for keys"));
  desk.type(" ");
  CHECK_FALSE(desk.shows("? for keys"));
}

TEST_CASE("space scrolls while the end of the answer is unseen") {
  Desk desk({face("a", "Long?", long_answer())});
  desk.type(" ");
  CHECK(desk.shows("more"));
  desk.type(" ");
  CHECK(desk.sitting.grades.empty());
  desk.type(" ");
  CHECK(desk.shows("the end"));
  CHECK(desk.sitting.grades.empty());
  desk.type(" ");
  CHECK(desk.sitting.grades == Qualities{Quality::good});
}

TEST_CASE("an end that was seen stays seen when scrolled away from") {
  Desk desk({face("a", "Long?", long_answer())});
  desk.type(" \x1b[F\x1b[H");
  CHECK(desk.shows("Long?"));
  desk.type(" ");
  CHECK(desk.sitting.grades == Qualities{Quality::good});
}

TEST_CASE("the answer scrolls by lines, half pages and pages, and no further than its ends") {
  Desk desk({face("a", "Long?", long_answer())});
  desk.type(" j");
  CHECK_FALSE(desk.shows("Long?"));
  desk.type("kkk");
  CHECK(desk.shows("Long?"));
  desk.type("\x04\x04\x04\x04\x04\x04\x04\x04\x04");
  CHECK(desk.shows("the end"));
  desk.type("\x15\x15\x15\x15\x15\x15\x15\x15\x15\x15");
  CHECK(desk.shows("Long?"));
  desk.type("\x1b[6~\x1b[6~\x1b[6~\x1b[5~");
  CHECK(desk.shows("line 20"));
}

TEST_CASE("undo shows the question again, redo brings the grade back") {
  Desk desk(two_cards());
  desk.type(" 3u");
  CHECK(desk.shows("First?"));
  CHECK_FALSE(desk.shows("One."));
  CHECK(desk.shows("Taken back: the last answer."));
  desk.type("\x12");
  CHECK(desk.shows("Second?"));
  desk.type("\x12");
  CHECK(desk.shows("nothing to redo"));
}

TEST_CASE("undo with nothing to undo says so") {
  Desk desk(two_cards());
  desk.type("u");
  CHECK(desk.shows("nothing to undo"));
}

TEST_CASE("cards are set aside") {
  Desk desk({face("a", "A?", "1"), face("b", "B?", "2"), face("c", "C?", "3"), face("d", "D?", "4")});
  desk.type("s");
  CHECK(desk.shows("Suspended"));
  CHECK(desk.shows("B?"));
  desk.type("b");
  CHECK(desk.shows("Buried until tomorrow"));
  CHECK(desk.shows("C?"));
  desk.type("x");
  CHECK(desk.shows("Skipped"));
  CHECK(desk.shows("D?"));
  CHECK(desk.sitting.steps == std::vector{Step::suspended, Step::buried, Step::skipped});
}

TEST_CASE("what a key did is said above the keys, which stay in sight") {
  for (const Size size : {Size{80, 24}, Size{40, 10}, Size{20, 6}}) {
    Desk desk(two_cards(), {}, size);
    desk.type("x");
    CHECK(desk.shows("Second?"));
    CHECK(desk.shows("Skipped: it comes"));
    CHECK(desk.shows(" Space answer"));
    CHECK(desk.shown.find("Skipped") < desk.shown.find(" Space answer"));
    desk.type(" z");
    CHECK(desk.shown.find("? for keys") < desk.shown.find("1 Again"));
  }
}

TEST_CASE("where there is no room for both, the message hides the keys until the next key") {
  Desk desk(two_cards(), {}, {20, 4});
  desk.type("3");
  CHECK(desk.shows("Space shows the"));
  CHECK(desk.shows("First?"));
  CHECK_FALSE(desk.shows("Space answer"));
  desk.type("?z");
  CHECK(desk.shows("Space answer"));
}

TEST_CASE("a mark leaves the answer where it is") {
  Desk desk(two_cards());
  desk.type(" m");
  CHECK(desk.shows("marked"));
  CHECK(desk.shows("One."));
  desk.type("m");
  CHECK(desk.shows("The mark is taken off."));
}

TEST_CASE("help lists the keys, and any key goes back without grading") {
  Desk desk(two_cards());
  desk.type(" ?");
  CHECK(desk.shows("Ctrl-R"));
  CHECK_FALSE(desk.shows("One."));
  desk.type("3");
  CHECK(desk.shows("One."));
  CHECK(desk.sitting.grades.empty());
}

TEST_CASE("why and the facts of the card open over it") {
  Desk desk(two_cards());
  desk.type("w");
  CHECK(desk.shows("first seen"));
  desk.type("q");
  CHECK(desk.shows("First?"));
  desk.type("i");
  CHECK(desk.shows("state     new"));
}

TEST_CASE("when saving fails the card stays, the reason is told, and Enter tries again") {
  Desk desk(two_cards());
  desk.sitting.refusals = 2;
  desk.type(" 3");
  CHECK(desk.shows("Not saved: The disk is full."));
  CHECK(desk.shows("First?"));
  CHECK(desk.sitting.grades.empty());
  desk.type("\r");
  CHECK(desk.shows("Not saved"));
  desk.type("\r");
  CHECK(desk.sitting.grades == Qualities{Quality::good});
  CHECK(desk.shows("Second?"));
}

TEST_CASE("a failed save that is not tried again is forgotten") {
  Desk desk(two_cards());
  desk.sitting.refusals = 1;
  desk.type(" 1k");
  CHECK_FALSE(desk.shows("Not saved"));
  desk.type(" ");
  CHECK(desk.sitting.grades == Qualities{Quality::good});
}

TEST_CASE("a screen that is too small says so and grades nothing") {
  Desk desk(two_cards(), {}, {12, 3});
  CHECK(desk.shows("too small"));
  desk.type(" 3 ");
  CHECK(desk.sitting.grades.empty());
  desk.size = {80, 24};
  desk.look();
  CHECK(desk.shows("First?"));
  CHECK_FALSE(desk.shows("One."));
}

TEST_CASE("a frame is as large as the screen, at any size, with any text") {
  const std::string hostile = "\x1b[2J漢字👨‍👩‍👧‍👦\u202E" + long_answer();
  for (int width = 1; width <= 100; width += 3)
    for (int height = 1; height <= 30; ++height)
      for (const std::string_view typed : {"", " ", " z", "?", "w", "i", "q", " 1"}) {
        Desk desk({face("a", hostile, hostile), face("b", "x", "")}, {6, true, true}, {width, height});
        desk.type(typed);
        const Frame frame = desk.reviewer.frame({width, height});
        CHECK(frame.rows.size() == static_cast<std::size_t>(height));
        for (const Row& row : frame.rows) {
          if (row.cells() > width) FAIL("too wide at ", width, "x", height, " after \"", typed, "\": ", row.text());
          if (row.text().find('\x1b') != std::string::npos) FAIL("a live escape");
        }
      }
}

}  // namespace ebb
