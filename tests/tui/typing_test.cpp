// Typing, choosing and hints by keys: what is stored, and what keys mean meanwhile.
#include <doctest/doctest.h>

#include "tui/desk.hpp"

namespace ebb {
namespace {

std::vector<CardFace> card_with(std::string keys) {
  CardFace card = test::face("a", "The capital of Spain?", "Madrid");
  card.note_keys = std::move(keys);
  return {card, test::face("b", "Second?", "Two.")};
}

}  // namespace

TEST_CASE("while an answer is typed, keys are text and grade nothing") {
  test::Desk desk(card_with(R"({"type":"typed"})"));
  desk.type("squ1 3?x");
  CHECK(desk.shows("> squ1 3?x"));
  CHECK(desk.sitting.grades.empty());
  CHECK(desk.sitting.steps.empty());
  desk.type("\x15");
  CHECK_FALSE(desk.shows("squ1"));
  desk.type("Madrid\r");
  CHECK(desk.shows("Right."));
  desk.type("\r");
  CHECK(desk.sitting.grades == std::vector{Quality::good});
}

TEST_CASE("the proposed grade is taken by Enter, and a number overrides it") {
  test::Desk taken(card_with(R"({"type":"typed"})"));
  taken.type("Mdrid\r\r");
  CHECK(taken.sitting.grades == std::vector{Quality::hard});
  test::Desk overridden(card_with(R"({"type":"typed"})"));
  overridden.type("Mdrid\r4");
  CHECK(overridden.sitting.grades == std::vector{Quality::easy});
}

TEST_CASE("the Enter that submits does not grade when it is held") {
  test::Desk desk(card_with(R"({"type":"typed"})"));
  desk.type("x");
  desk.type("\r\r\r\r", Millis{30});
  CHECK(desk.sitting.grades.empty());
}

TEST_CASE("Esc goes back to grading oneself, and t types any card") {
  test::Desk desk(card_with(R"({"type":"typed"})"));
  desk.type("Ma\x1b");
  desk.wait();
  CHECK_FALSE(desk.shows("> Ma"));
  desk.type(" 3");
  CHECK(desk.sitting.grades == std::vector{Quality::good});
  desk.type("ttwo\r");
  CHECK(desk.shows("Right, but for its form."));
}

TEST_CASE("an accepted answer is right as the answer is") {
  test::Desk desk(card_with(R"({"type":"typed","accept":["Madrid, Spain"]})"));
  desk.type("madrid spain\r");
  CHECK(desk.shows("Right"));
}

TEST_CASE("a letter of several bytes is taken back whole") {
  test::Desk desk(card_with(R"({"type":"typed"})"));
  desk.type("aé日\x7f\x7f");
  CHECK(desk.shows("> a▏"));
}

TEST_CASE("a number chooses an option, and what is proposed follows from it") {
  const char* keys = R"({"type":"choice","question":"Which?","choices":["Paris","Rome"]})";
  test::Desk desk(card_with(keys));
  const std::size_t place = desk.shown.find(") Madrid");
  REQUIRE(place != std::string::npos);
  const char right = desk.shown[place - 1];
  desk.type(std::string(1, right));
  CHECK(desk.shows("Right."));
  desk.type("\r");
  CHECK(desk.sitting.grades == std::vector{Quality::good});
  test::Desk other(card_with(keys));
  other.type(right == '1' ? "2\r" : "1\r");
  CHECK(other.sitting.grades == std::vector{Quality::again});
  test::Desk none(card_with(keys));
  none.type("7");
  CHECK(none.shows("1 to 3 choose"));
}

TEST_CASE("hints come one by one, and the last one says so") {
  test::Desk desk(card_with(R"({"hints":["first hint","second hint"]})"));
  CHECK_FALSE(desk.shows("first hint"));
  desk.type("\t");
  CHECK(desk.shows("first hint"));
  CHECK_FALSE(desk.shows("second hint"));
  desk.type("\t\t");
  CHECK(desk.shows("second hint"));
  CHECK(desk.shows("that was the last hint"));
}

TEST_CASE("v shows the text as it is stored, and the next card as it is meant again") {
  CardFace card = test::face("a", "**Bold** $x^2$", "A");
  test::Desk desk({card, card});
  CHECK(desk.shows("Bold x²"));
  desk.type("v");
  CHECK(desk.shows("**Bold** $x^2$"));
  desk.type(" 4");
  CHECK(desk.shows("Bold x²"));
}

}  // namespace ebb
