// The full-screen review as a person sees it: the real program in a terminal.
#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <fstream>

#include "e2e/home.hpp"

namespace ebb {
namespace {

using test::DemoHome;
using test::Pty;

// Answers the card shown now, number `number` of `total`.
void answer(Pty& pty, int number, int total, std::string_view key) {
  INFO("card ", number, "\n", pty.screen());
  REQUIRE(pty.shows(std::to_string(number) + "/" + std::to_string(total)));
  REQUIRE(pty.shows("Space answer"));
  pty.type(" ");
  REQUIRE(pty.shows("1 Again"));
  pty.type(key);
}

bool only_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

int count_of(const std::string& text, std::string_view word) {
  int count = 0;
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; at += word.size()) ++count;
  return count;
}

}  // namespace

TEST_CASE("the seven demo cards are reviewed from the first key to the summary") {
  DemoHome home;
  REQUIRE(home.code == 0);
  const auto pty = home.start({"review"});
  for (int number = 1; number <= 7; ++number) answer(*pty, number, 7, "3");
  INFO(pty->screen());
  CHECK(pty->shows("Done: 7 cards"));
  CHECK(pty->shows("7 remembered the first time (100 %)"));
  CHECK(pty->shows("next      7 cards tomorrow"));
  CHECK_FALSE(pty->shows("more new", 0));
  CHECK(pty->on_alternate_screen());
  CHECK_FALSE(pty->cursor_visible());
  pty->type("q");
  CHECK(pty->end() == 0);
  CHECK_FALSE(pty->on_alternate_screen());
  CHECK(pty->cursor_visible());
  CHECK(pty->settings_as_found());
  CHECK(pty->shows("7 cards, 100 % remembered. Next: 7 cards tomorrow.", 0));
  CHECK(count_of(home.run({"log", "--json"}), "\"review\"") == 7);
}

TEST_CASE("the screen follows the terminal's size, down to one that is too small, and back") {
  DemoHome home;
  const auto pty = home.start({"review"});
  answer(*pty, 1, 7, "3");
  answer(*pty, 2, 7, "3");
  REQUIRE(pty->shows("3/7"));
  pty->type(" ");
  REQUIRE(pty->shows("A few advantages"));
  pty->resize(10, 40);
  INFO(pty->screen());
  CHECK(pty->shows("1/4"));
  CHECK(pty->shows("1d again 1d again 1d     1d"));
  pty->resize(3, 12);
  CHECK(pty->shows("too small"));
  pty->type("3 3 ");
  pty->resize(24, 80);
  CHECK(pty->shows("3) When the conditions"));
  CHECK(pty->shows("3/7"));
  pty->type("\x03");
  CHECK(WEXITSTATUS(pty->end()) == 130);
}

TEST_CASE("undo, redo, help and wrong keys") {
  DemoHome home;
  const auto pty = home.start({"review"});
  REQUIRE(pty->shows("Space answer"));
  pty->type("3");
  CHECK(pty->shows("Space shows the answer"));
  pty->type("z");
  CHECK(pty->shows("? for keys"));
  pty->type("?");
  CHECK(pty->shows("Ctrl-R"));
  pty->type("z");
  CHECK(pty->no_longer_shows("Ctrl-R"));
  answer(*pty, 1, 7, "4");
  REQUIRE(pty->shows("2/7"));
  pty->type("u");
  CHECK(pty->shows("Taken back"));
  CHECK(pty->shows("1/7"));
  pty->type("\x12");
  CHECK(pty->shows("2/7"));
  pty->type("w");
  CHECK(pty->shows("any key back"));
  pty->type("w");
  CHECK(pty->shows("Space answer"));
  pty->type("q");
  CHECK(pty->shows("Done: 1 card"));
  pty->type("q");
  CHECK(pty->end() == 0);
}

TEST_CASE("Ctrl-Right that comes in pieces, and a paste, grade nothing") {
  DemoHome home;
  const auto pty = home.start({"review"});
  REQUIRE(pty->shows("Space answer"));
  pty->type(" ");
  REQUIRE(pty->shows("1 Again"));
  pty->type("\x1b");
  pty->type("[1;5");
  pty->type("C");
  CHECK(pty->shows("? for keys"));
  pty->type("\x1b[200~1234\x1b[201~");
  CHECK(pty->shows("pasted text grades nothing"));
  pty->type("q");
  CHECK(pty->shows("no card was answered"));
}

TEST_CASE("Esc alone goes back; a sequence that comes much later grades nothing; a digit does") {
  DemoHome home;
  const auto pty = home.start({"review"});
  REQUIRE(pty->shows("Space answer"));
  pty->type("?");
  REQUIRE(pty->shows("any key back"));
  pty->type("\x1b");
  REQUIRE(pty->no_longer_shows("any key back"));
  pty->type(" ");
  REQUIRE(pty->shows("1 Again"));
  // Esc takes the words of a wrong key away: so it is seen that its time is over.
  const auto escape = [&] {
    pty->type("z");
    REQUIRE(pty->shows("? for keys"));
    pty->type("\x1b");
    REQUIRE(pty->no_longer_shows("? for keys"));
  };
  escape();
  pty->type("[1;5C");
  CHECK(pty->shows("? for keys"));
  CHECK(pty->shows("1/7"));
  escape();
  CHECK(pty->shows("1/7"));
  pty->type("3");
  CHECK(pty->shows("2/7"));
}

