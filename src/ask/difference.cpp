// The shortest way from one line to the other, by grapheme clusters, as Wagner and Fischer count it.
#include "ask/difference.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "ask/folded_letters.hpp"

namespace ebb {
namespace {

constexpr std::size_t longest_table = 1500;  // letters a side: beyond it only the beginnings and ends are compared

struct Step {
  std::size_t typed, expected;  // positions; the same move has one of them, or both
  enum class What { same, wrong, missing, changed } what;
};

// Steps from the end of both to the beginning of both.
std::vector<Step> shortest_way(const std::vector<Letter>& a, const std::vector<Letter>& b, std::size_t& slips) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint16_t> cost((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return cost[i * width + j]; };
  const auto sum = [](std::uint16_t from, int more) { return static_cast<std::uint16_t>(from + more); };
  for (std::size_t i = 1; i <= a.size(); ++i) at(i, 0) = sum(at(i - 1, 0), a[i - 1].weight());
  for (std::size_t j = 1; j <= b.size(); ++j) at(0, j) = sum(at(0, j - 1), b[j - 1].weight());
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1].folded == b[j - 1].folded;
      const int changed = same ? 0 : std::max(a[i - 1].weight(), b[j - 1].weight());
      std::uint16_t least = sum(at(i - 1, j - 1), changed);
      least = std::min(least, sum(at(i - 1, j), a[i - 1].weight()));
      least = std::min(least, sum(at(i, j - 1), b[j - 1].weight()));
      at(i, j) = least;
    }
  slips = at(a.size(), b.size());
  std::vector<Step> steps;
  for (std::size_t i = a.size(), j = b.size(); i > 0 || j > 0;) {
    const bool both = i > 0 && j > 0;
    const bool same = both && a[i - 1].folded == b[j - 1].folded;
    const int changed = !both ? 0 : same ? 0 : std::max(a[i - 1].weight(), b[j - 1].weight());
    if (both && at(i, j) == sum(at(i - 1, j - 1), changed)) {
      steps.push_back({--i, --j, same ? Step::What::same : Step::What::changed});
    } else if (i > 0 && at(i, j) == sum(at(i - 1, j), a[i - 1].weight())) {
      steps.push_back({--i, j, Step::What::wrong});
    } else {
      steps.push_back({i, --j, Step::What::missing});
    }
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

void add(Pieces& pieces, std::string_view text, Tone::Hue hue) {
  Tone tone;
  tone.hue = hue;
  tone.strong = hue != Tone::Hue::none;
  if (!pieces.empty() && pieces.back().tone == tone)
    pieces.back().text += text;
  else
    pieces.push_back({std::string(text), tone, {}, 0});
}

// Both lines in one: between what is alike, first what is too much, then what is missing.
struct Merger {
  std::string out, too_much, missing;
  void same(std::string_view bytes) {
    if (!too_much.empty()) out += "[-" + too_much + "-]";
    if (!missing.empty()) out += "{+" + missing + "+}";
    too_much.clear();
    missing.clear();
    out += bytes;
  }
};

// `teh` for `the` is one slip, not two.
std::size_t without_swaps(const std::vector<Letter>& a, const std::vector<Letter>& b, std::size_t slips) {
  if (slips != 2 || a.size() != b.size()) return slips;
  std::size_t at = 0;
  while (at < a.size() && a[at].folded == b[at].folded) ++at;
  const bool swapped = at + 1 < a.size() && a[at].folded == b[at + 1].folded && a[at + 1].folded == b[at].folded;
  for (std::size_t rest = at + 2; rest < a.size(); ++rest)
    if (a[rest].folded != b[rest].folded) return slips;
  return swapped ? 1 : slips;
}

}  // namespace

Difference difference_of(std::string_view typed, std::string_view expected, const TypedRules& rules) {
  std::vector<Letter> a = folded_letters(typed, rules), b = folded_letters(expected, rules);
  if (a.size() > longest_table) a.resize(longest_table);
  const bool cut = b.size() > longest_table;
  if (cut) b.resize(longest_table);
  Difference out;
  for (const Letter& letter : b) out.length += static_cast<std::size_t>(letter.weight());
  Merger merger;
  for (const Step& step : shortest_way(a, b, out.slips)) {
    const bool same = step.what == Step::What::same;
    if (step.what != Step::What::missing) {
      const bool wrong = !same && a[step.typed].weight() > 0;
      add(out.typed, a[step.typed].bytes, wrong ? Tone::Hue::wrong : Tone::Hue::none);
      if (wrong) merger.too_much += a[step.typed].bytes;
    }
    if (step.what != Step::What::wrong) {
      const bool missing = !same && b[step.expected].weight() > 0;
      add(out.expected, b[step.expected].bytes, missing ? Tone::Hue::right : Tone::Hue::none);
      missing ? void(merger.missing += b[step.expected].bytes) : merger.same(b[step.expected].bytes);
    }
  }
  merger.same("");
  out.merged = std::move(merger.out);
  out.slips = without_swaps(a, b, out.slips);
  return out;
}

}  // namespace ebb
