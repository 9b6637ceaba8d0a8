// A note with all that can be edited.
#include <algorithm>

#include "ebb/store/edit.hpp"
#include "store/edit/decks.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_cards.hpp"
#include "store/fold/note_more.hpp"

namespace ebb {
namespace {

bool same_card(const ImportedCard& a, const ImportedCard& b) {
  return a.ordinal == b.ordinal && a.question == b.question && a.answer == b.answer && a.flag == b.flag &&
         a.more == b.more;
}

}  // namespace

std::optional<NoteView> find_note(Collection& collection, NoteId note) {
  Statement& find = collection.store().sql(
      "SELECT deck.name, note.flags, cq.q, ca.a, cm.more, cb.guid FROM note JOIN deck ON deck.id = note.deck"
      " JOIN change AS cq ON cq.id = note.q JOIN change AS ca ON ca.id = iif(note.a = 0, note.q, note.a)"
      " JOIN change AS cm ON cm.id = iif(note.more = 0, note.q, note.more)"
      " JOIN change AS cb ON cb.id = iif(note.born = 0, note.q, note.born) WHERE note.id = ?");
  if (!find.bind(1, note.value).step()) return {};
  std::optional<NoteView> view;
  if ((find.number(1) & note_hidden) == 0) {
    view.emplace();
    view->note = note;
    view->deck = find.text(0);
    view->question = find.text(2);
    view->answer = find.text(3);
    const NoteMore more = read_more(find.text(4));
    view->tags = more.tags;
    view->file_keys = more.file_keys;
    for (const NoteCard& own : cards_in(find.text(4))) {
      ImportedCard& card = view->cards.emplace_back();
      card.ordinal = own.ordinal;
      card.question = own.question;
      card.answer = own.answer;
      card.flag = own.flag;
      card.more = own.more;
    }
    view->id = hex(guid_column(find, 5));
  }
  find.reset();
  return view;
}

bool same_note(const NoteView& a, const NoteView& b) {
  return a.deck == b.deck && a.question == b.question && a.answer == b.answer && a.tags == b.tags &&
         a.file_keys == b.file_keys &&
         std::equal(a.cards.begin(), a.cards.end(), b.cards.begin(), b.cards.end(), same_card);
}

}  // namespace ebb
