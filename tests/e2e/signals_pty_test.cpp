// Whatever signal comes, and whenever: the terminal is left as it was found.
#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>

#include "e2e/home.hpp"

namespace ebb {
namespace {

using test::DemoHome;
using test::Pty;

// Brings the review to one of its pages.
void go_to(Pty& pty, int page) {
  REQUIRE(pty.shows("Space answer"));
  if (page == 0) return;
  pty.type(page == 1 ? " " : page == 2 ? "?" : "q");
  REQUIRE(pty.shows(page == 1 ? "1 Again" : page == 2 ? "Ctrl-R" : "Done:"));
}

void check_sane(const Pty& pty) {
  CHECK(pty.settings_as_found());
  CHECK_FALSE(pty.on_alternate_screen());
  CHECK(pty.cursor_visible());
}

}  // namespace

TEST_CASE("a signal that ends the program does so, on every page, and leaves the terminal sane") {
  DemoHome home;
  for (const int signal : {SIGTERM, SIGHUP, SIGQUIT, SIGINT})
    for (int page = 0; page < 4; ++page) {
      INFO("signal ", signal, " on page ", page);
      const auto pty = home.start({"review"});
      go_to(*pty, page);
      pty->signal(signal);
      const int status = pty->end();
      if (signal == SIGINT)
        CHECK(WEXITSTATUS(status) == 130);
      else
        CHECK((WIFSIGNALED(status) && WTERMSIG(status) == signal));
      check_sane(*pty);
    }
}

TEST_CASE("a crash leaves the terminal sane") {
  DemoHome home;
  for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL}) {
    INFO("signal ", signal);
    const auto pty = home.start({"review"});
    go_to(*pty, 1);
    pty->signal(signal);
    CHECK(pty->end() != 0);
    check_sane(*pty);
  }
}

TEST_CASE("a signal at any moment leaves the terminal sane") {
  DemoHome home;
  std::size_t first_frame = 0;
  {
    const auto pty = home.start({"review"});
    REQUIRE(pty->shows("q finish"));
    first_frame = pty->bytes().size();
  }
  for (std::size_t round = 0; round < 40; ++round) {
    INFO("round ", round);
    const auto pty = home.start({"review"});
    // Not after a time but after so many bytes of output: the start, the first frame, the frames after keys.
    const std::size_t bytes = std::min(first_frame, first_frame * round / 30);
    REQUIRE(pty->wait_until([&] { return pty->bytes().size() >= bytes; }));
    if (round > 30) pty->type(" ?z?zwziz?zq");
    pty->signal(round % 2 ? SIGTERM : SIGHUP);
    REQUIRE(pty->end() != -1);
    CHECK(pty->settings_as_found());
    CHECK_FALSE(pty->on_alternate_screen());
  }
}

TEST_CASE("a signal that nohup ignores stays ignored") {
  DemoHome home;
  const Pty::Words words{"/bin/sh", "-c", "trap '' HUP; exec \"$0\" review", EBB_PROGRAM};
  Pty pty(words, 24, 80, home.environment);
  REQUIRE(pty.shows("Space answer"));
  pty.signal(SIGHUP);
  pty.type(" ");
  CHECK(pty.shows("1 Again"));
}

TEST_CASE("Ctrl-Z gives the shell its terminal, and fg comes back to the card") {
  DemoHome home;
  const Pty::Words words{"/bin/sh", "-m", "-c", "\"$0\" review; stty -a; echo in-the-shell; read line; fg",
                         EBB_PROGRAM};
  Pty pty(words, 24, 80, home.environment);
  REQUIRE(pty.shows("Space answer"));
  pty.type(" ");
  REQUIRE(pty.shows("1 Again"));
  pty.type("\x1a");
  REQUIRE(pty.shows("in-the-shell"));
  check_sane(pty);
  pty.resize(12, 40);
  pty.type("\n");
  REQUIRE(pty.shows("1 Again"));
  CHECK(pty.on_alternate_screen());
  CHECK_FALSE(pty.settings_as_found());
  pty.type("\x03");
  CHECK(pty.end() != -1);
  check_sane(pty);
}

TEST_CASE("stopped from outside and continued, it draws itself again") {
  DemoHome home;
  const auto pty = home.start({"review"});
  go_to(*pty, 1);
  pty->signal(SIGSTOP);
  const std::size_t before = pty->bytes().size();
  pty->signal(SIGCONT);
  CHECK(pty->wait_until([&] { return pty->bytes().find("1 Again", before) != std::string::npos; }));
  pty->type("q");
  CHECK(pty->shows("Done:"));
}

}  // namespace ebb
