// The session engine: one queue, one list of what was done, one of what was undone.
#include "ebb/core/session.hpp"

#include <algorithm>
#include <cassert>

namespace ebb {

Session::Session(std::vector<QueuedCard> queue)
    : waiting_(std::make_move_iterator(queue.begin()), std::make_move_iterator(queue.end())) {}

std::optional<QueuedCard> Session::current() const {
  if (waiting_.empty()) return {};
  return waiting_.front();
}

void Session::reveal() { revealed_ = !waiting_.empty(); }

void Session::graded(Quality quality, const Memory& after, Day day, EntryId entry, std::int64_t took_ms) {
  graded({quality, entry, took_ms, drills_on(after, day), {}});
}

void Session::graded(const SessionAnswer& answer) {
  assert(!waiting_.empty());
  Done done{waiting_.front(), Step::graded, answer.quality, answer.entry, answer.took_ms, answer.again, answer.ready, false, {}};
  apply(done);
  done_.push_back(done);
  undone_.clear();
}

void Session::set_aside(Step step, EntryId entry) {
  assert(!waiting_.empty() && step != Step::graded);
  Done done{waiting_.front(), step, Quality::good, entry, 0, step == Step::skipped, waiting_.front().ready, false, {}};
  apply(done);
  done_.push_back(done);
  undone_.clear();
}

std::optional<EntryId> Session::undoable() const {
  if (done_.empty()) return {};
  return done_.back().entry;
}

void Session::drop() {
  assert(!waiting_.empty());
  waiting_.pop_front();
  revealed_ = false;
}

void Session::undone() {
  assert(!done_.empty());
  revert(done_.back());
  undone_.push_back(done_.back());
  done_.pop_back();
}

std::optional<EntryId> Session::redoable() const {
  if (undone_.empty()) return {};
  return undone_.back().entry;
}

void Session::redone() {
  assert(!undone_.empty());
  apply(undone_.back());
  done_.push_back(undone_.back());
  undone_.pop_back();
}

void Session::settle(Instant now) {
  const auto ready = [now](const QueuedCard& card) { return card.ready != Instant{} && card.ready <= now; };
  // Steps are few and stand near the end; the one that has waited longest goes first.
  auto first = waiting_.end();
  for (auto card = waiting_.begin(); card != waiting_.end(); ++card)
    if (ready(*card) && (first == waiting_.end() || card->ready < first->ready)) first = card;
  if (first == waiting_.end() || first == waiting_.begin()) return;
  const QueuedCard card = *first;
  waiting_.erase(first);
  waiting_.push_front(card);
}

void Session::add(std::vector<QueuedCard> more) {
  // New cards come before the drill round, which ends the sitting.
  const auto drills = std::find_if(waiting_.begin(), waiting_.end(),
                                   [](const QueuedCard& card) { return card.kind == QueuedCard::Kind::drill; });
  waiting_.insert(drills, more.begin(), more.end());
}

void Session::set_aside_other(CardId card, Step step, EntryId entry) {
  Done done{{card, QueuedCard::Kind::drill, {}}, step, Quality::good, entry, 0, false, {}, true, {}};
  apply(done);
  done_.push_back(done);
  undone_.clear();
}

std::optional<CardId> Session::last_answered() const {
  for (auto done = done_.rbegin(); done != done_.rend(); ++done)
    if (done->step == Step::graded) return done->card.card;
  return {};
}

std::vector<CardId> Session::answered() const {
  std::vector<CardId> cards;
  for (const Done& done : done_)
    if (done.step == Step::graded && std::find(cards.begin(), cards.end(), done.card.card) == cards.end())
      cards.push_back(done.card.card);
  return cards;
}

namespace {

bool stays(Step step) {
  return step == Step::marked || step == Step::edited;
}

}  // namespace

void Session::apply_other(Done& done) {
  done.place.reset();
  const auto its = std::find_if(waiting_.begin(), waiting_.end(),
                                [&](const QueuedCard& card) { return card.card == done.card.card; });
  if (its == waiting_.end() || stays(done.step)) return;
  done.card = *its;
  done.place = its - waiting_.begin();
  if (done.place == 0) revealed_ = false;
  waiting_.erase(its);
}

void Session::apply(Done& done) {
  if (done.other) return apply_other(done);
  if (stays(done.step)) return;
  if (done.step != Step::skipped) ++finished_[done.card.card];
  // Mostly the front; a redo may find another card there, when one was answered elsewhere meanwhile.
  const auto its = std::find_if(waiting_.begin(), waiting_.end(),
                                [&](const QueuedCard& card) { return card.card == done.card.card; });
  if (its != waiting_.end()) waiting_.erase(its);
  revealed_ = false;
  if (!done.requeued) return;
  QueuedCard again = done.card;
  if (done.step == Step::graded) again.kind = QueuedCard::Kind::drill;
  // A card that was skipped waits for the others, whatever its time.
  again.ready = done.step == Step::graded ? done.ready : Instant{};
  waiting_.push_back(again);
}

void Session::revert(const Done& done) {
  if (done.other) {
    if (!done.place) return;
    const auto place = std::min(*done.place, static_cast<std::ptrdiff_t>(waiting_.size()));
    waiting_.insert(waiting_.begin() + place, done.card);
    return;
  }
  if (stays(done.step)) return;
  if (done.step != Step::skipped && --finished_[done.card.card] == 0) finished_.erase(done.card.card);
  if (done.requeued) {
    // The card's own last place: later steps were taken back before this one, so it is the last of its id.
    const auto last = std::find_if(waiting_.rbegin(), waiting_.rend(),
                                   [&](const QueuedCard& card) { return card.card == done.card.card; });
    if (last != waiting_.rend()) waiting_.erase(std::next(last).base());
  }
  waiting_.push_front(done.card);
  revealed_ = false;
}

Progress Session::progress() const {
  Progress progress;
  int waiting_again = 0;  // cards counted among the finished ones that wait for their drill
  for (const QueuedCard& card : waiting_) {
    if (card.kind != QueuedCard::Kind::drill) continue;
    ++progress.drilling;
    waiting_again += finished_.contains(card.card);
  }
  const int finished = static_cast<int>(finished_.size());
  progress.left = static_cast<int>(waiting_.size());
  progress.total = finished + progress.left - waiting_again;
  progress.shown = finished;
  if (!waiting_.empty() && waiting_.front().kind != QueuedCard::Kind::drill) ++progress.shown;
  progress.shown = std::clamp(progress.shown, std::min(1, progress.total), progress.total);
  return progress;
}

SessionSummary Session::summary() const {
  struct Life {
    int answers = 0, agains = 0;
    bool first_right = false, fresh = false;
  };
  std::map<CardId, Life> lives;
  SessionSummary summary;
  for (const Done& done : done_) {
    if (done.step == Step::marked && std::erase(summary.marked, done.card.card) == 0)
      summary.marked.push_back(done.card.card);
    if (done.step != Step::graded) continue;
    Life& life = lives[done.card.card];
    if (life.answers++ == 0) {
      life.first_right = !failed(done.quality);
      life.fresh = done.card.kind == QueuedCard::Kind::fresh;
    }
    if (done.quality < Quality::good) ++life.agains;
    ++summary.answers;
    summary.took_ms += done.took_ms;
  }
  for (const auto& [card, life] : lives) {
    ++summary.cards;
    summary.right_first += life.first_right;
    summary.fresh += life.fresh;
    summary.drilled += life.agains > 0;
    if (life.agains > 0) summary.hardest.push_back({card, life.agains});
  }
  std::stable_sort(summary.hardest.begin(), summary.hardest.end(),
                   [](const auto& a, const auto& b) { return a.agains > b.agains; });
  if (summary.hardest.size() > 3) summary.hardest.resize(3);
  return summary;
}

}  // namespace ebb
