// The alias tables.
#include "formats/json/keys.hpp"

#include <algorithm>
#include <array>

#include "formats/nearest.hpp"

namespace ebb {
namespace {

constexpr std::array<std::string_view, 7> question_names{"question", "q", "front", "f", "term", "prompt", "word"};
constexpr std::array<std::string_view, 6> answer_names{"answer", "a", "back", "b", "definition", "response"};
constexpr std::array<std::string_view, 6> tag_names{"tags", "tag", "topics", "topic", "category", "categories"};
constexpr std::array<std::string_view, 6> id_names{"id", "guid", "uuid", "cardid", "card_id", "hash"};
constexpr std::array<std::string_view, 5> cards_names{"cards", "flashcards", "items", "notes", "questions"};
constexpr std::array<std::string_view, 3> decks_names{"decks", "subdecks", "children"};
constexpr std::array<std::string_view, 5> name_names{"name", "title", "deck", "deckname", "deck_name"};
constexpr std::array<std::string_view, 4> deck_id_names{"id", "guid", "deckid", "deck_id"};
constexpr std::array<std::string_view, 16> nearest_names{"question", "front",    "term", "prompt", "word",     "answer",
                                                         "back",     "definition", "response", "tags", "category", "deck",
                                                         "type",     "suspended",  "cards",    "hint"};

int rank_in(std::span<const std::string_view> names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

KeyMeaning card_key(std::string_view name) {
  const std::string lower = lower_case(name);
  if (const int rank = rank_in(question_names, lower); rank >= 0) return {CardKey::question, rank};
  if (const int rank = rank_in(answer_names, lower); rank >= 0) return {CardKey::answer, rank};
  if (const int rank = rank_in(tag_names, lower); rank >= 0) return {CardKey::tags, rank};
  if (const int rank = rank_in(id_names, lower); rank >= 0) return {CardKey::id, rank};
  if (lower == "type") return {CardKey::type, 0};
  if (lower == "suspended") return {CardKey::suspended, 0};
  if (lower == "content") return {CardKey::content, 0};
  return {};
}

int cards_key_rank(std::string_view name) { return rank_in(cards_names, lower_case(name)); }
int decks_key_rank(std::string_view name) { return rank_in(decks_names, lower_case(name)); }
int name_key_rank(std::string_view name) { return rank_in(name_names, lower_case(name)); }
int id_key_rank(std::string_view name) { return rank_in(deck_id_names, lower_case(name)); }
std::string_view nearest_key(std::string_view name) { return nearest_word(name, nearest_names); }

KeyTable::KeyTable(const ReadOptions& options, std::string deck_key)
    : front_(lower_case(options.front_key)), back_(lower_case(options.back_key)), deck_key_(std::move(deck_key)) {}

KeyMeaning KeyTable::find(const std::string& name) const {
  const std::string lower = lower_case(name);
  if (!front_.empty() && lower == front_) return {CardKey::question, 0};
  if (!back_.empty() && lower == back_) return {CardKey::answer, 0};
  if (!deck_key_.empty() && lower == deck_key_) return {CardKey::deck, 0};
  const KeyMeaning meaning = card_key(name);
  if (meaning.what == CardKey::question && !front_.empty()) return {};
  if (meaning.what == CardKey::answer && !back_.empty()) return {};
  return meaning;
}

KeyMeaning KeyTable::look_up(const std::string& name) {
  for (const Seen& seen : seen_)
    if (seen.name == name) return seen.meaning;
  const KeyMeaning meaning = find(name);
  constexpr std::size_t most = 64;
  if (seen_.size() < most) seen_.push_back({name, meaning});
  return meaning;
}

}  // namespace ebb
