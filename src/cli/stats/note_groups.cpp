// Reads the decks, or the tags, of all notes.
#include "cli/stats/note_groups.hpp"

#include <algorithm>
#include <map>

namespace ebb {
namespace {

constexpr const char* no_tag = "(no tag)";

}  // namespace

NoteGroups::NoteGroups(Collection& collection, By by) {
  if (by == By::tag) {
    for_each_tagged_note(collection, [&](const std::string& tag, NoteId note) {
      if (names_.empty() || names_.back() != tag) names_.push_back(tag);  // they come tag by tag
      of_note_[note.value].push_back(static_cast<std::uint32_t>(names_.size() - 1));
    });
    otherwise_ = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back(no_tag);
    return;
  }
  std::map<DeckId, std::uint32_t> numbers;
  std::vector<NamedDeck> decks = decks_by_id(collection);
  std::sort(decks.begin(), decks.end(), [](const NamedDeck& a, const NamedDeck& b) { return a.name < b.name; });
  for (NamedDeck& deck : decks) {
    numbers[deck.deck] = static_cast<std::uint32_t>(names_.size());
    names_.push_back(std::move(deck.name));
  }
  for_each_note(collection, [&](NoteId note, DeckId deck) {
    if (const auto found = numbers.find(deck); found != numbers.end()) of_note_[note.value] = {found->second};
  });
}

}  // namespace ebb
