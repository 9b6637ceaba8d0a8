// Words in, command and options out.
#include "cli/program/arguments.hpp"

#include <doctest/doctest.h>

#include "cli/program/commands.hpp"
#include "ebb/core/error.hpp"

using namespace ebb;
using Words = std::vector<std::string>;

namespace {

std::string refusal(const Words& words) {
  try {
    parse_command_line(words);
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::usage);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("no word at all is status") {
  const CommandLine line = parse_command_line({});
  CHECK(line.command == &status_command);
  CHECK(line.bare);
}

TEST_CASE("global options stand before and after the verb") {
  for (const Words& words :
       {Words{"--db", "x.db", "--json", "check", "f"}, Words{"check", "f", "--json", "--db=x.db"}}) {
    const CommandLine line = parse_command_line(words);
    CHECK(line.command == &check_command);
    CHECK(line.globals.db == "x.db");
    CHECK(line.globals.json);
    CHECK(line.arguments.words == Words{"f"});
  }
}

TEST_CASE("odd free words come through unchanged") {
  const Words odd{"[a,b]", "++", "{}", "", "-5", "-", "not", "a=b", "'q'", "%x", "[]"};
  Words words{"list"};
  words.insert(words.end(), odd.begin(), odd.end());
  CHECK(parse_command_line(words).arguments.words == odd);
}

TEST_CASE("what stands after -- is never an option") {
  const CommandLine line = parse_command_line({"list", "a", "--", "-x", "--json", "--", "[b]"});
  CHECK(line.arguments.words == Words{"a", "-x", "--json", "--", "[b]"});
  CHECK(line.arguments.after == Words{"-x", "--json", "--", "[b]"});
  CHECK_FALSE(line.globals.json);
}

TEST_CASE("values keep brackets, blanks, equals signs and nothing") {
  for (const std::string value : {"[a,b]", "a b", "x=y", "", "{}", "'"}) {
    CHECK(parse_command_line({"import", "--deck", value, "f"}).arguments.value("--deck") == value);
    if (!value.empty())
      CHECK(parse_command_line({"import", "--deck=" + value, "f"}).arguments.value("--deck") == value);
  }
}

TEST_CASE("an option given twice keeps both values, and the last one counts") {
  const CommandLine line = parse_command_line({"import", "-d", "a", "f", "--deck", "b"});
  CHECK(line.arguments.values("--deck") == Words{"a", "b"});
  CHECK(line.arguments.value("--deck") == "b");
}

TEST_CASE("short options can be joined, with a value at the end") {
  const CommandLine line = parse_command_line({"import", "-qvd", "es", "f"});
  CHECK(line.globals.quiet);
  CHECK(line.globals.verbose);
  CHECK(line.arguments.value("--deck") == "es");
  CHECK(line.arguments.words == Words{"f"});
}

TEST_CASE("an option of another command is refused with the nearest of this one") {
  CHECK(refusal({"import", "--dry-rum", "f"}).find("Did you mean `--dry-run`?") != std::string::npos);
  CHECK(refusal({"paths", "--full"}).find("paths has no option `--full`") != std::string::npos);
}

TEST_CASE("an unknown verb is refused with the nearest, and never taken for a search") {
  CHECK(refusal({"reviw"}).find("Did you mean `review`?") != std::string::npos);
  CHECK(refusal({"xyzzy"}).find("Did you mean") == std::string::npos);
}

TEST_CASE("an option without its value is refused") {
  CHECK(refusal({"import", "f", "--deck"}).find("--deck") != std::string::npos);
  CHECK(refusal({"list", "--color", "sometimes"}).find("auto, always or never") != std::string::npos);
}

TEST_CASE("aliases, help and version are understood") {
  for (const std::string alias : {"r", "drill", "study"}) CHECK(parse_command_line({alias}).command == &review_command);
  CHECK(parse_command_line({"-h"}).help);
  CHECK(parse_command_line({"list", "-h"}).help);
  CHECK(parse_command_line({"list", "-V"}).command == &version_command);
}
