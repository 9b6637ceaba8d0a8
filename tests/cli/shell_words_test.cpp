// Words for a shell.
#include "cli/program/shell_words.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("only what a shell would take apart is quoted") {
  CHECK(shell_word("deck-1.json") == "deck-1.json");
  CHECK(shell_word("my deck") == "'my deck'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("größe") == "größe");
  CHECK(shell_word("$(x)") == "'$(x)'");
}
