// Screens as text: each folder of tests/tui/screens is a case. EBB_APPROVE=1 writes what is shown now.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tui/paper_media.hpp"
#include "tui/paper_sitting.hpp"
#include "tui/review/reviewer.hpp"
#include "tui/terminal/key_reader.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

// A case is a folder of these files:
//   cards    questions and answers (`---` between them, `===` between cards; `#deck`, `#tags` and `#keys` lines before)
//   keys     what is typed: words separated by blanks (`Space`, `Enter`, `Ctrl-R`, `3` …)
//   sitting  if there: lines `leech N`, `deferred N`, `opening TEXT`, `coach TEXT`, `cram`
//   drawn    if there: what every picture looks like
//   sizes    a line each: `80x24`; words after it: `ascii`, `grades=6`, `no-preview`, `keys=hjkl`, `type`
//   SIZE.txt what the screen shows
const fs::path folder = fs::path(EBB_SOURCE_DIR) / "tests/tui/screens";

std::string file_text(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t at; (at = text.find(separator, start)) != std::string::npos; start = at + separator.size())
    parts.push_back(text.substr(start, at - start));
  parts.push_back(text.substr(start));
  return parts;
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::vector<CardFace> cards_of(std::string text) {
  std::string deck = "dnn::training", keys;
  std::vector<std::string> tags;
  while (text.starts_with("#") && !text.starts_with("# ")) {
    const std::string line = text.substr(0, text.find('\n'));
    text.erase(0, line.size() + 1);
    std::vector<std::string> given = words(line);
    if (given[0] == "#deck") deck = given[1];
    if (given[0] == "#keys") keys = line.substr(6);
    if (given[0] == "#tags") tags.assign(given.begin() + 1, given.end());
  }
  if (text.ends_with("\n")) text.pop_back();
  std::vector<CardFace> cards;
  for (const std::string& card : split(text, "\n===\n")) {
    const std::vector<std::string> sides = split(card, "\n---\n");
    cards.push_back(test::face(std::to_string(cards.size()), sides.at(0), sides.size() > 1 ? sides[1] : ""));
    cards.back().deck = deck;
    cards.back().tags = tags;
    cards.back().note_keys = keys;
  }
  return cards;
}

std::string bytes_of(const std::string& word) {
  if (word == "Space") return " ";
  if (word == "Enter") return "\r";
  if (word == "Tab") return "\t";
  if (word == "Right") return "\x1b[C";
  if (word == "Backspace") return "\x7f";
  if (word == "PgDn") return "\x1b[6~";
  if (word == "End") return "\x1b[F";
  if (word.starts_with("Ctrl-")) return {static_cast<char>(word[5] - 'A' + 1)};
  return word;
}

std::string screen_of(const fs::path& where, const std::string& keys, const std::string& size_line) {
  const std::vector<std::string> given = words(size_line);
  ScreenLooks looks;
  for (const std::string& word : given) {
    if (word == "ascii") looks.ascii = true;
    if (word == "type") looks.type = true;
    if (word == "no-preview") looks.preview = false;
    if (word.starts_with("keys=")) looks.keys = Keymap(word.substr(5));
    if (word.starts_with("grades=")) looks.grades = std::stoi(word.substr(7));
  }
  const std::size_t x = given[0].find('x');
  const Size size{std::stoi(given[0].substr(0, x)), std::stoi(given[0].substr(x + 1))};
  test::PaperSitting sitting(cards_of(file_text(where / "cards")));
  std::istringstream set(file_text(where / "sitting"));
  for (std::string line; std::getline(set, line);) {
    const std::string what = line.substr(0, line.find(' ')), rest = line.substr(std::min(line.find(' ') + 1, line.size()));
    if (what == "leech") sitting.leech_at = std::stoi(rest);
    if (what == "deferred") sitting.deferred_cards = std::stoi(rest);
    if (what == "opening") sitting.opening_words = rest;
    if (what == "coach") sitting.coach = rest;
    if (what == "cram") sitting.crams = true;
  }
  Millis clock{0};
  test::PaperMedia media;
  if (fs::exists(where / "drawn")) media.picture = file_text(where / "drawn");
  Reviewer reviewer(sitting, looks, [&clock] { return clock += Millis{10000}; }, {}, &media);
  KeyReader reader;
  Frame frame = reviewer.frame(size);
  for (const std::string& word : words(keys))
    for (const Key& key : reader.feed(bytes_of(word))) {
      reviewer.press(key);
      frame = reviewer.frame(size);
    }
  return frame_text(frame);
}

std::string golden_name(const std::string& size_line) {
  std::string name;
  for (const std::string& word : words(size_line)) name += (name.empty() ? "" : "-") + word;
  return name + ".txt";
}

}  // namespace

TEST_CASE("screens show what they should") {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::directory_iterator(folder)) cases.push_back(entry.path());
  REQUIRE(cases.size() >= 10);
  for (const fs::path& where : cases)
    for (const std::string& size : split(file_text(where / "sizes"), "\n")) {
      if (size.empty()) continue;
      const std::string shown = screen_of(where, file_text(where / "keys"), size);
      const fs::path golden = where / golden_name(size);
      if (std::getenv("EBB_APPROVE")) std::ofstream(golden, std::ios::binary) << shown;
      INFO(golden.string());
      CHECK(shown == file_text(golden));
    }
}

TEST_CASE("an ASCII screen of ASCII cards is ASCII alone") {
  for (const char* keys : {"", "Space", "Space z", "Space m", "?", "i", "w", "q", "Space 1 Space 1", "u"}) {
    for (const char* size : {"80x24 ascii", "40x10 ascii", "20x5 ascii"}) {
      const std::string shown = screen_of(folder / "plain", keys, size);
      INFO(keys, " at ", size, "\n", shown);
      CHECK(std::all_of(shown.begin(), shown.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; }));
    }
  }
}

}  // namespace ebb
