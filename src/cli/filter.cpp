// The words of a filter, understood. What is not known yet is refused by name, never taken for a search.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/command.hpp"
#include "cli/suggest.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr std::array<std::string_view, 8> states{"due",       "new",    "learning", "review",
                                                 "suspended", "buried", "marked",   "orphan"};
constexpr std::array<std::string_view, 4> keys{"deck", "tag", "is", "id"};
constexpr std::array<std::string_view, 6> later_keys{"due", "ivl", "ease", "lapses", "rated", "added"};
constexpr const char* known = "Known: deck: tag: is: id: and words. See: ebb help filters";

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

[[noreturn]] void not_known_yet(std::string_view what) {
  throw Error(Exit::usage, fmt::format("`{}` is not known yet in a filter. {}", what, known));
}

std::string checked_state(std::string_view state) {
  if (state == "leech") not_known_yet("is:leech");
  if (contains(states, state)) return std::string(state);
  throw Error(Exit::usage, fmt::format("There is no `is:{}`.{} Known: {}", state, did_you_mean(state, states),
                                       fmt::join(states, ", ")));
}

std::string checked_id(std::string_view id) {
  const std::string_view hex = id.substr(0, id.find('.'));
  const bool digits = std::all_of(hex.begin(), hex.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  });
  if (!digits || hex.size() < 6)
    throw Error(Exit::usage, fmt::format("`id:{}` is no id: give six or more of its digits 0-9 and a-f.", id));
  std::string lower(id);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

void add_keyed(CardFilter& filter, std::string_view key, std::string_view value) {
  if (value.empty()) throw Error(Exit::usage, fmt::format("`{}:` needs something after it. {}", key, known));
  if (key == "is") {
    filter.is.push_back(checked_state(value));
  } else if (key == "id") {
    filter.ids.push_back(checked_id(value));
  } else if (key == "tag") {
    filter.tags.emplace_back(value);
  } else if (filter.deck.empty() || filter.deck == value) {
    filter.deck = value;
  } else {
    throw Error(Exit::usage, fmt::format("Two decks were given, `{}` and `{}`. Give one.", filter.deck, value));
  }
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void refuse_operators(std::string_view word) {
  if (word == "not" || word == "or" || word == "and") not_known_yet(word);
  if (word.find_first_of("()\"*") != std::string_view::npos) not_known_yet(word);
}

void add_word(CardFilter& filter, std::string_view word) {
  refuse_operators(word);
  const std::size_t colon = word.find(':');
  const std::string_view key = word.substr(0, std::min(colon, word.size()));
  if (colon == std::string_view::npos || !is_name(key) || word.substr(colon).starts_with("://")) {
    filter.words.emplace_back(word);
    return;
  }
  if (contains(keys, key)) return add_keyed(filter, key, word.substr(colon + 1));
  if (contains(later_keys, key)) not_known_yet(fmt::format("{}:", key));
  throw Error(Exit::usage, fmt::format("There is no `{}:` in a filter.{} {}", key, did_you_mean(key, keys), known));
}

}  // namespace

CardFilter parse_filter(const std::vector<std::string>& words, const std::optional<std::string>& deck) {
  CardFilter filter;
  if (deck) add_keyed(filter, "deck", *deck);
  for (const std::string& group : words) {  // one quoted argument may hold several words
    for (std::string_view rest = group; !rest.empty();) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      if (blank > 0) add_word(filter, rest.substr(0, blank));
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }
  return filter;
}

}  // namespace ebb
