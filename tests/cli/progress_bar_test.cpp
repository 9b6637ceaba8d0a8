// The text of the progress bar.
#include "cli/program/progress_bar.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("the bar says how far, how fast and how long") {
  const std::string text = progress_text("deck.json", 30'000'000, 100'000'000, Millis{3000});
  CHECK(text == "deck.json [######..............]  30 %  10.0 MB/s  7 s left");
}

TEST_CASE("a file that grew or is empty does no harm") {
  CHECK(progress_text("f", 0, 0, Millis{600}).find("  0 %") != std::string::npos);
  CHECK(progress_text("f", 20, 10, Millis{600}).find("100 %") != std::string::npos);
}
