// How alike two texts are: Levenshtein's distance in a band no wider than the answer needs.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "ebb/text/unicode.hpp"
#include "text/code_points.hpp"

namespace ebb {
namespace {

using Points = std::vector<std::int32_t>;

Points points_of(std::string_view text) {
  Points points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points.push_back(point.value);
    at += point.size;
  }
  return points;
}

void drop_common_ends(Points& a, Points& b) {
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  b.erase(b.begin(), front.second);
  a.erase(a.begin(), front.first);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.pop_back();
    b.pop_back();
  }
}

// The distance, or anything above `most` when it is above. Cells further than `most` from the diagonal cannot matter;
// those right of the band still hold their start value, which is above `most` too.
std::size_t distance(const Points& a, const Points& b, std::size_t most) {
  const std::size_t far = most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t from = i > most ? i - most : 1;
    const std::size_t until = std::min(b.size(), i + most);
    std::size_t diagonal = row[from - 1];
    std::size_t best = row[from - 1] = from == 1 ? i : far;
    for (std::size_t j = from; j <= until; ++j) {
      const std::size_t value = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = row[j];
      row[j] = value;
      best = std::min(best, value);
    }
    if (best > most) return far;
  }
  return row[b.size()];
}

}  // namespace

double similarity(std::string_view a, std::string_view b, double at_least) {
  Points left = points_of(fold_text(a)), right = points_of(fold_text(b));
  const std::size_t longer = std::max(left.size(), right.size());
  if (longer == 0) return 1;
  // A hair more than the share allows, so that rounding never turns an exact hit into a miss.
  const auto most = static_cast<std::size_t>((1 - at_least) * static_cast<double>(longer) + 1e-9);
  if (longer - std::min(left.size(), right.size()) > most) return 0;
  drop_common_ends(left, right);
  const std::size_t edits = distance(left, right, most);
  if (edits > most) return 0;
  return 1 - static_cast<double>(edits) / static_cast<double>(longer);
}

}  // namespace ebb
