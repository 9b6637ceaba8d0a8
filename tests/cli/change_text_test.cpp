// A planned change in words.
#include "cli/decks/change_text.hpp"

#include <doctest/doctest.h>

#include "ebb/text/wrap.hpp"

using namespace ebb;

namespace {

PlannedChange edit(const std::string& old_question, const std::string& question) {
  PlannedChange change;
  change.kind = PlannedChange::Kind::edited;
  change.old_question = old_question;
  change.question = question;
  change.old_answer = change.answer = "ser";
  return change;
}

}  // namespace

TEST_CASE("an edit shows the old and the new text") {
  PlannedChange change = edit("be", "to be");
  CHECK(change_text(change) == "- be → ser\n+ to be → ser\n");
  change.likeness = 0.912;
  CHECK(change_text(change).find("(0.91 alike)") != std::string::npos);
}

TEST_CASE("a long text is cut so that the difference shows") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  const std::string text = change_text(edit(words + "two", words + "one"));
  CHECK(text.find("two") != std::string::npos);
  CHECK(text.find("one") != std::string::npos);
  CHECK(cells(text.substr(0, text.find('\n'))) <= 72);
}

TEST_CASE("an edit that leaves the text alone says so") {
  CHECK(change_text(edit("be", "be")) == "be  (tags or other fields)\n");
}

TEST_CASE("nothing of a card reaches the terminal unclean") {
  PlannedChange change;
  change.question = "a\x1b[2Jb\nc";
  const std::string text = change_text(change);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\n') == text.size() - 1);
}
