// Folds letters one by one, so that each can be shown as it was written.
#include "ask/folded_letters.hpp"

#include <algorithm>
#include <utility>

#include "ebb/text/unicode.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

bool ascii_digit(const std::vector<Letter>& letters, std::size_t at) {
  return at < letters.size() && !letters[at].bytes.empty() && letters[at].bytes[0] >= '0' &&
         letters[at].bytes[0] <= '9';
}

// The marks of prose. Signs such as `#`, `+` and `/` say something and are no such marks.
bool is_punctuation(std::string_view letter) {
  static constexpr std::string_view marks[] = {".", ",", ";", ":", "!", "?", "'", "\"", "(", ")", "-", "’", "‘", "“", "”", "–",
                                               "—", "…", "¿", "¡", "、", "。", "·", "「", "」", "«", "»", "״", "׳", "؟", "،"};
  return std::find(std::begin(marks), std::end(marks), letter) != std::end(marks);
}

// A minus before a number, and what stands between digits, is part of the number.
bool in_a_number(const std::vector<Letter>& letters, std::size_t at) {
  return ascii_digit(letters, at + 1) && (at == 0 || ascii_digit(letters, at - 1) || letters[at].bytes == "-");
}

}  // namespace

std::vector<Letter> folded_letters(std::string_view line, const TypedRules& rules) {
  std::vector<Letter> out;
  for (const Cluster& cluster : clusters(line)) {
    // `ß` counts as two letters, of which the first shows.
    std::string_view bytes = cluster.bytes;
    const std::string folded = fold_letters(bytes, rules.fold_case, rules.fold_accents);
    for (const Cluster& each : clusters(folded)) out.push_back({std::exchange(bytes, {}), std::string(each.bytes)});
  }
  if (!rules.fold_punctuation) return out;
  const bool only_marks = std::all_of(out.begin(), out.end(), [](const Letter& each) { return is_punctuation(each.bytes) || each.bytes == " "; });
  if (only_marks) return out;  // the answer is `:-)`
  for (std::size_t at = 0; at < out.size(); ++at)
    if (is_punctuation(out[at].bytes) && !in_a_number(out, at)) out[at].folded.clear();
  return out;
}

}  // namespace ebb
