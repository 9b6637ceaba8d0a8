// Notes made, edited, moved, tagged and removed by hand.
#include "store/edit/edits.hpp"

#include <algorithm>

#include "ebb/text/unicode.hpp"
#include "store/edit/decks.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_cards.hpp"
#include "store/fold/note_more.hpp"
#include "store/import/guids.hpp"
#include "store/log/json_members.hpp"

namespace ebb {
namespace {

struct TextInForce {
  DeckId deck;
  int flags = 0;
  std::string question, answer, more;
};

TextInForce text_in_force(Store& store, NoteId note) {
  Statement& find = store.sql(
      "SELECT note.deck, note.flags, cq.q, ca.a, cm.more FROM note JOIN change AS cq ON cq.id = note.q"
      " JOIN change AS ca ON ca.id = iif(note.a = 0, note.q, note.a)"
      " JOIN change AS cm ON cm.id = iif(note.more = 0, note.q, note.more) WHERE note.id = ?");
  TextInForce text;
  text.flags = note_deleted;
  if (find.bind(1, note.value).step())
    text = {DeckId{find.number(0)}, static_cast<int>(find.number(1)), std::string(find.text(2)),
            std::string(find.text(3)), std::string(find.text(4))};
  find.reset();
  return text;
}

// The same column with other tags.
std::string with_tags(const std::string& more, const std::vector<std::string>& tags) {
  return make_more(tags, read_more(more).id, raw_member(more, "cards"), raw_member(more, "file"));
}

// What an edit does not show of a card, Anki's flag and the keys of its file, stays with it.
ImportedNote with_card_facts(const ImportedNote& now, const std::string& more) {
  ImportedNote note = now;
  std::vector<NoteCard> before = cards_in(more);
  const bool plain = note.cards.empty() && before.size() == 1 && before[0].ordinal == 0 && before[0].question.empty() &&
                     before[0].answer.empty();
  if (plain) note.cards.emplace_back();
  for (ImportedCard& card : note.cards)
    for (const NoteCard& old : before)
      if (old.ordinal == card.ordinal && card.flag == 0 && card.more.empty())
        card.flag = old.flag, card.more = old.more;
  return note;
}

// What a tag under another has beyond its levels: `::present` of `Verb::present` after `verb`.
std::string levels_after(const std::string& tag, const std::string& above) {
  std::size_t end = 0;
  for (std::size_t at = 0; at != std::string::npos; at = above.find("::", at + 2))
    end = tag.find("::", end == 0 ? 0 : end + 2);
  return tag.substr(end);
}

Guid free_guid(Store& store, const Guid& deck, const std::string& question) {
  for (int occurrence = 0;; ++occurrence) {
    const Guid guid = note_guid_for(deck, {}, question, occurrence);
    Statement& find = store.sql("SELECT 1 FROM note_guid WHERE guid = ?");
    const bool taken = find.bind(1, bytes_of(guid)).step();
    find.reset();
    if (!taken) return guid;
  }
}

}  // namespace

Edits::Edits(Collection& collection, const Today& today) : inside_(std::make_unique<Inside>(collection, today)) {}

Edits::~Edits() = default;

void Edits::Inside::say(NoteId note, const Change& change) {
  batch.append_to_note(note, change);
  refold_note(store, note);
}

NoteId Edits::add(const ImportedNote& note) {
  Inside& in = *inside_;
  const DeckId deck = deck_named(in.batch, note.deck);
  const Guid guid = free_guid(in.store, deck_guid_for(note.deck, {}), note.question);
  const NoteId id{in.store.db().number(
      "SELECT max(ifnull((SELECT max(id) FROM note), 0), ifnull((SELECT max(note) FROM note_guid), 0)) + 1")};
  const std::string more = make_more(note.tags, {}, cards_text(note), note.more);
  Change birth{What::note_new, id.value, typed_by_hand, deck.value, guid, note.question, note.answer, {}};
  if (!more.empty()) birth.more = more;
  const EntryId entry = in.batch.append(birth);
  in.store.sql("INSERT INTO note_guid(guid, note) VALUES(?, ?)").bind(1, bytes_of(guid)).bind(2, id.value).run();
  in.store.sql("INSERT INTO note(id, deck, q) VALUES(?, ?, ?)")
      .bind(1, id.value)
      .bind(2, deck.value)
      .bind(3, entry.value)
      .run();
  for (const std::string& tag : note.tags)
    in.store.sql("INSERT OR IGNORE INTO note_tag(tag, note) VALUES(?, ?)")
        .bind(1, tag_number(in.store, tag))
        .bind(2, id.value)
        .run();
  refold_note(in.store, id);
  return id;
}

bool Edits::write(NoteId note, const ImportedNote& now) {
  Inside& in = *inside_;
  const TextInForce old = text_in_force(in.store, note);
  if (old.flags & note_hidden) return false;
  const std::string more =
      make_more(now.tags, read_more(old.more).id, cards_text(with_card_facts(now, old.more)), now.more);
  Change change{What::note_text, 0, 0, {}, {}, {}, {}, {}};
  if (now.question != old.question) change.part |= 1, change.q = now.question;
  if (now.answer != old.answer) change.part |= 2, change.a = now.answer;
  if (more != old.more) change.part |= 4, change.more = more;
  if (change.part != 0) in.say(note, change);
  const bool moved = move(note, now.deck);
  return change.part != 0 || moved;
}

bool Edits::move(NoteId note, const std::string& deck) {
  Inside& in = *inside_;
  const TextInForce old = text_in_force(in.store, note);
  if ((old.flags & note_hidden) || deck_name(in.store, old.deck) == deck) return false;
  in.say(note, {What::note_deck, 0, 0, deck_named(in.batch, deck).value, {}, {}, {}, {}});
  return true;
}

bool Edits::tag(NoteId note, const std::vector<std::string>& add, const std::vector<std::string>& remove) {
  Inside& in = *inside_;
  const TextInForce old = text_in_force(in.store, note);
  if (old.flags & note_hidden) return false;
  const std::vector<std::string> before = tags_of(old.more);
  std::vector<std::string> tags = before;
  for (const std::string& gone : remove)
    std::erase_if(tags, [&](const std::string& tag) { return fold_text(tag) == fold_text(gone); });
  for (const std::string& fresh : add)
    if (std::find(tags.begin(), tags.end(), fresh) == tags.end()) tags.push_back(fresh);
  if (tags == before) return false;
  const std::string more = with_tags(old.more, tags);
  in.say(note, {What::note_text, 0, 4, {}, {}, {}, {}, more});
  return true;
}

bool Edits::rename_tag(NoteId note, const std::string& from, const std::string& to) {
  Inside& in = *inside_;
  const TextInForce old = text_in_force(in.store, note);
  if (old.flags & note_hidden) return false;
  const std::vector<std::string> before = tags_of(old.more);
  std::vector<std::string> tags;
  const std::string wanted = fold_text(from);
  for (const std::string& tag : before) {
    const std::string folded = fold_text(tag);
    const bool under = folded.starts_with(wanted + "::");
    std::string name = folded == wanted ? to : under ? to + levels_after(tag, from) : tag;
    if (std::find(tags.begin(), tags.end(), name) == tags.end()) tags.push_back(std::move(name));
  }
  if (tags == before) return false;
  const std::string more = with_tags(old.more, tags);
  in.say(note, {What::note_text, 0, 4, {}, {}, {}, {}, more});
  return true;
}

bool Edits::mark(NoteId note, bool on) {
  Inside& in = *inside_;
  const int flags = text_in_force(in.store, note).flags;
  if ((flags & note_hidden) || ((flags & note_marked) != 0) == on) return false;
  in.say(note, {What::note_mark, 0, 0, on, {}, {}, {}, {}});
  return true;
}

bool Edits::remove(NoteId note) {
  Inside& in = *inside_;
  if (text_in_force(in.store, note).flags & note_hidden) return false;
  in.say(note, {What::note_delete, 0, 0, 1, {}, {}, {}, {}});
  return true;
}

std::string Edits::commit() {
  Inside& in = *inside_;
  if (in.batch.size() == 0) {
    in.batch.rollback();
    return {};
  }
  in.batch.commit();
  return entry_name(in.store, in.batch.first());
}

}  // namespace ebb
