// Typing an answer, choosing an option, asking for a hint.
#include <utility>

#include "ebb/text/wrap.hpp"
#include "tui/review/reviewer.hpp"
#include "tui/terminal/key_text.hpp"

namespace ebb {

void Reviewer::begin_asking() {
  const CardFace& card = state_.card;
  state_.ask = {};
  state_.ask.prompt =
      prompt_of({card.question, card.answer, card.note_keys, card.ordinal, option_seed(looks_.seed, card.id, card.memory.reviews)});
  const bool to_type = looks_.type || state_.ask.prompt.typed;
  state_.ask.typing = to_type && state_.ask.prompt.options.empty() && !state_.revealed;
}

void Reviewer::begin_typing() {
  if (state_.revealed) return say("the answer is shown already");
  if (!state_.ask.prompt.options.empty()) return say("a number chooses");
  state_.ask.typing = true;
}

void Reviewer::type_answer(const Key& key) {
  std::string& typed = state_.ask.typed;
  switch (key.kind) {
    case Key::Kind::text:
      typed += key_text(key);
      return;
    case Key::Kind::backspace:
      if (const auto all = clusters(typed); !all.empty()) typed.resize(typed.size() - all.back().bytes.size());
      return;
    case Key::Kind::control:
      if (key.code == U'u') typed.clear();
      return;
    case Key::Kind::tab:
      return next_hint();
    case Key::Kind::escape:
      state_.ask.typing = false;
      return;
    case Key::Kind::enter:
      return judge(judge_typed(typed, state_.ask.prompt.accepted, typed_rules(sitting_.typed_strictly())));
    case Key::Kind::paste:
      return say("pasted text is not typed: type it");
    default:
      return;
  }
}

void Reviewer::judge(Verdict verdict) {
  state_.ask.typing = false;
  state_.ask.verdict = std::move(verdict);
  show_answer();
}

void Reviewer::choose(int option) {
  const int options = static_cast<int>(state_.ask.prompt.options.size());
  if (option < 1 || option > options) return say("1 to " + std::to_string(options) + " choose; Space shows the answer");
  state_.ask.chosen = option;
  judge(judge_choice(option, state_.ask.prompt.right));
}

void Reviewer::next_hint() {
  if (state_.revealed) return say("the answer is shown already");
  const int hints = static_cast<int>(state_.ask.prompt.hints.size());
  if (hints == 0) return say("this card has no hints");
  if (state_.ask.hints == hints) return say("that was the last hint");
  ++state_.ask.hints;
}

}  // namespace ebb
