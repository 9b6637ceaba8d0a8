// The table of cards as a person sees it: the real program in a terminal.
#include <doctest/doctest.h>

#include <fstream>

#include "e2e/home.hpp"

namespace ebb {

using test::DemoHome;

TEST_CASE("cards are filtered as one types, tagged, suspended and taken back") {
  DemoHome home;
  REQUIRE(home.code == 0);
  const auto pty = home.start({"browse"});
  REQUIRE(pty->shows("all cards"));
  REQUIRE(pty->shows("> "));
  pty->type("/momentum");
  INFO(pty->screen());
  CHECK(pty->shows("/ momentum_"));
  CHECK(pty->no_longer_shows("three ways you can produce a sparse model"));
  pty->type("\r");
  REQUIRE(pty->shows("/ filter"));
  pty->type("t+fast\r");
  CHECK(pty->shows("Tagged 1 card."));
  CHECK(pty->shows("#fast"));
  pty->type("s");
  CHECK(pty->shows("Suspended 1 card."));
  CHECK(pty->shows("suspended"));
  pty->type("u");
  CHECK(pty->shows("Undone:"));
  pty->type("q");
  CHECK(pty->end() == 0);
  CHECK_FALSE(pty->on_alternate_screen());
  CHECK(pty->settings_as_found());
  CHECK(home.run({"list", "--plain", "tag:fast", "--fields", "suspended"}).find("no") != std::string::npos);
}

TEST_CASE("a wrong filter is told in the bar, and the table stays") {
  DemoHome home;
  const auto pty = home.start({"browse"});
  REQUIRE(pty->shows("all cards"));
  pty->type("/is:deu");
  CHECK(pty->shows("There is no `is:deu`"));
  CHECK(pty->shows("> "));
  pty->type("\x15is:new\r");
  CHECK(pty->no_longer_shows("There is no"));
  pty->type("\x03");
  CHECK(pty->end() != 0);
  CHECK(pty->settings_as_found());
}

TEST_CASE("e opens the editor on the card and comes back to the table") {
  DemoHome home;
  const std::string editor = (home.folder() / "editor").string();
  std::ofstream(editor) << "#!/bin/sh\nsed -i 's/SELU/SeLU/' \"$1\"\n";
  std::filesystem::permissions(editor, std::filesystem::perms::owner_all);
  home.environment["EDITOR"] = editor;
  const auto pty = home.start({"browse", "SELU"});
  REQUIRE(pty->shows("SELU"));
  pty->type("e");
  INFO(pty->screen());
  CHECK(pty->shows("SeLU"));
  CHECK(pty->on_alternate_screen());
  pty->type("q");
  CHECK(pty->end() == 0);
}

}  // namespace ebb
