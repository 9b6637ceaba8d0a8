// Plain text beyond the golden cases.
#include <doctest/doctest.h>

#include "formats/reading.hpp"

namespace ebb {

TEST_CASE("a text with an odd rest is refused with the line and the way out") {
  CHECK(read_from("# T\n\none\n\ntwo\n\nthree", "x.txt").error ==
        "x.txt:7: the paragraphs cannot be paired: the last question has no answer. Add one, or take the others with "
        "--format text.");
}

TEST_CASE("a paragraph that is far too long leaves out its card only") {
  const Reading reading = read_from("q\n\n" + std::string(5 << 20, 'x') + "\n\np\n\na\n", "x.txt");
  CHECK(reading.report.taken == 1);
  CHECK(reading.report.left_out == 1);
}

TEST_CASE("many lines in one paragraph stay bounded") {
  std::string bytes = "q\n\n";
  for (int i = 0; i < 400'000; ++i) bytes += "a line\n";
  CHECK(read_from(bytes, "x.txt").report.left_out == 1);
}

}  // namespace ebb
