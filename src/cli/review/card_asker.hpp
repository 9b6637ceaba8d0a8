// How the card of a sitting is asked in lines and by the protocol: hints so far, a typed answer, a choice.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/review/review_faces.hpp"
#include "ebb/ask/prompt.hpp"
#include "ebb/ask/typed.hpp"

namespace ebb {

class CardAsker {
 public:
  explicit CardAsker(const FaceOptions& options) : type_(options.type), seed_(options.seed), looks_{options.ascii, false} {}
  // A card is shown: nothing is known of it yet.
  void begin(const CardView& card);
  const Prompt& prompt() const { return prompt_; }
  // A line is taken for the answer.
  bool typing() const { return typing_; }
  // The next hint; nothing if there is none left.
  std::optional<std::string> hint();
  int hints_shown() const { return hints_; }
  const Verdict& type(const std::string& text, const TypedStrictly& strictly);
  const Verdict& choose(int option);
  const std::optional<Verdict>& verdict() const { return verdict_; }
  int chosen() const { return chosen_; }

  // What a person reads, line by line.
  std::string question_text() const;
  std::string answer_text() const;
  std::vector<std::string> verdict_lines() const;
  std::string shown(const std::string& text) const { return plain_card_text(text, looks_); }
  // What may be typed before the answer is shown: `[Enter for the answer] `.
  std::string prompt_words() const;

 private:
  bool type_;
  std::uint64_t seed_;
  TextLooks looks_;
  Prompt prompt_;
  int hints_ = 0, chosen_ = 0;
  bool typing_ = false;
  std::optional<Verdict> verdict_;
};

}  // namespace ebb
