// A sitting: the pure session engine over a real collection. Here: which cards, and answering them.
#include "ebb/store/study.hpp"

#include <algorithm>
#include <set>

#include "ebb/core/error.hpp"
#include "ebb/store/futures.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"
#include "store/study/budget.hpp"
#include "store/study/cram.hpp"
#include "store/study/leases.hpp"
#include "store/study/queue.hpp"
#include "store/study/record.hpp"

namespace ebb {
namespace {

void save_new_limit(Store& store, const Today& today, int limit, const DayRules& rules) {
  if (new_limit_of(store, today.day, rules) == limit) return;
  Batch batch(store, today);
  batch.append({What::new_limit, 0, day_number(today.day), limit, {}, {}, {}, {}});
  batch.commit();
}

}  // namespace

Study::Study(Collection& collection, const StudyOptions& options, std::function<Today()> now)
    : collection_(collection), options_(options), now_(std::move(now)), session_({}),
      leases_(std::make_unique<Leases>(options.cram ? ":memory:" : collection.store().db().path(), !options.rules.siblings)) {
  const Today today = now_();
  if (options_.new_limit) save_new_limit(collection.store(), today, *options_.new_limit, options_.rules);
  begin(today);
  draw();  // after the reading: whether a card was answered elsewhere is read anew
}

Study::~Study() = default;

void Study::begin(const Today& today) {
  Store& store = collection_.store();
  // Between looking at the limits and taking the new cards no other terminal does the same.
  const Leases::Turn turn(*leases_);
  const Reading reading(store.db());
  seconds_ = mean_seconds(collection_, today.day);
  if (options_.cram) {
    session_ = Session(cram_queue(store, options_, today));
    return;
  }
  TodaysQueue queue = todays_queue(store, options_, today, *leases_);
  deferred_ = queue.deferred;
  limited_ = queue.limited;
  if (options_.budget) planned_ = choose_within(store, queue.cards, today, *options_.budget);
  if (options_.once) {  // the first that no other terminal holds
    const auto first = std::find_if(queue.cards.begin(), queue.cards.end(), [&](const auto& card) { return leases_->take(card.card); });
    queue.cards = first == queue.cards.end() ? std::vector<QueuedCard>{} : std::vector{*first};
  }
  // New cards are taken at once, so that two terminals together stay within today's limit.
  std::erase_if(queue.cards, [&](const QueuedCard& card) {
    return card.kind == QueuedCard::Kind::fresh && !leases_->take(card.card);
  });
  if (queue.answered > 0) resumed_ = Resumed{queue.answered, queue.answered + static_cast<int>(queue.cards.size())};
  session_ = Session(std::move(queue.cards));
}

const CardView* Study::card() const { return card_ ? &*card_ : nullptr; }

QueuedCard::Kind Study::kind() const { return session_.current()->kind; }

bool Study::may_be_shown(const QueuedCard& queued, const Today& today) const {
  if (!card_ || card_->suspended || card_->buried) return false;
  if (options_.cram) return true;
  const Memory& memory = card_->memory;
  if (queued.kind == QueuedCard::Kind::drill) return drills_on(memory, today.day);
  if (!options_.rules.siblings && sibling_answered(collection_.store(), queued.card, today.day)) return false;
  if (queued.kind == QueuedCard::Kind::fresh) return memory.reviews == 0;
  if (!memory.due || *memory.due > today.day + std::chrono::days{options_.ahead}) return false;
  return !limited_ || review_allowed(collection_.store(), options_.rules, today, *leases_, queued.card);
}

bool Study::take(const QueuedCard& queued) {
  const Leases::Turn turn(*leases_);
  const Reading reading(collection_.store().db());  // what was answered today is counted in one piece
  if (!leases_->take(queued.card)) return false;
  const Today today = now_();
  card_ = find_card(collection_, queued.card, today);
  const bool shown = may_be_shown(queued, today);
  if (!shown) {
    leases_->give_back(queued.card);
    card_.reset();
  }
  return shown;
}

void Study::draw(bool settle) {
  card_.reset();
  if (settle) session_.settle(now_().now);
  while (const auto next = session_.current()) {
    if (take(*next)) return;
    session_.drop();  // answered, or held, in another terminal
  }
}

Outlook Study::outlook() const {
  if (!options_.cram) return futures_of(collection_, card_->card, now_().day).outlook;
  Outlook same;
  same.fill(card_->memory);
  return same;
}

Saved Study::grade(Quality quality, Millis took) {
  const Today today = now_();
  Store& store = collection_.store();
  const CardId card = card_->card;
  const int lapses = card_->memory.lapses;
  const auto save = options_.cram ? record_cram : record;
  const Recorded recorded = save(store, today, card, quality, took, sitting_);
  if (sitting_ == 0) sitting_ = recorded.entry.value;
  Saved saved{entry_name(store, recorded.entry), card_->id, quality, recorded.after, card, false};
  if (recorded.after.lapses > lapses)
    saved.leech = leech_is_told(recorded.after.lapses, parameters_of_note(store, card.note()).day.leech);
  const bool below = options_.cram ? quality < Quality::good : drills_on(recorded.after, today.day);
  const bool again = below && !options_.once;
  const bool waits = !options_.cram && recorded.after.wait.count() > 0;
  session_.graded({quality, recorded.entry, std::clamp(took, Millis{0}, Millis{60000}).count(), again,
                   again && waits ? today.now + recorded.after.wait : Instant{}});
  if (!again) leases_->give_back(card);
  draw();
  return saved;
}

double Study::seconds_per_answer() const { return seconds_; }

TypedStrictly Study::typed_strictly() const {
  return parameters_of_note(collection_.store(), card()->card.note()).day.typed;
}

std::vector<CardId> Study::answered() const { return session_.answered(); }

int Study::more_new(int count) {
  Store& store = collection_.store();
  const Today today = now_();
  StudyOptions more = options_;
  more.limit.reset();
  std::set<CardId> here;
  int waiting = 0;
  for (const QueuedCard& card : session_.waiting()) {
    here.insert(card.card);
    waiting += card.kind == QueuedCard::Kind::fresh;
  }
  std::vector<QueuedCard> fresh;
  const int begun = new_cards_begun(store, today.day);
  for (const QueuedCard& card : new_cards_up_to(store, more, today, *leases_, count + static_cast<int>(here.size())))
    if (static_cast<int>(fresh.size()) < count && !here.contains(card.card) && leases_->take(card.card)) fresh.push_back(card);
  if (fresh.empty()) return 0;  // nothing to save either
  const int came = static_cast<int>(fresh.size());
  save_new_limit(store, today, std::max(new_limit_of(store, today.day, options_.rules), begun + waiting + came), options_.rules);
  session_.add(std::move(fresh));
  if (!card_) draw();
  return came;
}

int Study::more_ahead(int days) {
  Store& store = collection_.store();
  const Today today = now_();
  StudyOptions more = options_;
  more.limit.reset();
  more.ahead = options_.ahead + days;
  std::set<CardId> here;
  for (const QueuedCard& card : session_.waiting()) here.insert(card.card);
  std::vector<QueuedCard> came;
  for (const QueuedCard& card : todays_queue(store, more, today, *leases_).cards)
    if (card.kind == QueuedCard::Kind::due && !here.contains(card.card)) came.push_back(card);
  if (came.empty()) return 0;
  options_.ahead = more.ahead;
  const int count = static_cast<int>(came.size());
  session_.add(std::move(came));
  if (!card_) draw();
  return count;
}

}  // namespace ebb
