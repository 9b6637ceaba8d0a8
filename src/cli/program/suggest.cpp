// The nearest name: one that begins the same way, else the one most alike.
#include "cli/program/suggest.hpp"

#include <algorithm>

#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

// Two letters typed in the wrong order.
bool same_letters(std::string_view a, std::string_view b) {
  return a.size() > 2 && a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

// The dashes of an option are no likeness.
std::string_view letters(std::string_view word) {
  word.remove_prefix(std::min(word.find_first_not_of('-'), word.size()));
  return word;
}

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> names) {
  const std::string_view wrong = letters(typed);
  std::string_view best;
  double best_likeness = 0;
  for (const std::string_view whole : names) {
    const std::string_view name = letters(whole);
    double likeness = similarity(wrong, name, 0.5);
    if (wrong.size() >= 3 && name.starts_with(wrong)) likeness = std::max(likeness, 0.9);
    if (same_letters(wrong, name)) likeness = std::max(likeness, 0.8);
    if (likeness < 0.5 || likeness <= best_likeness) continue;
    best = whole;
    best_likeness = likeness;
  }
  return best;
}

std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> names) {
  const std::string_view name = nearest(wrong, names);
  return name.empty() ? std::string{} : " Did you mean `" + std::string(name) + "`?";
}

}  // namespace ebb
