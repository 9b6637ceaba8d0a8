// Misspelt keys.
#include "formats/nearest.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace ebb {

TEST_CASE("a misspelt word finds its neighbour, a different word finds none") {
  constexpr std::array<std::string_view, 4> known{"question", "front", "back", "answer"};
  CHECK(nearest_word("qestion", known) == "question");
  CHECK(nearest_word("Quesiton", known) == "question");
  CHECK(nearest_word("anwser", known) == "answer");
  CHECK(nearest_word("bakc", known) == "back");
  CHECK(nearest_word("bank", known) == "back");
  CHECK(nearest_word("front_side", known) == "");
  CHECK(nearest_word("f", known) == "");
  CHECK(nearest_word("swedish", known) == "");
  CHECK(nearest_word(std::string(100, 'q'), known) == "");
}

}  // namespace ebb
