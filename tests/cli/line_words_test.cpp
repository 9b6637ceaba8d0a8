// What typed lines mean in the line mode.
#include "cli/review/line_words.hpp"

#include <doctest/doctest.h>

#include "cli/review/grade_keys.hpp"

using namespace ebb;
using What = LineCommand::What;

TEST_CASE("four keys grade by number and by word, whatever the case and the blanks around") {
  CHECK(line_command("1", 4).quality == Quality::again);
  CHECK(line_command(" 4\r", 4).quality == Quality::easy);
  CHECK(line_command("GOOD", 4).quality == Quality::good);
  CHECK(line_command("hard\t", 4).quality == Quality::hard);
  for (const char* line : {"0", "5", "12", "1 2", "1.", "-1", "blackout"}) {
    CAPTURE(line);
    CHECK(line_command(line, 4).what == What::unknown);
  }
}

TEST_CASE("with two keys 2 and 3 are Good, and there is no Hard") {
  CHECK(line_command("1", 2).quality == Quality::again);
  CHECK(line_command("2", 2).quality == Quality::good);
  CHECK(line_command("3", 2).quality == Quality::good);
  CHECK(line_command("4", 2).what == What::unknown);
  CHECK(line_command("hard", 2).what == What::unknown);
}

TEST_CASE("six keys are SM-2's own 0 to 5") {
  for (int number = 0; number <= 5; ++number) {
    CAPTURE(number);
    CHECK(line_command(std::to_string(number), 6).quality == quality_from(number));
  }
  CHECK(line_command("6", 6).what == What::unknown);
}

TEST_CASE("every letter has its word, and an empty line is no command") {
  CHECK(line_command("", 4).what == What::nothing);
  CHECK(line_command("  \r", 4).what == What::nothing);
  CHECK(line_command("u", 4).what == What::undo);
  CHECK(line_command("Undo", 4).what == What::undo);
  CHECK(line_command("redo", 4).what == What::redo);
  CHECK(line_command("m", 4).what == What::mark);
  CHECK(line_command("s", 4).what == What::suspend);
  CHECK(line_command("b", 4).what == What::bury);
  CHECK(line_command("x", 4).what == What::skip);
  CHECK(line_command("w", 4).what == What::why);
  CHECK(line_command("?", 4).what == What::keys);
  CHECK(line_command("q", 4).what == What::quit);
  CHECK(line_command("quite", 4).what == What::unknown);
}

TEST_CASE("the next day is told in words, also when it is today") {
  Memory memory;
  memory.due = day_from_number(106);
  CHECK(next_words(memory, day_from_number(100)) == "in 6 days");
  CHECK(next_words(memory, day_from_number(106)) == "today");
  memory.drill = day_from_number(100);
  CHECK(next_words(memory, day_from_number(100)) == "in 6 days, and again today");
}
