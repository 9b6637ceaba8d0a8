// Whatever a name holds, what is put into the line is read back as that name, and as nothing else.
#include "cli/program/typed_so_far.hpp"

#include <doctest/doctest.h>

#include <random>

using ebb::read_typed_line;
using ebb::spelled_completion;

TEST_CASE("a line is taken apart as bash does it") {
  CHECK(read_typed_line("ebb  review \"a b\" c\\ d 'e'\"f\" ").words ==
        std::vector<std::string>{"ebb", "review", "a b", "c d", "ef", ""});
  CHECK(read_typed_line("ebb review deck:es::v").kept == 9);
  CHECK(read_typed_line("ebb review \"deck:es").kept == 0);
  CHECK(read_typed_line("ebb review \"deck:es").quote == '"');
  CHECK(read_typed_line("ebb x deck:\\(y").kept == 5);
}

TEST_CASE("a completion is one word again, in every kind of quotes") {
  std::mt19937 luck(5);
  const std::string letters = "ab$`\"'\\ !()&|;<>*?[]{}~#=:-";
  for (int i = 0; i < 20000; ++i) {
    std::string name;
    for (auto length = 1 + luck() % 8; length > 0; --length) name += letters[luck() % letters.size()];
    for (const std::string before : {"ebb review ", "ebb review deck:", "ebb review 'deck:", "ebb review \""}) {
      const auto typed = read_typed_line(before);
      std::string whole = typed.words.back() + name;
      const std::size_t replaced = typed.words.back().size() - typed.kept;  // what readline takes away first
      std::string line = before.substr(0, before.size() - replaced) + spelled_completion(typed, whole);
      if (typed.quote != 0) line += typed.quote;
      if (typed.quote == '"' && name.find('!') != std::string::npos) continue;  // leaves the quotes for it: below
      const auto read = read_typed_line(line + " x");
      REQUIRE(read.words.size() == 4);
      CHECK(read.words[2] == whole);
    }
  }
  CHECK(spelled_completion(read_typed_line("ebb \"a"), "a!b") == "a\"\\!\"b");
  CHECK(read_typed_line("ebb \"a\"\\!\"b\"").words.back() == "a!b");
  CHECK(spelled_completion(read_typed_line("ebb "), "a\x1b") == "a$'\\x1b'");
}
