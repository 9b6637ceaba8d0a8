// The words of a filter.
#include <doctest/doctest.h>

#include "cli/command.hpp"
#include "ebb/core/error.hpp"

using namespace ebb;
using Words = std::vector<std::string>;

namespace {

std::string refusal(const std::string& word) {
  try {
    parse_filter({word}, {});
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::usage);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("keys and words are told apart") {
  const CardFilter filter = parse_filter({"deck:es::verbs", "tag:a", "tag:b", "is:due", "id:7F3A91.0", "ser"}, {});
  CHECK(filter.deck == "es::verbs");
  CHECK(filter.tags == Words{"a", "b"});
  CHECK(filter.is == Words{"due"});
  CHECK(filter.ids == Words{"7f3a91.0"});
  CHECK(filter.words == Words{"ser"});
}

TEST_CASE("one quoted argument may hold several words") {
  CHECK(parse_filter({"two words", " "}, {}).words == Words{"two", "words"});
}

TEST_CASE("-d is the same as deck:, and two decks are refused") {
  CHECK(parse_filter({}, "es").deck == "es");
  CHECK_THROWS_AS(parse_filter({"deck:fr"}, "es"), Error);
}

TEST_CASE("what belongs to the filter language but is not known yet is refused by name") {
  for (const std::string word : {"not", "or", "(", ")", "dog*", "\"exact\"", "due:..7d", "ivl:30..", "ease:..2",
                                 "lapses:3..", "rated:7d:again", "added:1d", "is:leech"})
    CHECK_MESSAGE(refusal(word).find("is not known yet") != std::string::npos, word);
}

TEST_CASE("a wrong key, state or id is refused with what there is") {
  CHECK(refusal("tags:x").find("Did you mean `tag`?") != std::string::npos);
  CHECK(refusal("is:deu").find("Did you mean `due`?") != std::string::npos);
  CHECK(refusal("id:7f3").find("six or more") != std::string::npos);
  CHECK(refusal("id:xyzxyz").find("six or more") != std::string::npos);
  CHECK(refusal("deck:").find("needs something") != std::string::npos);
}

TEST_CASE("colons in numbers and addresses are no keys") {
  CHECK(parse_filter({"3:4", "https://example.org"}, {}).words == Words{"3:4", "https://example.org"});
}
