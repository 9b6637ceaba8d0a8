// The dashboard of statistics as a person sees it.
#include <doctest/doctest.h>

#include <algorithm>

#include "e2e/home.hpp"

namespace ebb {
namespace {

using test::DemoHome;

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

}  // namespace

TEST_CASE("ebb stats on a terminal is a screen with keys, and leaves the terminal as it was") {
  DemoHome home;
  const auto pty = home.start({"stats"});
  REQUIRE(pty->shows("Reviews, and the share remembered"));
  CHECK(pty->on_alternate_screen());
  CHECK(pty->shows("q leave"));
  pty->type("\x1b[C");  // the right arrow
  CHECK(pty->shows("Answer buttons"));
  CHECK(pty->shows("2/10"));
  pty->type("d");
  CHECK(pty->shows("Training deep neural net Flashcards"));
  pty->type("r");
  CHECK(pty->shows("last 7 days"));
  pty->resize(10, 40);
  CHECK(pty->shows("2/10"));
  pty->type("?");
  CHECK(pty->shows("Tab, Right, n"));
  pty->type("qq");
  CHECK(pty->end() == 0);
  CHECK_FALSE(pty->on_alternate_screen());
  CHECK(pty->settings_as_found());
}

TEST_CASE("the dashboard without colour and in ASCII") {
  DemoHome home;
  home.environment["NO_COLOR"] = "1";
  home.environment["LC_ALL"] = "C";
  const auto pty = home.start({"stats"}, 24, 120);
  REQUIRE(pty->shows("summary  retention  forecast"));
  pty->type("nnn");
  REQUIRE(pty->shows("Reviews a day"));
  CHECK(pty->coloured_cells() == 0);
  CHECK(is_ascii(pty->screen()));
  pty->type("\x03");  // Ctrl-C
  pty->end();
  CHECK_FALSE(pty->on_alternate_screen());
}

TEST_CASE("a named statistic, --plain and a dumb terminal print and are done") {
  DemoHome home;
  CHECK(home.run({"stats", "retention"}).find("Answer buttons") != std::string::npos);
  CHECK(home.code == 0);
  CHECK(home.run({"stats", "--plain"}).find("Days in a row") != std::string::npos);
  home.environment["TERM"] = "dumb";
  CHECK(home.run({"stats"}).find("\x1b") == std::string::npos);
}

}  // namespace ebb
