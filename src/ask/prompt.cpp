// Reads the members of a note that say how its cards are asked.
#include "ebb/ask/prompt.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "ask/option_dice.hpp"
#include "ebb/text/cloze.hpp"

namespace ebb {
namespace {

using nlohmann::json;

std::string text_of(const json& keys, const char* name) {
  const auto found = keys.find(name);
  return found != keys.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_of(const json& keys, const char* name) {
  std::vector<std::string> out;
  const auto found = keys.find(name);
  if (found == keys.end()) return out;
  if (found->is_string()) out.push_back(found->get<std::string>());
  if (found->is_array())
    for (const json& each : *found)
      if (each.is_string()) out.push_back(each.get<std::string>());
  return out;
}

void add_unless_there(std::vector<std::string>& to, std::string text) {
  if (!text.empty() && std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
}

// Where the text of the cloze stands in the answer, what this card hid of it, and its words as the answer to type.
void ask_cloze(Prompt& prompt, const std::string& marked, int number) {
  const Cloze cloze = parse_cloze(marked);
  const std::size_t start = prompt.answer.find(cloze.text);
  std::string hidden;
  std::size_t covered = 0;
  for (const Hole& hole : cloze.holes) {
    if (std::find(hole.numbers.begin(), hole.numbers.end(), number) == hole.numbers.end() || hole.begin < covered) continue;
    covered = hole.end;
    hidden += (hidden.empty() ? "" : ", ") + cloze.text.substr(hole.begin, hole.end - hole.begin);
    if (start != std::string::npos) prompt.holes.push_back({start + hole.begin, start + hole.end});
  }
  if (!hidden.empty()) prompt.accepted = {hidden};
}

// The question as it was before the options were written under it.
void ask_choice(Prompt& prompt, const json& keys, std::uint64_t seed) {
  std::vector<std::string> options = texts_of(keys, "choices");
  if (options.empty() || options.size() > 8) return;
  if (std::string question = text_of(keys, "question"); !question.empty()) prompt.question = std::move(question);
  options.erase(std::remove(options.begin(), options.end(), prompt.answer), options.end());
  options.push_back(prompt.answer);
  OptionDice(seed).shuffle(options);
  const auto right = std::find(options.begin(), options.end(), prompt.answer);
  prompt.right = static_cast<int>(right - options.begin()) + 1;
  prompt.options = std::move(options);
}

}  // namespace

Prompt prompt_of(const CardToAsk& card) {
  Prompt prompt;
  prompt.question = card.question;
  prompt.answer = card.answer;
  if (!card.note_keys.empty()) {
    const json keys = json::parse(card.note_keys, nullptr, false);
    if (keys.is_object()) {
      const std::string type = text_of(keys, "type"), cloze = text_of(keys, "cloze");
      if (!cloze.empty()) ask_cloze(prompt, cloze, card.ordinal + 1);
      if (type == "choice") ask_choice(prompt, keys, card.seed);
      prompt.typed = type == "typed";
      for (const char* name : {"hints", "hint"})
        for (std::string& hint : texts_of(keys, name)) add_unless_there(prompt.hints, std::move(hint));
      for (const char* name : {"notes", "extra"})
        if (prompt.notes.empty()) prompt.notes = text_of(keys, name);
      prompt.source = text_of(keys, "source");
      // Other answers are those to the question as it was written, not to its reverse.
      if (card.ordinal == 0 && cloze.empty()) {
        prompt.accepted.push_back(plain_card_text(prompt.answer));
        for (std::string& other : texts_of(keys, "accept")) add_unless_there(prompt.accepted, std::move(other));
      }
      if (!cloze.empty() && prompt.holes.size() <= 1)
        for (std::string& other : texts_of(keys, "accept")) add_unless_there(prompt.accepted, std::move(other));
    }
  }
  if (prompt.accepted.empty()) prompt.accepted.push_back(plain_card_text(prompt.answer));
  return prompt;
}

std::uint64_t option_seed(std::uint64_t sitting, std::string_view card, int reviews) {
  std::uint64_t seed = 0xcbf29ce484222325U ^ sitting;  // FNV-1a
  for (const char byte : card) seed = (seed ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return seed + static_cast<std::uint64_t>(reviews);
}

std::string options_text(const Prompt& prompt, bool revealed, int chosen) {
  std::string out;
  for (std::size_t at = 0; at < prompt.options.size(); ++at) {
    const int number = static_cast<int>(at) + 1;
    if (at > 0) out += '\n';
    out += std::to_string(number) + ") " + prompt.options[at];
    if (revealed && number == prompt.right) out += "  (right)";
    if (revealed && number == chosen && number != prompt.right) out += "  (chosen)";
  }
  return out;
}

}  // namespace ebb
