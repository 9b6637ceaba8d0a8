// Seeded mutations of every golden input: an error or problems, never a crash or a hang. EBB_MUTATIONS=N does
// another number, and tells each file when it is done; EBB_MUTATIONS_OF=md those whose path holds "md".
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>

#include "ebb/text/unicode.hpp"
#include "formats/reading.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

std::size_t below(std::mt19937_64& random, std::size_t limit) { return static_cast<std::size_t>(random() % limit); }

void mutate(std::string& bytes, std::mt19937_64& random) {
  static const std::vector<std::string> tokens{"\"", "{",  "}",  "[",  "]",  ",",      ":",   "\n",  "\r\n", "\\",  "\\u",
                                               "\\ud8", "\t", "\xff", "\xc3", std::string(1, '\0'), "1e999", "null", "#",
                                               "\xEF\xBB\xBF", "\xFF\xFE", "'", "--", "Q:", "A:", "\"cards\":[", "\"decks\":[",
                                               "C: [", "::", ":::", "\n?\n", "==", "{{c1::", "}}", "```\n", "---\n", "<!--SR:!", "-->", "#flashcards/",
                                               "\n* ", ":fc:", ":END:\n", "| 0 | 1 | 2 |", "#separator:", "\\[", " - "};
  const std::size_t at = below(random, bytes.size() + 1);
  switch (below(random, 5)) {
    case 0: bytes.insert(at, tokens[below(random, tokens.size())]); break;
    case 1: bytes.erase(at, 1 + below(random, 8)); break;
    case 2: if (at < bytes.size()) bytes[at] = static_cast<char>(random() & 0xFF); break;
    case 3: bytes.insert(at, bytes.substr(below(random, bytes.size() + 1), below(random, 40))); break;
    default: bytes.resize(at); break;
  }
}

void check(const std::string& bytes, const std::string& name, const ReadOptions& options, std::size_t piece) {
  const Reading reading = read_from(bytes, name, options, piece);
  REQUIRE(static_cast<std::size_t>(reading.report.taken) <= reading.sink.notes.size());
  for (const ImportedNote& note : reading.sink.notes) {
    REQUIRE(!note.question.empty());
    REQUIRE(first_invalid_utf8(note.question + note.answer + note.deck + note.id + note.more) == std::string_view::npos);
  }
  REQUIRE(first_invalid_utf8(reading.error + reading.report.shape) == std::string_view::npos);
}

// Each mutation has its own seed, so that one of them can be had again alone.
void mutate_times(const fs::path& path, std::string_view format, int times) {
  const std::string original = whole_file(path.string());
  ReadOptions options;
  for (int i = 0; i < times; ++i) {
    std::mt19937_64 random(static_cast<std::uint64_t>(i) + 7);
    std::string bytes = original;
    for (std::size_t edits = 1 + below(random, 4); edits > 0; --edits) mutate(bytes, random);
    options.format = i % 2 == 0 ? "" : std::string(format);
    CAPTURE(path.string());
    CAPTURE(i);
    CAPTURE(bytes);
    check(bytes, path.filename().string(), options, 1 + below(random, 300));
  }
}

}  // namespace

TEST_CASE("no mutation of any golden input crashes or hangs a reader") {
  const char* const wanted = std::getenv("EBB_MUTATIONS");
  const char* const only = std::getenv("EBB_MUTATIONS_OF");
  const int times = wanted != nullptr ? std::atoi(wanted) : 300;
  for (const Format& format : formats()) {
    if (format.read == nullptr) continue;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(EBB_SOURCE_DIR) / "tests/formats" / format.name)) {
      if (entry.path().stem() != "input") continue;
      if (only != nullptr && entry.path().string().find(only) == std::string::npos) continue;
      mutate_times(entry.path(), format.name, times);
      if (wanted != nullptr) std::cerr << times << " of " << entry.path().string() << "\n";
    }
  }
}

}  // namespace ebb
