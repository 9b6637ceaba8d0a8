// How alike two texts are.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

// The textbook's full table, to check the band against.
double slow_similarity(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t value = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = row[j];
      row[j] = value;
    }
  }
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 1 : 1 - static_cast<double>(row.back()) / static_cast<double>(longer);
}

}  // namespace

TEST_CASE("equal texts are wholly alike, whatever their case and accents") {
  CHECK(similarity("to be", "to be", 0.85) == 1);
  CHECK(similarity("Café  Noir", "cafe noir", 0.85) == 1);
  CHECK(similarity("", "", 0.85) == 1);
}

TEST_CASE("edits are counted in characters over the longer length") {
  CHECK(similarity("tener", "tener que", 0) == doctest::Approx(1 - 4.0 / 9));
  CHECK(similarity("漢字", "漢子", 0) == doctest::Approx(0.5));
  CHECK(similarity("to be (permanent)", "to be (permanent, essence)", 0.5) == doctest::Approx(1 - 9.0 / 26));
}

TEST_CASE("below the least it is nothing") {
  CHECK(similarity("abc", "xyz", 0.85) == 0);
  CHECK(similarity("short", "a very much longer text", 0.85) == 0);
  CHECK(similarity("aaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaac", 0.95) == doctest::Approx(0.95));
}

TEST_CASE("the band gives what the full table gives") {
  const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc")));
  CHECK(rc::check([&] {
    const std::string a = *word, b = *word;
    const double at_least = *rc::gen::element(0.0, 0.3, 0.5, 0.85, 1.0);
    const double right = slow_similarity(a, b);
    const double got = similarity(a, b, at_least);
    RC_ASSERT(std::abs(got - right) < 1e-9 || (got == 0 && right < at_least + 1e-9));
  }));
}

}  // namespace ebb