TEST_CASE("by the running clock, a key that comes with the reveal grades nothing") {
  DemoHome home;
  home.environment.erase("EBB_NOW");
  const auto pty = home.start({"review"});
  REQUIRE(pty->shows("Space answer"));
  // A machine under load may let 150 ms pass between two keys of one burst, so one burst of several has to be ignored.
  // Without the guard none would be.
  bool ignored = false;
  for (int burst = 0; burst < 20 && !ignored; ++burst) {
    pty->type(" 3?");
    REQUIRE(pty->shows("Ctrl-R"));
    pty->type("?");
    REQUIRE(pty->no_longer_shows("Ctrl-R"));
    ignored = pty->row(0).find("1/7") != std::string::npos;
    if (!ignored) pty->type("u");
  }
  CHECK(ignored);
}

TEST_CASE("an answer is on the disk before the next card is shown") {
  DemoHome home;
  {
    const auto pty = home.start({"review"});
    answer(*pty, 1, 7, "3");
    REQUIRE(pty->shows("2/7"));
    pty->signal(SIGKILL);
    CHECK(WTERMSIG(pty->end()) == SIGKILL);
  }
  const auto pty = home.start({"review"});
  CHECK(pty->shows("1/6"));
}

TEST_CASE("Ctrl-C leaves at once with 130 and a sane terminal") {
  DemoHome home;
  const auto pty = home.start({"review"});
  answer(*pty, 1, 7, "3");
  REQUIRE(pty->shows("2/7"));
  pty->type("\x03");
  CHECK(WEXITSTATUS(pty->end()) == 130);
  CHECK_FALSE(pty->on_alternate_screen());
  CHECK(pty->shows("Stopped. 1 answer is saved.", 0));
  CHECK(pty->settings_as_found());
  CHECK(count_of(home.run({"log", "--json"}), "\"review\"") == 1);
}

TEST_CASE("a sitting of some cards says what is still due") {
  DemoHome home;
  const auto pty = home.start({"review", "-n", "2"});
  answer(*pty, 1, 2, "3");
  answer(*pty, 2, 2, "3");
  INFO(pty->screen());
  CHECK(pty->shows("5 still due today."));
  CHECK(pty->shows("next      2 cards tomorrow"));
  pty->type("q");
  CHECK(pty->end() == 0);
  CHECK(pty->shows("2 cards, 100 % remembered. 5 still due today. Next: 2 cards tomorrow.", 0));
}

TEST_CASE("NO_COLOR means no colour, and without it there is some") {
  DemoHome home;
  for (const bool colour : {true, false}) {
    if (!colour) home.environment["NO_COLOR"] = "1";
    const auto pty = home.start({"review"});
    REQUIRE(pty->shows("Space answer"));
    pty->type(" ");
    REQUIRE(pty->shows("1 Again"));
    CHECK((pty->coloured_cells() > 0) == colour);
  }
}

TEST_CASE("in the C locale the program draws only ASCII") {
  DemoHome home;
  home.environment["LC_ALL"] = "C";
  const auto pty = home.start({"review"});
  REQUIRE(pty->shows("Space answer"));
  pty->type(" ");
  REQUIRE(pty->shows("----"));
  pty->type("w");
  REQUIRE(pty->shows("any key back"));
  pty->type("wi");
  REQUIRE(pty->shows("state "));
  pty->type("i?");
  REQUIRE(pty->shows("Keys"));
  pty->type("?3");
  REQUIRE(pty->shows("2/7"));
  pty->type("q");
  REQUIRE(pty->shows("Done: 1 card"));
  pty->type("q");
  CHECK(pty->end() == 0);
  CHECK(only_ascii(pty->bytes()));
}

TEST_CASE("a terminal that cannot place a cursor gets lines") {
  DemoHome home;
  home.environment["TERM"] = "dumb";
  const auto pty = home.start({"review"});
  CHECK(pty->shows("Question 1 of 7"));
  CHECK(pty->bytes().find('\x1b') == std::string::npos);
}

TEST_CASE("escapes in a deck reach no terminal") {
  DemoHome home;
  std::ofstream(home.folder() / "bad.json")
      << R"([{"question": "\u001b]0;pwned\u0007\u001b[31mred\u009b2J", "answer": "\u202e\rover"}])";
  home.run({"import", (home.folder() / "bad.json").string(), "-d", "bad"});
  REQUIRE(home.code == 0);
  const auto pty = home.start({"review", "-d", "bad"});
  REQUIRE(pty->shows("^[]0;pwned^G^[[31mred<U+009B>2J"));
  pty->type(" ");
  REQUIRE(pty->shows("<U+202E>^Mover"));
  CHECK(pty->bytes().find("\x1b]") == std::string::npos);
  CHECK(pty->bytes().find("\xc2\x9b") == std::string::npos);
}

}  // namespace ebb
