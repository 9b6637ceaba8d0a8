// Pictures and sounds in a terminal: scripts stand for players and viewers and keep the words that they were given.
#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "e2e/home.hpp"

namespace ebb {
namespace {

using test::Home;

// A home with two cards that have media: a good one, and one whose names mean ill.
class MediaHome : public Home {
 public:
  MediaHome() {
    std::filesystem::create_directory(folder() / "bin");
    environment["PATH"] = (folder() / "bin").string() + ":/usr/bin:/bin";
    environment["OUT"] = (folder() / "out").string();
    std::filesystem::create_directory(folder() / "out");
    program("xdg-open", "");
    program("mpv", "");
    program("chafa", "exit 1\n");
    run({"import", std::string(EBB_SOURCE_DIR) + "/tests/e2e/media.apkg", "-d", "m", "--yes"});
    run({"deck", "set", "new", "9"});
  }
  // Keeps its number, then the words it was given, and whether there is a terminal; then does more.
  void program(const std::string& name, const std::string& more) const {
    const auto file = folder() / "bin" / name;
    std::ofstream(file)
        << "#!/bin/sh\n{ for word; do printf '<%s>' \"$word\"; done; test -t 0 || printf ' unseen'; } > \"$OUT/" << name
        << ".part\"\necho $$ > \"$OUT/" << name << ".pid\"\nmv \"$OUT/" << name << ".part\" \"$OUT/" << name << "\"\n"
        << more;
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  }
  std::string told(const std::string& name) const {
    std::ifstream file(folder() / "out" / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void forget(const std::string& name) const { std::filesystem::remove(folder() / "out" / name); }
  bool has(const std::string& name) const { return std::filesystem::exists(folder() / "out" / name); }
  pid_t number(const std::string& name) const { return std::stoi(told(name + ".pid")); }
};

bool is_gone(pid_t process) {
  return ::kill(process, 0) != 0;
}

}  // namespace

TEST_CASE("o opens the picture and r plays the sound, until the next card comes") {
  MediaHome home;
  home.program("mpv", "sleep 1000\n");
  const auto pty = home.start({"review", "deck:m"});
  REQUIRE(pty->shows("[image: map.png] a map"));
  REQUIRE(pty->shows("o picture"));
  pty->type("o");
  CHECK(pty->shows("Opened: map.png"));
  REQUIRE(pty->wait_until([&] { return home.has("xdg-open"); }));
  const std::string opened = home.told("xdg-open");
  CHECK(opened.find(".png> unseen") != std::string::npos);
  CHECK(opened.starts_with("</"));
  pty->type(" ");
  REQUIRE(pty->shows("a word"));
  pty->type("r");
  CHECK(pty->shows("Playing: a b.mp3"));
  REQUIRE(pty->wait_until([&] { return home.has("mpv"); }));
  CHECK(home.told("mpv").find("<--></") != std::string::npos);
  CHECK(home.told("mpv").find("a b") == std::string::npos);
  const pid_t player = home.number("mpv");
  CHECK_FALSE(is_gone(player));
  pty->type("3");
  REQUIRE(pty->shows("-x.png"));
  CHECK(is_gone(player));
  pty->type("qq");
  CHECK(pty->end() == 0);
}

TEST_CASE("the end of the review ends the sound") {
  MediaHome home;
  home.program("mpv", "sleep 1000\n");
  const auto pty = home.start({"review", "deck:m"});
  REQUIRE(pty->shows("a map"));
  pty->type(" r");
  REQUIRE(pty->wait_until([&] { return home.has("mpv"); }));
  const pid_t player = home.number("mpv");
  pty->type("qq");
  CHECK(pty->end() == 0);
  CHECK(is_gone(player));
}

TEST_CASE("names that mean ill reach no program, and nothing is made of them") {
  MediaHome home;
  const auto pty = home.start({"review", "deck:m"});
  REQUIRE(pty->shows("a map"));
  pty->type(" 3");
  REQUIRE(pty->shows("-x.png"));
  pty->type("r");
  CHECK(pty->shows("Playing: $(touch x).mp3"));
  REQUIRE(pty->wait_until([&] { return home.has("mpv"); }));
  CHECK(home.told("mpv").find("touch") == std::string::npos);
  pty->type("o");
  CHECK(pty->shows("Opened: -x.png"));
  REQUIRE(pty->wait_until([&] { return home.has("xdg-open"); }));
  CHECK(home.told("xdg-open").starts_with("</"));
  home.forget("xdg-open");
  pty->type(" o");
  CHECK(pty->shows("this is none: run.desktop"));
  pty->type("o");
  CHECK(pty->shows("does not have it: ../../etc/passwd.png"));
  pty->type("o");
  CHECK(pty->shows("on the web, and nothing is fetched"));
  pty->type("qq");
  CHECK(pty->end() == 0);
  CHECK_FALSE(home.has("xdg-open"));
  CHECK_FALSE(std::filesystem::exists("x"));
}

TEST_CASE("a picture that chafa draws comes onto the card, cleaned, and one that never ends holds no key up") {
  MediaHome home;
  home.program("chafa", "printf '\\033[?25l\\033[38;5;196mRED###\\033[0m\\033]0;title\\007\\n'\n");
  const auto pty = home.start({"review", "deck:m"});
  CHECK(pty->shows("RED###"));
  CHECK(pty->bytes().find("title") == std::string::npos);
  CHECK(home.told("chafa").find("<--colors><256><--></") != std::string::npos);
  pty->type("qq");
  CHECK(pty->end() == 0);

  home.forget("chafa");
  home.program("chafa", "sleep 1000\n");
  const auto slow = home.start({"review", "deck:m"});
  REQUIRE(slow->wait_until([&] { return home.has("chafa"); }));
  const pid_t drawer = home.number("chafa");
  slow->type(" 3");
  CHECK(slow->shows("-x.png"));
  CHECK(is_gone(drawer));
  slow->type("qq");
  CHECK(slow->end() == 0);
}

TEST_CASE("kitty is sent a PNG once and told to forget it, and tmux is not") {
  MediaHome home;
  home.environment["TERM"] = "xterm-kitty";
  {
    const auto pty = home.start({"review", "deck:m"});
    REQUIRE(pty->shows("a map"));
    CHECK(pty->wait_until([&] {
      return pty->bytes().find("\x1b_Ga=T,U=1,q=2,f=100,i=100,c=2,r=1,m=0;iVBORw0KGgo") != std::string::npos;
    }));
    pty->type("qq");
    CHECK(pty->end() == 0);
    CHECK(pty->bytes().find("\x1b_Ga=d,d=I,q=2,i=100") != std::string::npos);
    CHECK_FALSE(home.has("chafa"));
  }
  home.environment["TMUX"] = "socket,1,0";
  const auto pty = home.start({"review", "deck:m"});
  REQUIRE(pty->wait_until([&] { return home.has("chafa"); }));
  pty->type("qq");
  CHECK(pty->end() == 0);
  CHECK(pty->bytes().find("\x1b_G") == std::string::npos);
}

TEST_CASE("look.pictures = never draws none, and review.autoplay plays what comes into sight") {
  MediaHome home;
  home.program("chafa", "echo RED\n");
  home.run({"config", "set", "look.pictures", "never"});
  home.run({"config", "set", "review.autoplay", "true"});
  const auto pty = home.start({"review", "deck:m"});
  REQUIRE(pty->shows("a map"));
  CHECK_FALSE(home.has("mpv"));
  pty->type(" ");
  CHECK(pty->wait_until([&] { return home.has("mpv"); }));
  pty->type("qq");
  CHECK(pty->end() == 0);
  CHECK_FALSE(home.has("chafa"));
}

TEST_CASE("in lines o and r do the same") {
  MediaHome home;
  const auto pty = home.start({"review", "deck:m", "--plain"});
  REQUIRE(pty->shows("[Enter for the answer]"));
  pty->type("o\n");
  CHECK(pty->shows("Opened: map.png"));
  pty->type("r\n");
  CHECK(pty->shows("this card has no sound"));
  pty->type("\nr\n");
  CHECK(pty->shows("Playing: a b.mp3"));
  CHECK(pty->wait_until([&] { return home.has("mpv") && home.has("xdg-open"); }));
  pty->type("q\n");
  CHECK(pty->end() == 0);
}

}  // namespace ebb
