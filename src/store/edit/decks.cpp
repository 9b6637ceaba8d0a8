// Decks: named by guid outside, by a small number inside.
#include "store/edit/decks.hpp"

#include "ebb/text/search.hpp"
#include "ebb/text/unicode.hpp"
#include "store/fold/fold.hpp"
#include "store/import/guids.hpp"

namespace ebb {
namespace {

// The name that files give the deck: what the user called it since is no change of theirs.
std::string name_in_file(Store& store, DeckId deck) {
  std::string name;
  Statement& find = store.sql(
      "SELECT id, q FROM change INDEXED BY change_rare WHERE what IN (64, 66) AND what >= 64 AND ent = ? ORDER BY hlc");
  find.bind(1, deck.value);
  while (find.step())
    if (is_live(store, EntryId{find.number(0)})) name = find.text(1);
  return name;
}

// A birth entry and its row, for a deck that is new or was gone.
void bear(Batch& batch, DeckId deck, const Guid& guid, std::string_view name) {
  Store& store = batch.store();
  batch.append({What::deck_new, deck.value, 0, {}, guid, name, {}, {}});
  store.sql("INSERT INTO deck(id, name, live) VALUES(?1, ?2, 1) ON CONFLICT DO UPDATE SET name = ?2, live = 1")
      .bind(1, deck.value).bind(2, name).run();
  refold_settings(store);
}

DeckId next_deck(Store& store, const Guid& guid) {
  const DeckId deck{store.db().number("SELECT ifnull(max(id), 0) + 1 FROM deck")};
  store.sql("INSERT INTO deck_guid(guid, deck) VALUES(?, ?)").bind(1, bytes_of(guid)).bind(2, deck.value).run();
  return deck;
}

}  // namespace

Guid deck_guid_for(std::string_view name, std::string_view file_id) {
  return file_id.empty() ? hash_guid({"deck-name", name}) : hash_guid({"deck-id", file_id});
}

std::optional<DeckId> find_deck(Store& store, const Guid& guid) {
  Statement& find = store.sql("SELECT deck FROM deck_guid WHERE guid = ?");
  std::optional<DeckId> deck;
  if (find.bind(1, bytes_of(guid)).step()) deck = DeckId{find.number(0)};
  find.reset();
  return deck;
}

std::optional<DeckId> find_deck_named(Store& store, std::string_view name) {
  Statement& find = store.sql("SELECT id FROM deck WHERE name = ? AND live = 1");
  std::optional<DeckId> deck;
  if (find.bind(1, name).step()) deck = DeckId{find.number(0)};
  find.reset();
  return deck;
}

std::string deck_name(Store& store, DeckId deck) {
  Statement& find = store.sql("SELECT name FROM deck WHERE id = ?");
  const std::string name = find.bind(1, deck.value).step() ? std::string(find.text(0)) : std::string();
  find.reset();
  return name;
}

DeckId deck_for_import(Batch& batch, std::string_view name, std::string_view file_id, bool& made) {
  Store& store = batch.store();
  const Guid guid = deck_guid_for(name, file_id);
  made = false;
  std::optional<DeckId> deck = find_deck(store, guid);
  if (!deck && !file_id.empty()) {
    // The deck was known by its name before the file gave it an id: one more name for it.
    deck = find_deck(store, deck_guid_for(name, {}));
    if (deck) {
      batch.append({What::deck_alias, deck->value, 0, {}, guid, {}, {}, {}});
      store.sql("INSERT INTO deck_guid(guid, deck) VALUES(?, ?)").bind(1, bytes_of(guid)).bind(2, deck->value).run();
    }
  }
  // A file without an id that names a deck by the name it has here: our own export, say.
  if (!deck && file_id.empty()) deck = find_deck_named(store, name);
  if (deck) {
    Statement& live = store.sql("SELECT live, name FROM deck WHERE id = ?");
    const bool alive = live.bind(1, deck->value).step() && live.number(0) != 0;
    const bool renamed = alive && !file_id.empty() && live.text(1) != name && name_in_file(store, *deck) != name;
    live.reset();
    if (renamed) {
      batch.append({What::deck_name, deck->value, 0, {}, {}, name, {}, {}});
      refold_deck(store, *deck);
    }
    if (alive) return *deck;
  } else {
    made = true;
    deck = next_deck(store, guid);
  }
  // New, or its import was undone: a birth entry (again).
  bear(batch, *deck, guid, name);
  return *deck;
}

DeckId deck_named(Batch& batch, std::string_view name) {
  Store& store = batch.store();
  if (const auto deck = find_deck_named(store, name)) return *deck;
  Guid guid = deck_guid_for(name, {});
  // That name may be one that another deck had before: then this is a deck with a guid of its own.
  while (find_deck(store, guid)) {
    const auto known = find_deck(store, guid);
    if (deck_name(store, *known) == name) {
      bear(batch, *known, guid, name);
      return *known;
    }
    guid = hash_guid({"deck-again", std::string_view(reinterpret_cast<const char*>(guid.bytes.data()), 16)});
  }
  const DeckId deck = next_deck(store, guid);
  bear(batch, deck, guid, name);
  return deck;
}

void refold_deck(Store& store, DeckId deck) {
  std::string name;
  bool live = false;
  Statement& find = store.sql(
      "SELECT id, what, q FROM change INDEXED BY change_rare WHERE what IN (64, 66, 68, 69) AND what >= 64 AND ent = ?"
      " ORDER BY hlc");
  find.bind(1, deck.value);
  while (find.step()) {
    const bool birth = find.number(1) == static_cast<int>(What::deck_new);
    const bool death = find.number(1) == static_cast<int>(What::deck_delete);
    const bool counts = is_live(store, EntryId{find.number(0)});
    if (death) live = live && !counts;
    else if (counts || (birth && name.empty())) name = find.text(2);
    live = live || (birth && counts);
  }
  if (name.empty()) return;
  store.sql("INSERT INTO deck(id, name, live) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET name = ?2, live = ?3")
      .bind(1, deck.value).bind(2, std::string_view(name)).bind(3, live ? 1 : 0).run();
}

std::set<std::int64_t> decks_under(Store& store, std::string_view name) {
  std::set<std::int64_t> found;
  const auto collect = [&](const std::string& wanted) {
    Statement& all = store.sql("SELECT id, name FROM deck");
    while (all.step()) {
      const std::string folded = fold_text(all.text(1));
      if (name_fits(wanted, folded) || name_fits(wanted + "::*", folded)) found.insert(all.number(0));
    }
  };
  const std::string wanted = fold_text(name);
  collect(wanted);
  if (!found.empty() || wanted.find('/') == std::string::npos) return found;
  std::string levels;
  for (const char c : wanted) levels += c == '/' ? std::string("::") : std::string(1, c);
  collect(levels);
  return found;
}

}  // namespace ebb
