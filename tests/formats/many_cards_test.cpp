// A thousand cards and more in every text format, read in pieces of any size.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "formats/reading.hpp"

namespace ebb {
namespace {

struct Many {
  const char* format;
  const char* before;  // what stands once at the top
  const char* card;    // one card, with its number as {0}
  const char* after;   // what stands once at the end
};

constexpr int count = 2000;

constexpr Many every[] = {
    {"json", "[\n{\"q\": \"first\", \"a\": \"a\"}", ",\n{{\"q\": \"question {0}\", \"a\": \"answer {0}\"}}", "]"},
    {"md", "Q: first\nA: a\n", "\nQ: question {0}\nA: answer\n{0}\n", ""},
    {"md", "first::a\n", "question {0}::answer {0}\n", ""},
    {"org", "* first :fc:\na\n", "* question {0} :fc:\nanswer {0}\n", ""},
    {"text", "Q: first\nA: a\n", "Q: question {0}\nA: answer {0}\n\n", ""},
    {"csv", "question,answer\nfirst,a\n", "question {0},\"answer, {0}\"\n", ""},
    {"tsv", "first\ta\n", "question {0}\tanswer {0}\n", ""},
    {"anki-text", "#separator:Pipe\nfirst|a\n", "question {0}|answer {0}\n", ""},
    {"quizlet", "first - a\n", "question {0} - answer {0}\n", ""},
    {"lines", "first\na\n", "question {0}\nanswer {0}\n", ""},
};

}  // namespace

TEST_CASE("files of two thousand cards are read whole, in large pieces and in small ones") {
  for (const Many& many : every) {
    CAPTURE(many.format);
    std::string bytes = many.before;
    for (int i = 1; i < count; ++i) bytes += fmt::format(fmt::runtime(many.card), i);
    bytes += many.after;
    ReadOptions options;
    options.format = many.format;
    for (const std::size_t piece : {std::size_t{7}, std::size_t{65536}, std::string::npos}) {
      const Reading reading = read_from(bytes, "many", options, piece);
      CHECK(reading.error == "");
      CHECK(reading.report.taken == count);
      CHECK(reading.sink.problems.empty());
      REQUIRE(!reading.sink.notes.empty());
      CHECK(reading.sink.notes.back().question == fmt::format("question {}", count - 1));
      CHECK(reading.sink.done == bytes.size());
    }
  }
}

}  // namespace ebb
