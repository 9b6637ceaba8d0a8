// Decks renamed and deleted, with those under them.
#include "ebb/core/error.hpp"
#include "store/edit/decks.hpp"
#include "store/edit/edits.hpp"
#include "store/fold/fold.hpp"

namespace ebb {
namespace {

struct NamedDeck {
  DeckId deck;
  std::string name;
};

// The live deck of this name and those under it.
std::vector<NamedDeck> live_decks_under(Store& store, const std::string& name) {
  std::vector<NamedDeck> decks;
  Statement& all = store.sql("SELECT id, name FROM deck WHERE live = 1 ORDER BY name");
  while (all.step())
    if (all.text(1) == name || all.text(1).starts_with(name + "::"))
      decks.push_back({DeckId{all.number(0)}, std::string(all.text(1))});
  return decks;
}

}  // namespace

int Edits::rename_deck(const std::string& from, const std::string& to) {
  Inside& in = *inside_;
  const std::vector<NamedDeck> decks = live_decks_under(in.store, from);
  for (const NamedDeck& one : decks) {
    const std::string name = to + one.name.substr(from.size());
    const auto taken = find_deck_named(in.store, name);
    const bool ours = taken && (name == from || name.starts_with(from + "::"));
    if (taken && !ours)
      throw Error(Exit::no, "there is a deck \"" + name +
                                "\" already; nothing was renamed. To put the cards there: ebb set deck:" + name +
                                " deck:" + one.name);
  }
  int renamed = 0;
  for (const NamedDeck& one : decks) {
    const std::string name = to + one.name.substr(from.size());
    if (name == one.name) continue;
    in.batch.append({What::deck_rename, one.deck.value, 0, {}, {}, name, {}, {}});
    refold_deck(in.store, one.deck);
    ++renamed;
  }
  refold_settings(in.store);
  return renamed;
}

std::int64_t Edits::remove_deck(const std::string& deck) {
  Inside& in = *inside_;
  std::int64_t removed = 0;
  for (const NamedDeck& one : live_decks_under(in.store, deck)) {
    std::vector<std::int64_t> notes;
    Statement& find = in.store.sql("SELECT id FROM note WHERE deck = ? AND flags & 9 = 0");
    find.bind(1, one.deck.value);
    while (find.step()) notes.push_back(find.number(0));
    for (const std::int64_t note : notes) removed += remove(NoteId{note});
    in.batch.append({What::deck_delete, one.deck.value, 0, {}, {}, {}, {}, {}});
    refold_deck(in.store, one.deck);
  }
  refold_settings(in.store);
  return removed;
}

}  // namespace ebb
