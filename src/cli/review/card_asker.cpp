// The words of asking.
#include "cli/review/card_asker.hpp"

#include <fmt/format.h>

namespace ebb {

void CardAsker::begin(const CardView& card) {
  prompt_ = prompt_of({card.question, card.answer, card.file_keys, card.card.ordinal(), option_seed(seed_, card.id, card.memory.reviews)});
  hints_ = chosen_ = 0;
  verdict_.reset();
  typing_ = (type_ || prompt_.typed) && prompt_.options.empty();
}

std::optional<std::string> CardAsker::hint() {
  if (hints_ >= static_cast<int>(prompt_.hints.size())) return {};
  return prompt_.hints[static_cast<std::size_t>(hints_++)];
}

const Verdict& CardAsker::type(const std::string& text, const TypedStrictly& strictly) {
  verdict_ = judge_typed(text, prompt_.accepted, typed_rules(strictly));
  return *verdict_;
}

const Verdict& CardAsker::choose(int option) {
  chosen_ = option;
  verdict_ = judge_choice(option, prompt_.right);
  return *verdict_;
}

std::string CardAsker::question_text() const {
  std::string out = shown(prompt_.question);
  if (!prompt_.options.empty()) out += "\n" + shown(options_text(prompt_, false, 0));
  return out;
}

std::string CardAsker::answer_text() const {
  std::string out = prompt_.answer.empty() ? "(none)" : shown(prompt_.answer);
  if (!prompt_.options.empty()) out = fmt::format("{}) {}", prompt_.right, out);
  if (!prompt_.notes.empty()) out += "\nNotes: " + shown(prompt_.notes);
  if (!prompt_.source.empty()) out += "\nSource: " + shown(prompt_.source);
  return out;
}

std::vector<std::string> CardAsker::verdict_lines() const {
  if (!verdict_) return {};
  const Verdict& verdict = *verdict_;
  std::vector<std::string> lines;
  lines.emplace_back(verdict.right ? verdict.exact ? "Right." : "Right, but for its form." : verdict.proposed == Quality::hard ? "Nearly right." : "Not right.");
  if (prompt_.options.empty() && !verdict.right) lines.push_back("Difference: " + verdict.difference);
  lines.push_back(fmt::format("Enter takes {}, a number another grade.", name_of(grade_of(verdict.proposed))));
  return lines;
}

std::string CardAsker::prompt_words() const {
  if (typing_) return "[type the answer; Enter shows it, /q finishes] ";
  if (!prompt_.options.empty()) return fmt::format("[1 to {}, or Enter for the answer] ", prompt_.options.size());
  return "[Enter for the answer] ";
}

}  // namespace ebb
