// A planned change in words.
#include "cli/change_text.hpp"

#include <doctest/doctest.h>

#include "ebb/text/wrap.hpp"

using namespace ebb;

TEST_CASE("an edit shows the old and the new text") {
  PlannedChange change{.kind = PlannedChange::Kind::edited, .question = "to be", .answer = "ser", .old_question = "be",
                       .old_answer = "ser"};
  CHECK(change_text(change) == "- be → ser\n+ to be → ser\n");
  change.likeness = 0.912;
  CHECK(change_text(change).find("(0.91 alike)") != std::string::npos);
}

TEST_CASE("a long text is cut so that the difference shows") {
  const std::string same(300, 'x');
  PlannedChange change{.kind = PlannedChange::Kind::edited, .question = same + " tail one", .answer = "a",
                       .old_question = same + " tail two", .old_answer = "a"};
  CHECK(change_text(change).find("two") == std::string::npos);  // no blank to cut at: both start at the beginning
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  change.question = words + "one";
  change.old_question = words + "two";
  const std::string text = change_text(change);
  CHECK(text.find("two") != std::string::npos);
  CHECK(text.find("one") != std::string::npos);
  CHECK(cells(text.substr(0, text.find('\n'))) <= 72);
}

TEST_CASE("nothing of a card reaches the terminal unclean") {
  PlannedChange change{.kind = PlannedChange::Kind::added, .question = "a\x1b[2Jb\nc"};
  const std::string text = change_text(change);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\n') == text.size() - 1);
}
