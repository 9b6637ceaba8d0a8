// A sitting: the pure session engine over a real collection.
#include "ebb/store/study.hpp"

#include <algorithm>
#include <set>

#include "ebb/core/error.hpp"
#include "ebb/store/futures.hpp"
#include "ebb/store/log.hpp"
#include "store/fold.hpp"
#include "store/leases.hpp"
#include "store/queue.hpp"
#include "store/record.hpp"

namespace ebb {
namespace {

void save_new_limit(Store& store, const Today& today, int limit) {
  if (new_limit_of(store, today.day) == limit) return;
  Batch batch(store, today);
  batch.append({What::new_limit, 0, day_number(today.day), limit, {}, {}, {}, {}});
  batch.commit();
}

}  // namespace

Study::Study(Collection& collection, const StudyOptions& options, std::function<Today()> now)
    : collection_(collection), options_(options), now_(std::move(now)), session_({}),
      leases_(std::make_unique<Leases>(collection.store().db().path())) {
  const Today today = now_();
  if (options_.new_limit) save_new_limit(collection.store(), today, *options_.new_limit);
  {
    const Reading reading(collection.store().db());
    std::vector<QueuedCard> queue = todays_queue(collection.store(), options_, today, *leases_);
    // New cards are taken at once, so that two terminals together stay within today's limit.
    std::erase_if(queue, [&](const QueuedCard& card) {
      return card.kind == QueuedCard::Kind::fresh && !leases_->take(card.card);
    });
    session_ = Session(std::move(queue));
    seconds_ = mean_seconds(collection, today.day);
  }
  draw();  // after the reading: whether a card was answered elsewhere is read anew
}

Study::~Study() = default;

const CardView* Study::card() const { return card_ ? &*card_ : nullptr; }

QueuedCard::Kind Study::kind() const { return session_.current()->kind; }

bool Study::take(const QueuedCard& queued) {
  if (!leases_->take(queued.card)) return false;
  const Today today = now_();
  card_ = find_card(collection_, queued.card, today);
  const bool shown = card_ && !card_->suspended && !card_->buried &&
                     (queued.kind == QueuedCard::Kind::fresh ? card_->memory.reviews == 0
                      : queued.kind == QueuedCard::Kind::due ? card_->memory.due && *card_->memory.due <= today.day
                                                             : drills_on(card_->memory, today.day));
  if (!shown) {
    leases_->give_back(queued.card);
    card_.reset();
  }
  return shown;
}

void Study::draw() {
  card_.reset();
  while (const auto next = session_.current()) {
    if (take(*next)) return;
    session_.drop();  // answered, or held, in another terminal
  }
}

Outlook Study::outlook() const {
  return futures_of(collection_, card_->card, now_().day).outlook;
}

Saved Study::grade(Quality quality, Millis took) {
  const Today today = now_();
  const CardId card = card_->card;
  const Recorded recorded = record(collection_.store(), today, card, quality, took, sitting_);
  if (sitting_ == 0) sitting_ = recorded.entry.value;
  Saved saved{entry_name(collection_.store(), recorded.entry), card_->id, quality, recorded.after};
  session_.graded(quality, recorded.after, today.day, recorded.entry, std::clamp(took, Millis{0}, Millis{60000}).count());
  if (!drills_on(recorded.after, today.day)) leases_->give_back(card);
  draw();
  return saved;
}

EntryId Study::set_aside(Step step) {
  Store& store = collection_.store();
  const Today today = now_();
  const CardId card = card_->card;
  Batch batch(store, today);
  const What what = step == Step::suspended ? What::card_suspend : step == Step::buried ? What::card_bury : What::note_mark;
  const std::int64_t num = step == Step::buried ? day_number(today.day) : step == Step::marked ? !card_->marked : 1;
  const EntryId entry = batch.append_to_note(card.note(), {what, 0, step == Step::marked ? 0 : card.ordinal(), num, {}, {}, {}, {}});
  refold_note(store, card.note());
  batch.commit();
  session_.set_aside(step, entry);
  if (step != Step::marked) leases_->give_back(card);
  return entry;
}

void Study::suspend() {
  set_aside(Step::suspended);
  draw();
}

void Study::bury() {
  set_aside(Step::buried);
  draw();
}

void Study::skip() {
  session_.set_aside(Step::skipped, EntryId{});
  draw();
}

bool Study::mark() {
  set_aside(Step::marked);
  card_->marked = !card_->marked;
  return card_->marked;
}

std::optional<Undone> Study::undo() {
  const auto entry = session_.undoable();
  if (!entry) return {};
  Undone undone;
  undone.step = session_.last_step();
  if (entry->value != 0) {
    undone.entry = entry_name(collection_.store(), *entry);
    if (!ebb::undo(collection_, now_(), undone.entry)) return {};
  }
  session_.undone();
  draw();
  if (card_) undone.card = card_->id;
  return undone;
}

std::optional<Undone> Study::redo() {
  const auto entry = session_.redoable();
  if (!entry) return {};
  Undone redone;
  redone.step = session_.last_undone();
  redone.card = card_ ? card_->id : std::string();
  if (entry->value != 0) {
    redone.entry = entry_name(collection_.store(), *entry);
    if (!ebb::redo(collection_, now_())) return {};
  }
  session_.redone();
  draw();
  return redone;
}

double Study::seconds_per_answer() const { return seconds_; }

int Study::more_new(int count) {
  Store& store = collection_.store();
  const Today today = now_();
  StudyOptions more = options_;
  more.limit.reset();
  std::set<CardId> here;
  for (const QueuedCard& card : session_.waiting()) here.insert(card.card);
  std::vector<QueuedCard> fresh;
  const int begun = new_cards_begun(store, today.day);
  for (const QueuedCard& card : new_cards_up_to(store, more, today, *leases_, count + static_cast<int>(here.size())))
    if (static_cast<int>(fresh.size()) < count && !here.contains(card.card) && leases_->take(card.card)) fresh.push_back(card);
  if (fresh.empty()) return 0;  // nothing to save either
  const int came = static_cast<int>(fresh.size());
  save_new_limit(store, today, std::max(new_limit_of(store, today.day), begun + came));
  session_.add(std::move(fresh));
  if (!card_) draw();
  return came;
}

}  // namespace ebb
