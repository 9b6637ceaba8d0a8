// Old and new text on a line each, cut around what differs.
#include "cli/decks/change_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr int page = 70;
constexpr std::size_t before_difference = 30;

std::string note_text(const std::string& question, const std::string& answer) {
  return one_line(question) + " → " + one_line(answer);
}

// Something of both sides, however long the question is.
std::string both_sides(const PlannedChange& card) {
  constexpr int half = 42;
  const std::string all = note_text(card.question, card.answer);
  if (cells(all) <= page) return all;
  const std::string question = cut(one_line(card.question), half);
  return cut(note_text(question, card.answer), page);
}

// Where two texts begin to differ, a little earlier, at the start of a word where there is one.
std::size_t start_of_difference(const std::string& a, const std::string& b) {
  const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto differs = static_cast<std::size_t>(at - a.begin());
  if (differs <= before_difference) return 0;
  const std::size_t blank = a.find(' ', differs - before_difference);
  return blank == std::string::npos || blank >= differs ? 0 : blank + 1;
}

std::string cut_from(const std::string& text, std::size_t start) {
  if (cells(text) <= page || start >= text.size()) return cut(text, page);
  return start == 0 ? cut(text, page) : "… " + cut(std::string_view(text).substr(start), page - 2);
}

std::string edit_text(const PlannedChange& change, const char* old_mark, const char* new_mark) {
  const std::string before = note_text(change.old_question, change.old_answer);
  const std::string after = note_text(change.question, change.answer);
  const std::size_t start =
      std::max(cells(before), cells(after)) > page ? start_of_difference(before, after) : std::size_t{0};
  const std::string like = change.likeness > 0 ? fmt::format("  ({:.2f} alike)", change.likeness) : "";
  return fmt::format("{}{}\n{}{}{}\n", old_mark, cut_from(before, start), new_mark, cut_from(after, start), like);
}

bool same_text(const PlannedChange& change) {
  return change.question == change.old_question && change.answer == change.old_answer;
}

std::string at_line(const PlannedChange& change) {
  return change.line > 0 ? fmt::format("line {}: ", change.line) : "";
}

}  // namespace

std::string change_text(const PlannedChange& change) {
  using Kind = PlannedChange::Kind;
  const std::string question = cut(one_line(change.question.empty() ? change.old_question : change.question), page);
  switch (change.kind) {
    case Kind::edited:
      if (same_text(change)) return question + "  (tags or other fields)\n";
      return edit_text(change, "- ", "+ ");
    case Kind::kept:
      return edit_text(change, "here  ", "file  ");
    case Kind::moved:
      return fmt::format("{} → {}\n", question, one_line(change.deck));
    case Kind::ambiguous:
      return at_line(change) + question + "\n";
    case Kind::added:
      return both_sides(change) + "\n";
    case Kind::gone:
    case Kind::back:
      break;
  }
  return question + "\n";
}

}  // namespace ebb
