// Turning the store's "visit each" into the writers' "give me the next".
#include "cli/decks/export_source.hpp"

#include "ebb/core/error.hpp"
#include "ebb/store/log.hpp"

namespace ebb {
namespace {

ExportedCard exported(CardView&& view, Day day) {
  ExportedCard card;
  card.state = state_name(view.memory, day);
  // The file's own id, else the note's name: either way the export read back is the same card.
  card.id = view.file_id.empty() ? view.id.substr(0, view.id.find('.')) : view.file_id;
  card.deck = std::move(view.deck);
  card.question = std::move(view.question);
  card.answer = std::move(view.answer);
  card.tags = std::move(view.tags);
  card.more = std::move(view.file_keys);
  card.card_more = std::move(view.card_keys);
  card.ordinal = view.card.ordinal();
  card.flag = view.flag;
  card.suspended = view.suspended;
  card.buried = view.buried;
  card.memory = view.memory;
  card.interval = view.memory.interval;
  card.reps = view.memory.reviews;
  card.lapses = view.memory.lapses;
  card.ease = view.memory.ease / 100.0;
  if (view.memory.due) card.due = iso_date(*view.memory.due);
  if (view.memory.last) card.last_review = iso_date(*view.memory.last);
  return card;
}

constexpr const char* no_room = "Cannot write a temporary file for the export. Is the disk full?";

}  // namespace

CardsToExport::CardsToExport(Collection& collection, const CardFilter& filter, const Today& today, bool histories)
    : collection_(collection), today_(today), histories_(histories) {
  for_each_card(collection, filter, today, [this](const CardView& view) {
    cards_.push_back(view.card);
    return true;
  });
}

bool CardsToExport::next(ExportedCard& card) {
  while (at_ < cards_.size()) {
    auto view = find_card(collection_, cards_[at_++], today_);
    if (!view) continue;  // deleted since
    const CardId id = view->card;
    card = exported(std::move(*view), today_.day);
    card.same_note = id.note() == note_;
    note_ = id.note();
    if (histories_) card.reviews = told_history(collection_, id);
    return true;
  }
  return false;
}

EntriesToExport::EntriesToExport(Collection& collection) : file_(std::tmpfile()) {
  if (!file_) throw Error(Exit::store, no_room);
  for_each_entry_json(collection, [this](const std::string& entry) {  // one line each: JSON has no bare newline
    if (std::fwrite(entry.data(), 1, entry.size(), file_.get()) != entry.size() || std::fputc('\n', file_.get()) == EOF)
      throw Error(Exit::store, no_room);
    return true;
  });
  if (std::fflush(file_.get()) != 0) throw Error(Exit::store, no_room);
  std::rewind(file_.get());
}

bool EntriesToExport::next(std::string& entry) {
  entry.clear();
  for (int c = std::getc(file_.get()); c != EOF; c = std::getc(file_.get())) {
    if (c == '\n') return true;
    entry += static_cast<char>(c);
  }
  return false;
}

}  // namespace ebb
