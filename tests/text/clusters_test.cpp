// Clusters, cells, and cutting.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"
#include "text/random_text.hpp"

namespace ebb {

TEST_CASE("what a person sees as one character is one cluster") {
  CHECK(clusters("abc").size() == 3);
  CHECK(clusters("e\u0301x").size() == 2);
  CHECK(clusters("👨‍👩‍👧‍👦").size() == 1);
  CHECK(clusters("🇩🇪🇫🇷").size() == 2);
  CHECK(clusters("👍🏽!").size() == 2);
}

TEST_CASE("cells are those of the whole cluster") {
  CHECK(cells("abc") == 3);
  CHECK(cells("naïve") == 5);
  CHECK(cells("e\u0301") == 1);
  CHECK(cells("漢字") == 4);
  CHECK(cells("👨‍👩‍👧‍👦") == 2);
  CHECK(cells("🇩🇪") == 2);
  CHECK(cells("❤") == 1);
  CHECK(cells("❤️") == 2);
  CHECK(cells("1️⃣") == 2);
  CHECK(cells("") == 0);
}

TEST_CASE("a text is cut only if it must be") {
  CHECK(cut("momentum", 8) == "momentum");
  CHECK(cut("momentum", 7) == "moment…");
  CHECK(cut("momentum", 7, true) == "mome...");
  CHECK(cut("漢字漢字", 6) == "漢字…");
  CHECK(cut("漢字", 3) == "漢…");
  CHECK(cut("abc", 0) == "");
  CHECK(cut("abcdef", 2, true) == "..");
}

TEST_CASE("clusters hold every byte, in order, and a cut fits") {
  CHECK(rc::check([] {
    const std::string safe = screen_text(*test::hostile_text());
    std::string joined;
    for (const Cluster& cluster : clusters(safe)) joined += cluster.bytes;
    RC_ASSERT(joined == safe);
    const int width = *rc::gen::inRange(0, 20);
    RC_ASSERT(cells(cut(one_line(safe), width, true)) <= width);
    RC_ASSERT(cells(cut(one_line(safe), width)) <= width);
  }));
}

}  // namespace ebb
