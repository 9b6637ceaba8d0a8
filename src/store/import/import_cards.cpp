// What an import brings beside texts: the cards of a note, their schedules and their histories.
#include <algorithm>

#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/import/importer.hpp"

namespace ebb {
namespace {

Review review_of(CardId card, const ImportedReview& review) {
  return {card, review.at, review.offset_min, review.day, review.quality, review.took, review.intent, 0, {}};
}

bool marked_in_anki(const ImportedNote& note) {
  return note.more.starts_with("{\"anki\":") && std::find(note.tags.begin(), note.tags.end(), "marked") != note.tags.end();
}

}  // namespace

std::vector<NewCard> Importer::Inside::new_cards(NoteId note, const ImportedNote& file, Rows rows) {
  static const ImportedCard plain;
  std::vector<NewCard> cards;
  const auto consider = [&](const ImportedCard& card) {
    const CardId id = card_of(note, card.ordinal);
    const std::optional<CardRow> row = rows == Rows::none ? std::nullopt : read_card(store, id);
    if (row && (rows == Rows::kept || row->memory.reviews > 0)) return;
    cards.push_back({id, &card, row ? row->head : 0, {}, card.suspended || file.suspended});
  };
  if (file.cards.empty()) consider(plain);
  for (const ImportedCard& card : file.cards) consider(card);
  return cards;
}

void Importer::Inside::write_histories(std::vector<NewCard>& cards, std::int64_t par) {
  for (NewCard& card : cards) {
    for (const ImportedReview& told : card.file->reviews) {
      const EntryId entry = batch.append(review_of(card.id, told), par, card.head);
      if (entry.device() == 0) card.head = entry.value;
      ++plan.answers;
    }
  }
}

void Importer::Inside::write_schedules(NoteId note, const ImportedNote& file, std::vector<NewCard>& cards) {
  for (NewCard& card : cards) {
    const int ordinal = card.id.ordinal();
    if (card.file->memory) {
      const std::string seed = seed_text(*card.file->memory, card.file->reviews);
      card.seed = seed_from(seed);
      batch.append_to_note(note, {What::card_seed, 0, ordinal, {}, {}, {}, {}, seed});
      if (card.seed->due) {
        ++plan.schedules;
        bool& fsrs = plan.scheduled[file.deck.substr(0, file.deck.find("::"))];
        fsrs = fsrs || card.seed->stability > 0;
      }
    }
    if (card.suspended) batch.append_to_note(note, {What::card_suspend, 0, ordinal, 1, {}, {}, {}, {}});
    if (card.file->buried)
      batch.append_to_note(note, {What::card_bury, 0, ordinal, day_number(batch.today().day), {}, {}, {}, {}});
  }
}

bool Importer::Inside::mark(NoteId note, const ImportedNote& file) {
  if (!marked_in_anki(file)) return false;
  batch.append_to_note(note, {What::note_mark, 0, 0, 1, {}, {}, {}, {}});
  return true;
}

// The rows of a note that is new, without reading back what was just written.
void Importer::Inside::write_rows(NoteId note, const std::vector<NewCard>& cards, std::int64_t par, bool marked) {
  bool fold = marked;
  for (const NewCard& card : cards) {
    make_card(store, card.id);
    fold = fold || card.suspended || card.file->buried;
    if (!card.seed && card.file->reviews.empty()) continue;
    CardRow row;
    row.live = true;
    row.head = card.head;
    row.par = card.file->reviews.empty() ? 0 : par;
    const Scheduler& scheduler = store.scheduler(row.par);
    for (const ImportedReview& told : card.file->reviews) {
      const Review review = review_of(card.id, told);
      if (review.intent != Intent::cram) cells.count(review, band_after(row.memory.last, review.day));
      row.memory = after_review(scheduler, row.memory, review);
    }
    if (card.seed) row.memory = after_event(scheduler, row.memory, {{}, 0, card.seed, {}, {}});
    write_card(store, card.id, row);
  }
  if (fold) refold_note(store, note);
}

// The rows of cards that a note got beside those it has, once its text is in force.
void Importer::Inside::fold_cards(const std::vector<NewCard>& cards) {
  for (const NewCard& card : cards) {
    if (!card.seed && card.file->reviews.empty()) continue;
    store.sql("UPDATE card SET head = ?2 WHERE id = ?1").bind(1, card.id.value).bind(2, card.head).run();
    refold_card(store, card.id);
    tally_card(store, card.id, +1);
  }
}

}  // namespace ebb
