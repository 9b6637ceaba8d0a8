// The marks within a card's text.
#include "formats/markdown/obsidian_card.hpp"

#include <algorithm>

#include "formats/intake.hpp"
#include "formats/markdown/front_matter.hpp"

namespace ebb {
namespace {

// Whether a place lies within `code`. Asked in rising order, so that a long text is gone through once.
class Backticks {
 public:
  explicit Backticks(std::string_view text) : text_(text) {}
  bool inside(std::size_t at) {
    for (; at_ < at; ++at_) inside_ ^= text_[at_] == '`';
    return inside_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool inside_ = false;
};

// `1;;hidden;;hint`: only `hidden` has to be there.
Hole marked_hole(std::string_view inside, std::string& text, int next_number) {
  Hole hole;
  hole.numbers = {next_number};
  const std::size_t first = inside.find(";;");
  const std::string_view number = inside.substr(0, first);
  const bool numbered = first != std::string_view::npos && !number.empty() && number.size() <= 3 &&
                        number.find_first_not_of("0123456789") == std::string_view::npos;
  if (numbered) {
    int value = 0;
    for (const char c : number) value = value * 10 + (c - '0');
    hole.numbers = {std::clamp(value, 1, 500)};
    inside.remove_prefix(first + 2);
  }
  const std::size_t hint = inside.find(";;");
  if (hint != std::string_view::npos) hole.hint = inside.substr(hint + 2);
  hole.begin = text.size();
  text += inside.substr(0, hint);
  hole.end = text.size();
  return hole;
}

}  // namespace

std::optional<InlineSplit> inline_split(std::string_view line) {
  Backticks code(line);
  for (std::size_t at = line.find("::"); at != std::string_view::npos; at = line.find("::", at + 2)) {
    if (code.inside(at)) continue;
    const std::size_t length = std::min(line.find_first_not_of(':', at), line.size()) - at;
    if (length <= 3) return InlineSplit{at, length, length == 3};
    at += length - 2;
  }
  return std::nullopt;
}

Cloze parse_marked(std::string_view text) {
  Cloze cloze;
  Backticks code(text);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = text.find("==", at);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find("==", begin + 3);
    if (end == std::string_view::npos) break;
    const std::string_view inside = text.substr(begin + 2, end - begin - 2);
    const bool hole = inside.front() != '=' && inside.front() != ' ' && !code.inside(begin);
    if (!hole) {
      cloze.text += text.substr(at, begin + 2 - at);
      at = begin + 2;
      continue;
    }
    cloze.text += text.substr(at, begin - at);
    cloze.holes.push_back(marked_hole(inside, cloze.text, static_cast<int>(cloze.holes.size()) + 1));
    at = end + 2;
  }
  cloze.text += text.substr(at);
  return cloze;
}

LeadingTags take_leading_tags(std::string& text) {
  LeadingTags tags;
  std::string_view rest = text;
  while (rest.starts_with('#') && rest.size() > 1 && rest[1] != ' ' && rest[1] != '#') {
    const std::size_t end = std::min(rest.find_first_of(" \t\n"), rest.size());
    const std::string_view tag = rest.substr(1, end - 1);
    const bool deck = is_deck_tag(tag);
    if (!deck && !tags.decks) break;
    const bool first = deck && tags.deck.empty();
    tags.decks = true;
    if (first)
      tags.deck = deck_of_tag(tag);
    else
      tags.more.emplace_back(tag);
    rest.remove_prefix(end);
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\t')) rest.remove_prefix(1);
  }
  if (tags.decks) text = std::string(trimmed(rest));
  return tags;
}

std::string take_block_id(std::string& text) {
  const std::size_t at = text.rfind(" ^");
  if (at == std::string::npos || at + 2 >= text.size()) return "";
  const std::string id = text.substr(at + 2);
  const auto fits = [](char c) {
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  if (!std::all_of(id.begin(), id.end(), fits)) return "";
  text.erase(at);
  return id;
}

}  // namespace ebb
