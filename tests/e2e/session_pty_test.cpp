// The session in a real terminal: the user's editor, a command beside the review, the mouse, themes, another set of keys.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

#include "e2e/home.hpp"

namespace ebb {
namespace {

using test::DemoHome;
using test::Pty;

std::string script(const DemoHome& home, const std::string& name, const std::string& text) {
  const std::string path = (home.folder() / name).string();
  std::ofstream(path) << "#!/bin/sh\n" << text << "\n";
  chmod(path.c_str(), 0755);
  return path;
}

void configure(const DemoHome& home, const std::string& text) {
  const std::filesystem::path folder = std::filesystem::path(home.environment.at("XDG_CONFIG_HOME")) / "ebb";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "config.toml") << text;
}

}  // namespace

TEST_CASE("e opens the card in the editor and comes back to it, changed") {
  DemoHome home;
  home.environment["EDITOR"] = script(home, "editor", "sed -i 's/SELU/SELU-E/' \"$1\"; stty -a > \"$0.tty\"");
  const auto pty = home.start({"review", "SELU"});
  REQUIRE(pty->shows("SELU"));
  pty->type("e");
  CHECK(pty->shows("Edited."));
  CHECK(pty->shows("SELU-E"));
  CHECK(pty->shows("1/"));
  std::ifstream tty((home.folder() / "editor.tty").string());
  const std::string settings((std::istreambuf_iterator<char>(tty)), {});
  CHECK(settings.find(" icanon") != std::string::npos);  // the editor had the terminal as the shell has it
  pty->type("u");
  CHECK(pty->no_longer_shows("SELU-E"));
  pty->type("q");
  REQUIRE(pty->shows("Done:"));
  pty->type("q");
  CHECK(pty->end() == 0);
  CHECK(pty->settings_as_found());
}

TEST_CASE("a command beside the review is told of when it ends, and never takes the card away") {
  DemoHome home;
  const std::string go = (home.folder() / "go").string();
  REQUIRE(mkfifo(go.c_str(), 0600) == 0);
  const auto pty = home.start({"while", "--", "/bin/sh", "-c", "read line < " + go + "; echo its output; exit 3"});
  REQUIRE(pty->shows("Space answer"));
  pty->type(" ");
  REQUIRE(pty->shows("1 Again"));
  std::ofstream(go) << "go\n";
  CHECK(pty->shows("has ended: exit 3"));
  CHECK(pty->shows("1 Again"));  // the answer is still there
  pty->type("3");
  CHECK(pty->shows("2/7"));
  pty->type("q");
  REQUIRE(pty->shows("Done: 1 card"));
  pty->type("q");
  CHECK(WEXITSTATUS(pty->end()) == 3);
  CHECK(pty->bytes().find("its output") != std::string::npos);
}

TEST_CASE("Ctrl-C ends the review, and while the command is waited for, the command") {
  DemoHome home;
  const std::string go = (home.folder() / "go").string();
  REQUIRE(mkfifo(go.c_str(), 0600) == 0);
  const auto pty = home.start({"while", "--", "/bin/sh", "-c", "read line < " + go});
  REQUIRE(pty->shows("Space answer"));
  pty->type("\x03");
  REQUIRE(pty->shows("Waiting for"));
  pty->type("\x03");
  CHECK(WEXITSTATUS(pty->end()) == 128 + SIGINT);
  CHECK(pty->settings_as_found());
}

TEST_CASE("a hangup ends the review and the command beside it") {
  DemoHome home;
  const std::string told = (home.folder() / "told").string(), go = (home.folder() / "go").string();
  REQUIRE(mkfifo(go.c_str(), 0600) == 0);
  const auto pty = home.start({"while", "--", "/bin/sh", "-c", "trap 'echo hup > " + told + "; exit' HUP; read line < " + go});
  REQUIRE(pty->shows("Space answer"));
  pty->signal(SIGHUP);
  const int status = pty->end();
  CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP));
  CHECK(pty->settings_as_found());
  CHECK(pty->wait_until([&] { return std::filesystem::exists(told); }));
}

TEST_CASE("the mouse is asked for only where it is wanted, and given back") {
  DemoHome home;
  {
    const auto pty = home.start({"review"});
    REQUIRE(pty->shows("Space answer"));
    CHECK(pty->bytes().find("?1000h") == std::string::npos);
    pty->type("\x03");
    pty->end();
  }
  configure(home, "[review]\nmouse = true\n");
  const auto pty = home.start({"review"});
  REQUIRE(pty->shows("Space answer"));
  CHECK(pty->bytes().find("?1000h") != std::string::npos);
  pty->type("\x1b[<0;10;5M");
  CHECK(pty->shows("1 Again"));
  pty->type("\x03");
  pty->end();
  CHECK(pty->bytes().find("?1000l") != std::string::npos);
}

TEST_CASE("keys and colours are as the user set them") {
  DemoHome home;
  configure(home, "[review]\nkeys = \"hjkl\"\n[keys]\nundo = [\"z\"]\n[look]\ntheme = \"contrast\"\n");
  const auto pty = home.start({"review"});
  REQUIRE(pty->shows("Space answer"));
  pty->type(" ");
  REQUIRE(pty->shows("h Again"));
  CHECK(pty->bytes().find(";91m") != std::string::npos);
  CHECK(pty->bytes().find("\x1b[0;2m") == std::string::npos);
  pty->type("k");
  REQUIRE(pty->shows("2/7"));
  pty->type("z");
  CHECK(pty->shows("Taken back"));
  pty->type("\x03");
  pty->end();
}

TEST_CASE("one card, and the shell is back") {
  DemoHome home;
  const auto pty = home.start({"one"});
  REQUIRE(pty->shows("1/1"));
  pty->type(" ");
  REQUIRE(pty->shows("1 Again"));
  pty->type("1");
  CHECK(pty->end() == 0);
  CHECK(pty->settings_as_found());
}

TEST_CASE("the cards of a sitting can be crammed after it, and their days stay") {
  DemoHome home;
  const auto pty = home.start({"review", "-n", "1"});
  REQUIRE(pty->shows("1/1"));
  pty->type(" ");
  REQUIRE(pty->shows("1 Again"));
  pty->type("3");
  REQUIRE(pty->shows("c cram these"));
  const std::string before = home.run({"list", "--fields", "question,due,reps"});
  pty->type("c");
  REQUIRE(pty->shows("Space answer"));
  pty->type(" ");
  REQUIRE(pty->shows("1 Again"));
  pty->type("3");
  REQUIRE(pty->shows("Done: 1 card"));
  pty->type("q");
  CHECK(pty->end() == 0);
  CHECK(home.run({"list", "--fields", "question,due,reps"}) == before);
}

}  // namespace ebb
