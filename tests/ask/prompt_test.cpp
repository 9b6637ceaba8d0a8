// What the members of a note mean for how its cards are asked.
#include "ebb/ask/prompt.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace ebb {

TEST_CASE("a plain card is asked as it is") {
  const Prompt prompt = prompt_of({"Q", "**A**", "", 0, 0});
  CHECK(prompt.question == "Q");
  CHECK(prompt.answer == "**A**");
  CHECK(prompt.accepted == std::vector<std::string>{"A"});
  CHECK(prompt.hints.empty());
  CHECK_FALSE(prompt.typed);
}

TEST_CASE("hints, notes and source come from the note, under either name") {
  const Prompt prompt = prompt_of({"Q", "A", R"({"hints":["one","two"],"notes":"n","source":"s","accept":["B"],"type":"typed"})", 0, 0});
  CHECK(prompt.hints == std::vector<std::string>{"one", "two"});
  CHECK(prompt.notes == "n");
  CHECK(prompt.source == "s");
  CHECK(prompt.typed);
  CHECK(prompt.accepted == std::vector<std::string>{"A", "B"});
  CHECK(prompt_of({"Q", "A", R"({"hint":"h","extra":"e"})", 0, 0}).hints == std::vector<std::string>{"h"});
  CHECK(prompt_of({"Q", "A", R"({"hint":"h","extra":"e"})", 0, 0}).notes == "e");
}

TEST_CASE("other accepted answers are not those of the reverse") {
  CHECK(prompt_of({"A", "Q", R"({"type":"reversed","accept":["B"]})", 1, 0}).accepted == std::vector<std::string>{"Q"});
}

TEST_CASE("members that are not as they should be count for nothing") {
  for (const char* keys : {"", "x", "[]", "{", R"({"hints":5,"notes":[],"accept":{},"type":7,"choices":"x"})"})
    CHECK(prompt_of({"Q", "A", keys, 0, 0}).accepted == std::vector<std::string>{"A"});
}

TEST_CASE("a cloze marks what its card hid, and that is what is typed") {
  const char* keys = R"({"type":"cloze","cloze":"{{c1::Madrid}} is in {{c2::{{c3::Spain}} today}}, {{c1::Europe}}"})";
  const Prompt first = prompt_of({"[…] is in Spain today, […]", "Madrid is in Spain today, Europe\n\nmore", keys, 0, 0});
  REQUIRE(first.holes.size() == 2);
  CHECK(first.answer.substr(first.holes[0].begin, 6) == "Madrid");
  CHECK(first.answer.substr(first.holes[1].begin, 6) == "Europe");
  CHECK(first.accepted == std::vector<std::string>{"Madrid, Europe"});
  CHECK(prompt_of({"", "Madrid is in Spain today, Europe", keys, 1, 0}).accepted == std::vector<std::string>{"Spain today"});
  CHECK(prompt_of({"", "Madrid is in Spain today, Europe", keys, 2, 0}).accepted == std::vector<std::string>{"Spain"});
}

TEST_CASE("options come in another order with another seed, the same with the same, and the right one is known") {
  const auto asked = [](std::uint64_t seed) {
    return prompt_of({"Q?\n\n• a\n• b\n• c\n• d", "d", R"({"type":"choice","question":"Q?","choices":["a","b","c"]})", 0, seed});
  };
  std::set<std::vector<std::string>> orders;
  std::set<int> places;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Prompt prompt = asked(seed);
    CHECK(prompt.question == "Q?");
    REQUIRE(prompt.options.size() == 4);
    CHECK(prompt.options[static_cast<std::size_t>(prompt.right) - 1] == "d");
    CHECK(asked(seed).options == prompt.options);
    orders.insert(prompt.options);
    places.insert(prompt.right);
  }
  CHECK(orders.size() == 24);
  CHECK(places.size() == 4);
}

TEST_CASE("options are listed with their keys, and marked once the answer is shown") {
  Prompt prompt;
  prompt.options = {"a", "b"};
  prompt.right = 2;
  CHECK(options_text(prompt, false, 0) == "1) a\n2) b");
  CHECK(options_text(prompt, true, 1) == "1) a  (chosen)\n2) b  (right)");
}

}  // namespace ebb
