// The rules of `ebb lint`.
#include "cli/decks/lint_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/text/unicode.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

// Beyond this an answer is a page to recite; the card is better several.
constexpr int longest_answer = 400;  // columns

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

// Letters and digits, case and accents folded; marks and blanks do not tell two questions apart. A question of marks
// alone stays as it is.
std::string core_of(const std::string& question) {
  std::string core;
  for (const char c : fold_text(question)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool mark = byte < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
    if (!mark) core += c;
  }
  return core.empty() ? question : core;
}

bool has_hole(const std::string& text, const std::string& number) {
  return text.find("{{c" + number + "::") != std::string::npos;
}

bool has_any_hole(const std::string& text) {
  for (char digit = '0'; digit <= '9'; ++digit)
    if (text.find(std::string("{{c") + digit) != std::string::npos) return true;
  return false;
}

// A hole that stayed in the text, or a card whose number has no hole in the note any more.
bool is_orphan_cloze(const CardView& card) {
  if (has_any_hole(card.question)) return true;
  const bool cloze = card.file_keys.find("\"cloze\":\"") != std::string::npos;
  return cloze && !has_hole(card.file_keys, std::to_string(card.card.ordinal() + 1));
}

}  // namespace

void LintRules::look_at(const CardView& card) {
  const auto tell = [&](const char* rule, std::string what) {
    found_.push_back({card.id, first_line(card.question), rule, std::move(what)});
  };
  by_question_[core_of(card.question)].push_back({card.card, card.id, first_line(card.question), found_.size()});
  const int length = cells(card.answer);
  if (card.answer.find_first_not_of(" \t\n") == std::string::npos) tell("empty-answer", "the answer is empty");
  if (length > longest_answer)
    tell("long-answer", fmt::format("the answer has {} columns of text; several short cards are learnt faster", length));
  if (is_orphan_cloze(card)) tell("orphan-cloze", "a hole of a cloze and its card do not belong together");
}

std::vector<LintFinding> LintRules::findings() {
  std::vector<std::pair<std::size_t, LintFinding>> placed;
  for (std::size_t i = 0; i < found_.size(); ++i) placed.emplace_back(i, found_[i]);
  for (const auto& [core, cards] : by_question_) {
    for (const Seen& later : cards) {
      const Seen& first = cards.front();
      if (later.card.note() == first.card.note()) continue;
      placed.emplace_back(later.place, LintFinding{later.id, later.question, "same-question",
                                                   fmt::format("asks nearly the same as {}", first.id)});
    }
  }
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<LintFinding> findings;
  for (auto& [place, finding] : placed) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace ebb
