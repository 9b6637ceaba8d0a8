// Ctrl-C while decks are read or written: everything or nothing, and the terminal clean.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "e2e/home.hpp"

namespace ebb {
namespace {

using test::Home;
namespace fs = std::filesystem;

std::string many_cards(const std::string& name, int count) {
  std::string deck = "{\"name\": \"" + name + "\", \"cards\": [\n";
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    deck += std::string(i == 0 ? "" : ",\n") + "{\"question\": \"" + name + " " + number + "\", \"answer\": \"a " + number + "\"}";
  }
  return deck + "]}\n";
}

void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

// Whether some process has read more than a fifth of the file: its offset, as Linux tells it.
bool being_read(const fs::path& file) {
  std::error_code gone;
  for (const auto& process : fs::directory_iterator("/proc", gone))
    for (const auto& open : fs::directory_iterator(process.path() / "fd", gone)) {
      if (fs::read_symlink(open.path(), gone) != file) continue;
      std::ifstream told(process.path() / "fdinfo" / open.path().filename());
      std::string word;
      std::uintmax_t offset = 0;
      if (told >> word >> offset && offset > fs::file_size(file) / 5) return true;
    }
  return false;
}

bool has_collection(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".db") return true;
  return false;
}

bool draft_left(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".tmp") return true;
  return false;
}

}  // namespace

TEST_CASE("Ctrl-C in the middle of an import leaves the collection as it was, and another import goes through") {
  Home home;
  const fs::path small = home.folder() / "small.json", large = home.folder() / "large.tsv";
  write(small, many_cards("small", 3));
  std::string rows;
  for (int i = 0; i < 200'000; ++i) rows += "question " + std::to_string(i) + "\tanswer\n";
  write(large, rows);
  home.run({"import", small.string()});
  REQUIRE(home.code == 0);
  const std::string before = home.run({"export", "--full", "-q"});
  for (const int signal : {SIGINT, SIGTERM}) {
    const auto pty = home.start({"import", large.string()});
    REQUIRE(pty->wait_until([&] { return being_read(large); }));  // not after a time
    pty->signal(signal);
    const int status = pty->end();
    if (signal == SIGINT) {
      CHECK(WEXITSTATUS(status) == 130);
      CHECK(pty->screen().find("Stopped. Nothing of") != std::string::npos);
      CHECK(pty->screen().find('%') == std::string::npos);  // the bar is wiped
    } else {
      CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM));
    }
    home.run({"doctor"});
    CHECK(home.code == 0);
    const bool same = home.run({"export", "--full", "-q"}) == before;
    CHECK(same);
  }
  write(small, many_cards("small", 4));
  CHECK(home.run({"import", small.string()}).find("1 new") != std::string::npos);
}

TEST_CASE("Ctrl-C while a pipe is still being read makes no collection") {
  Home home;
  const std::string pipe = (home.folder() / "deck.json").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const auto pty = home.start({"import", pipe});
  const int end = ::open(pipe.c_str(), O_WRONLY);  // waits until the program has opened it
  const std::string half = many_cards("half", 20000);
  std::size_t written = 0;  // more than a pipe holds: when all is written, most has been read
  while (written < half.size() - 100) {
    const ssize_t count = ::write(end, half.data() + written, std::min<std::size_t>(65536, half.size() - 100 - written));
    REQUIRE(count > 0);
    written += static_cast<std::size_t>(count);
  }
  pty->type("\x03");
  CHECK(pty->end() != 0);
  ::close(end);
  CHECK_FALSE(has_collection(home.folder()));
}

TEST_CASE("Ctrl-C while a file is written leaves the old one") {
  Home home;
  const fs::path deck = home.folder() / "deck.json", out = home.folder() / "out.json";
  write(deck, many_cards("deck", 30000));
  home.run({"import", deck.string(), "-q"});
  REQUIRE(home.code == 0);
  write(out, "the old one");
  const auto pty = home.start({"export", "--yes", "-o", out.string()});
  REQUIRE(pty->wait_until([&] { return draft_left(home.folder()); }));
  pty->signal(SIGINT);
  CHECK(WEXITSTATUS(pty->end()) == 130);
  CHECK_FALSE(draft_left(home.folder()));
  std::string kept;
  std::getline(std::ifstream(out), kept);
  CHECK(kept == "the old one");
}

}  // namespace ebb
