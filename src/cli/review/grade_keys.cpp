// The three sets of grade keys.
#include "cli/review/grade_keys.hpp"

#include <charconv>

namespace ebb {

std::vector<GradeKey> grade_keys(int grades) {
  if (grades == 2) return {{1, "Again", Quality::again}, {2, "Good", Quality::good}};
  if (grades == 6)
    return {{0, "Blackout", Quality::blackout}, {1, "Wrong", Quality::wrong}, {2, "Again", Quality::again},
            {3, "Hard", Quality::hard},         {4, "Good", Quality::good},   {5, "Easy", Quality::easy}};
  return {
      {1, "Again", Quality::again}, {2, "Hard", Quality::hard}, {3, "Good", Quality::good}, {4, "Easy", Quality::easy}};
}

std::optional<Quality> grade_typed(std::string_view text, int grades) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc{} && end == text.data() + text.size();
  if (grades == 2 && is_number && number == 3) return Quality::good;
  for (const GradeKey& key : grade_keys(grades)) {
    if (is_number && key.number == number) return key.quality;
    std::string name(key.name);
    name[0] = static_cast<char>(name[0] + 32);
    if (name == lower) return key.quality;
  }
  return {};
}

}  // namespace ebb
