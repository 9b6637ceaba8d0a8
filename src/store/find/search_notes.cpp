// From entries that have words to the notes whose texts they are.
#include <algorithm>
#include <iterator>

#include "store/find/search_index.hpp"

namespace ebb {
namespace {

std::vector<std::int64_t> entries_with_all(const std::vector<const SearchHits*>& words) {
  std::vector<std::int64_t> all = words.front()->entries();
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::vector<std::int64_t> both;
    const std::vector<std::int64_t>& next = words[i]->entries();
    std::set_intersection(all.begin(), all.end(), next.begin(), next.end(), std::back_inserter(both));
    all = std::move(both);
  }
  return all;
}

// Notes whose question, or whole text, is one of the entries.
void add_notes_of(Store& store, const std::vector<std::int64_t>& entries, std::vector<std::int64_t>& notes) {
  Statement& find = store.sql(
      "SELECT note.id FROM change CROSS JOIN note ON note.id = change.ent AND note.q = change.id WHERE change.id = ?");
  for (const std::int64_t entry : entries) {
    if (find.bind(1, entry).step()) notes.push_back(find.number(0));
    find.reset();
  }
}

// Notes with texts from several entries: one may have this word, another that.
void add_split_notes(Store& store, const std::vector<const SearchHits*>& words, std::vector<std::int64_t>& notes) {
  Statement& split = store.sql(
      "SELECT id, q, iif(a = 0, q, a), iif(more = 0, q, more) FROM note WHERE a > 0 OR more > 0");
  while (split.step()) {
    const bool all = std::all_of(words.begin(), words.end(), [&](const SearchHits* word) {
      return word->in_any(split.number(1), split.number(2), split.number(3));
    });
    if (all) notes.push_back(split.number(0));
  }
}

}  // namespace

bool EntrySet::has(std::int64_t entry) const {
  constexpr std::size_t steps = 8;
  if (at_ >= entries_.size() || entries_[at_] > entry) at_ = 0;
  const std::size_t near = std::min(at_ + steps, entries_.size());
  while (at_ < near && entries_[at_] < entry) ++at_;
  if (at_ == near) {
    const auto found = std::lower_bound(entries_.begin() + static_cast<std::ptrdiff_t>(at_), entries_.end(), entry);
    at_ = static_cast<std::size_t>(found - entries_.begin());
  }
  return at_ < entries_.size() && entries_[at_] == entry;
}

std::optional<std::vector<std::int64_t>> notes_with_all(Store& store, const std::vector<const SearchHits*>& words,
                                                        std::size_t most) {
  const std::vector<std::int64_t> entries = entries_with_all(words);
  if (entries.size() > most) return {};
  std::vector<std::int64_t> notes = words.front()->unseen();
  add_notes_of(store, entries, notes);
  add_split_notes(store, words, notes);
  if (notes.size() > most) return {};
  std::sort(notes.begin(), notes.end());
  notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
  return notes;
}

}  // namespace ebb
