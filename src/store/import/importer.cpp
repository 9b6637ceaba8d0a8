// Taking notes of a file: found by name they are compared three ways, else they are added or wait for the end.
#include "store/import/importer.hpp"

#include <algorithm>

#include "ebb/core/words.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_cards.hpp"
#include "store/fold/note_more.hpp"
#include "store/fold/note_names.hpp"
#include "store/import/guids.hpp"

namespace ebb {
namespace {

// Beyond this many, unmatched notes are added without looking for gone ones they may be alike to.
constexpr std::size_t most_waiting = 200000;
constexpr std::int64_t most_added_lines = 100;

struct TextRow {
  std::string question, answer, more;
  bool operator==(const TextRow& other) const {
    return question == other.question && answer == other.answer &&
           (more == other.more || without_card_facts(more) == without_card_facts(other.more));
  }
};

std::string more_of_file(const ImportedNote& note) { return make_more(note.tags, note.id, cards_text(note), note.more); }

TextRow text_of(Store& store, std::int64_t q, std::int64_t a, std::int64_t more) {
  Statement& find = store.sql(
      "SELECT (SELECT q FROM change WHERE id = ?1), (SELECT a FROM change WHERE id = ?2), (SELECT more FROM change WHERE id = ?3)");
  find.bind(1, q).bind(2, a).bind(3, more).step();
  TextRow row{std::string(find.text(0)), std::string(find.text(1)), std::string(find.text(2))};
  find.reset();
  return row;
}

struct NoteRow {
  DeckId deck;
  std::int64_t q = 0, a = 0, more = 0, src = 0;
  int flags = 0;
};

NoteRow row_of(Store& store, NoteId note) {
  Statement& find = store.sql(
      "SELECT deck, q, iif(a = 0, q, a), iif(more = 0, q, more), iif(src = 0, q, src), flags FROM note WHERE id = ?");
  NoteRow row;
  if (find.bind(1, note.value).step())
    row = {DeckId{find.number(0)}, find.number(1), find.number(2), find.number(3), find.number(4), static_cast<int>(find.number(5))};
  find.reset();
  return row;
}

}  // namespace

Importer::Inside::Inside(Collection& collection, const Today& today, OnGone gone_rule)
    : store(collection.store()), bulk(collection.store()), batch(collection.store(), today), on_gone(gone_rule), media_writer(collection) {
  store.db().run("PRAGMA cache_size = -32768");
  bulk.begin();
  next_note = store.db().number("SELECT max(ifnull((SELECT max(id) FROM note), 0), ifnull((SELECT max(note) FROM note_guid), 0)) + 1");
  was_empty = next_note == 1;
}

const Importer::Inside::FileDeck& Importer::Inside::deck_of(const ImportedNote& note) {
  if (last_deck && note.deck == last_deck_name && note.deck_id == last_deck_id) return *last_deck;
  const auto key = std::pair(note.deck, note.deck_id);
  auto found = decks.find(key);
  if (found == decks.end()) {
    FileDeck deck;
    deck.deck = deck_for_import(batch, note.deck, note.deck_id, deck.made);
    deck.guid = deck_guid_for(note.deck, note.deck_id);
    found = decks.emplace(key, deck).first;
  }
  last_deck = &found->second;
  last_deck_name = note.deck;
  last_deck_id = note.deck_id;
  return *last_deck;
}

std::optional<NoteId> Importer::Inside::find(const ImportedNote& note, const FileDeck& deck, Guid& guid) {
  const auto known = [&](const Guid& name) -> std::optional<NoteId> {
    if (was_empty) return {};
    Statement& look = store.sql("SELECT note FROM note_guid WHERE guid = ?");
    std::optional<NoteId> id;
    if (look.bind(1, bytes_of(name)).step()) id = NoteId{look.number(0)};
    look.reset();
    return id;
  };
  // An id that is one of our own guids came from an export: it names the note itself, or a new one.
  if (const auto own = guid_from_hex(note.id); own && !guids.contains(*own)) {
    guid = *own;
    const auto id = known(*own);
    if (!id || !matched.contains(id->value)) return id;
  }
  const Guid first = note_guid_for(deck.guid, note.id, note.question, 0);
  // Where the last repeat of this name ended: a file of equal questions is not gone over again for each.
  const auto repeated = next_occurrence.find(first);
  for (int occurrence = repeated == next_occurrence.end() ? 0 : repeated->second;; ++occurrence) {
    guid = occurrence == 0 ? first : note_guid_for(deck.guid, note.id, note.question, occurrence);
    if (guids.contains(guid)) continue;  // a repeat in this file
    const auto id = known(guid);
    if (id && matched.contains(id->value)) continue;
    if (occurrence > 0) {
      next_occurrence[first] = occurrence + 1;
      if (++plan.repeats <= 5)
        plan.told.push_back("card " + std::to_string(note.card) + " repeats an earlier one; it is a card of its own");
    }
    return id;
  }
}

void Importer::Inside::take(ImportedNote&& note) {
  const FileDeck& deck = deck_of(note);
  Guid guid;
  const auto found = find(note, deck, guid);
  if (!found && !was_empty && waiting.size() < most_waiting) {
    // The deck's name is what a guid without an id hangs on; what matched nothing waits for what is gone.
    guids.add(guid, 0);
    waiting.push_back({std::move(note), deck.deck, guid});
    return;
  }
  if (!found) {
    if (!was_empty && !told_unmatched) {
      told_unmatched = true;
      plan.told.push_back("more than " + with_commas(most_waiting) + " cards are new here; the rest is added without looking for cards that they may be alike to");
    }
    add(note, deck.deck, guid);
    return;
  }
  matched.insert(found->value);
  const NoteRow row = row_of(store, *found);
  // Our own export names a note by its guid: that is no id of the file, and not an edit.
  if (guid_from_hex(note.id) == guid) note.id = read_more(text_of(store, row.src, row.src, row.src).more).id;
  const int flags = row.flags;
  if (flags & note_deleted) ++stay_deleted, ++plan.same;
  else if (flags & note_unborn) add(note, deck.deck, guid, found);
  else compare(*found, note, deck.deck, 0);
}

std::int64_t Importer::Inside::par_of(DeckId deck) {
  const auto [found, first] = pars.try_emplace(deck.value, 0);
  if (first) {
    Statement& find = store.sql("SELECT par FROM deck WHERE id = ?");
    if (find.bind(1, deck.value).step()) found->second = std::max<std::int64_t>(0, find.number(0));
    find.reset();
  }
  return found->second;
}

void Importer::Inside::add(const ImportedNote& note, DeckId deck, const Guid& guid, std::optional<NoteId> reborn) {
  const NoteId id = reborn ? *reborn : NoteId{next_note++};
  const std::string more = more_of_file(note);
  Change birth{What::note_new, id.value, 0, deck.value, guid, note.question, note.answer, {}};
  if (!more.empty()) birth.more = more;
  ++plan.added;
  plan.cards += note.cards.empty() ? 1 : static_cast<std::int64_t>(note.cards.size());
  if (plan.added <= most_added_lines)
    note_change({PlannedChange::Kind::added, hex(guid) + ".0", note.deck, note.question, note.answer, {}, {}, 0, note.line, note.card});
  const std::int64_t par = par_of(deck);
  std::vector<NewCard> cards = new_cards(id, note, reborn ? Rows::reborn : Rows::none);
  write_histories(cards, par);
  if (reborn) {
    batch.append_to_note(id, birth);
    write_schedules(id, note, cards);
    mark(id, note);
    refold_note(store, id);
    fold_cards(cards);
    return;
  }
  const EntryId entry = batch.append(birth);
  store.sql("INSERT INTO note(id, deck, q) VALUES(?, ?, ?)").bind(1, id.value).bind(2, deck.value).bind(3, entry.value).run();
  guids.add(guid, id.value);
  for (const std::string& tag : note.tags) {
    auto number = tag_numbers.find(tag);
    if (number == tag_numbers.end()) number = tag_numbers.emplace(tag, tag_number(store, tag)).first;
    note_tags.emplace_back(number->second, id.value);
  }
  write_schedules(id, note, cards);
  write_rows(id, cards, par, mark(id, note));
}

void Importer::Inside::compare(NoteId note, const ImportedNote& file, DeckId deck, double likeness) {
  const NoteRow row = row_of(store, note);
  const TextRow theirs{file.question, file.answer, more_of_file(file)};
  const TextRow base = text_of(store, row.src, row.src, row.src);
  const TextRow ours = text_of(store, row.q, row.a, row.more);
  PlannedChange change{PlannedChange::Kind::edited, {}, file.deck, file.question, file.answer, ours.question, ours.answer,
                       likeness, file.line, file.card};
  bool touched = false;
  const auto append = [&](What what, std::optional<std::int64_t> num, bool text) {
    Change entry{what, 0, 0, num, {}, {}, {}, {}};
    if (text) {
      entry.q = theirs.question;
      entry.a = theirs.answer;
      if (!theirs.more.empty()) entry.more = theirs.more;
    }
    batch.append_to_note(note, entry);
    touched = true;
  };
  const auto tell = [&](PlannedChange::Kind kind) {
    change.kind = kind;
    change.id = name_of_note(note);
    note_change(PlannedChange(change));
  };
  bool same = true;
  std::vector<NewCard> cards;
  if (theirs != base && theirs != ours) {
    same = false;
    const bool user_edited = ours != base;
    if (!user_edited) cards = new_cards(note, file, Rows::kept);
    write_histories(cards, par_of(deck));
    append(user_edited ? What::note_source : What::note_update, {}, true);
    write_schedules(note, file, cards);
    user_edited ? ++plan.ambiguous : ++plan.edited;
    tell(user_edited ? PlannedChange::Kind::kept : PlannedChange::Kind::edited);
  } else if (theirs != base) {
    append(What::note_source, {}, true);  // both made the same edit: only the base moves
  }
  if (row.deck != deck || (row.flags & note_is_orphan)) {
    const bool moved = row.deck != deck;
    if (moved) append(What::note_deck, deck.value, false);
    if (row.flags & note_is_orphan) append(What::note_orphan, 0, false);
    ++plan.moved;
    same = false;
    tell(moved ? PlannedChange::Kind::moved : PlannedChange::Kind::back);
  }
  if (touched) refold_note(store, note);
  fold_cards(cards);
  plan.same += same;
}

void Importer::Inside::alias(NoteId note, const Guid& guid) {
  batch.append_to_note(note, {What::note_alias, 0, 0, {}, guid, {}, {}, {}});
  store.sql("INSERT OR IGNORE INTO note_guid(guid, note) VALUES(?, ?)").bind(1, bytes_of(guid)).bind(2, note.value).run();
}

void Importer::Inside::write_maps() {
  for (const GuidSet::Named& named : guids.sorted())
    if (named.note != 0)
      store.sql("INSERT INTO note_guid(guid, note) VALUES(?, ?)").bind(1, bytes_of(named.guid)).bind(2, named.note).run();
  bulk.finish();
  cells.write(store);
  std::sort(note_tags.begin(), note_tags.end());
  for (const auto& [tag, note] : note_tags)
    store.sql("INSERT OR IGNORE INTO note_tag(tag, note) VALUES(?, ?)").bind(1, tag).bind(2, note).run();
}

void Importer::Inside::note_change(PlannedChange&& change) { plan.changes.push_back(std::move(change)); }

std::string Importer::Inside::name_of_note(NoteId note) {
  const auto guid = birth_guid(store, note);
  return guid ? hex(*guid) + ".0" : std::string();
}

}  // namespace ebb
