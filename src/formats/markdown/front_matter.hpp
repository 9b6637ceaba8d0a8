// The part between `---` and `---` at the top of a Markdown file: TOML as hashcards has it, or YAML.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

struct FrontMatter {
  std::string name;         // of the deck
  bool tagged = false;      // has a flashcards tag
  std::string tagged_deck;  // by a tag such as flashcards/a/b; levels separated by `::`
};

// Reads what is between the fences. Nothing in it is ever run or followed; what is not understood is passed over.
FrontMatter read_front_matter(std::string_view text);

// The deck that a tag `flashcards/a/b` (without `#`) names: `a::b`; empty if the tag is another, or names none.
std::string deck_of_tag(std::string_view tag);
// Whether a tag is `flashcards` or begins with `flashcards/`.
bool is_deck_tag(std::string_view tag);

}  // namespace ebb
