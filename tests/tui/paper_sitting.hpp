// A sitting on paper: the real session engine and the real SM-2, without a database.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "ebb/core/error.hpp"
#include "ebb/schedule/schedulers.hpp"
#include "tui/review/sitting.hpp"

namespace ebb::test {

/// The study day of all tests: 2026-11-25.
inline const Day today = day_from_number(20782);

class PaperSitting : public Sitting {
 public:
  explicit PaperSitting(std::vector<CardFace> cards) : session_(queue_of(cards.size())), cards_(std::move(cards)) {}

  std::optional<CardFace> card() override {
    const auto current = session_.current();
    if (!current) return {};
    CardFace face = at(current->card);
    face.kind = current->kind;
    return face;
  }
  bool revealed() override { return session_.revealed(); }
  void reveal() override { session_.reveal(); }
  Outlook outlook() override { return ebb::outlook(*sm2_, card()->memory, day()); }
  Day day() override { return today; }
  void grade(Quality quality, Millis took) override {
    refuse_if_asked();
    CardFace& face = at(session_.current()->card);
    before_.push_back({session_.current()->card, face.memory});
    face.memory = sm2_->answer(face.memory, quality, day());
    grades.push_back(quality);
    last_ = session_.current()->card;
    leech_ = leech_at > 0 && failed(quality) && ++face.memory.lapses >= leech_at;
    session_.graded(quality, face.memory, day(), {++entries_}, took.count());
  }
  void set_aside(Step step) override {
    refuse_if_asked();
    if (step == Step::marked) at(session_.current()->card).marked ^= true;
    if (step == Step::marked) last_note.clear();
    before_.push_back({session_.current()->card, at(session_.current()->card).memory});
    session_.set_aside(step, {step == Step::skipped ? 0 : ++entries_});
    steps.push_back(step);
  }
  bool leech() const override { return leech_; }
  std::optional<CardFace> last() override { return last_ ? std::optional(at(*last_)) : std::nullopt; }
  void suspend_last() override { other(Step::suspended); }
  void rest_last() override { other(Step::rested); }
  void mark_with(const std::string& note) override {
    set_aside(Step::marked);
    at(session_.current()->card).marked = true;
    last_note = note;
  }
  bool edit(bool) override {
    at(session_.current()->card).question += " (edited)";
    before_.push_back({session_.current()->card, at(session_.current()->card).memory});
    session_.set_aside(Step::edited, {++entries_});
    return true;
  }
  int deferred() const override { return deferred_cards; }
  std::string opening() const override { return opening_words; }
  bool practice() const override { return crams; }
  int more_ahead(int days) override {
    asked_ahead += days;
    return 0;
  }
  std::optional<Step> undo() override {
    if (!session_.undoable()) return {};
    const Step step = session_.last_step();
    session_.undone();
    std::swap(at(before_.back().first).memory, before_.back().second);
    undone_.push_back(before_.back());
    before_.pop_back();
    return step;
  }
  std::optional<Step> redo() override {
    if (!session_.redoable()) return {};
    const Step step = session_.last_undone();
    session_.redone();
    std::swap(at(undone_.back().first).memory, undone_.back().second);
    before_.push_back(undone_.back());
    undone_.pop_back();
    return step;
  }
  Progress progress() override { return session_.progress(); }
  double seconds_per_answer() override { return 20; }
  int answers() const override { return session_.summary().answers; }
  SummaryFace summary() override {
    SummaryFace out;
    out.numbers = session_.summary();
    for (const auto& hard : out.numbers.hardest) out.hardest.push_back({at(hard.card).question, hard.agains});
    for (const CardId card : out.numbers.marked) out.marked.push_back(at(card).question + (last_note.empty() ? "" : " (" + last_note + ")"));
    if (!coach.empty()) out.coach = {coach};
    out.left = out.still_due = session_.progress().left;
    out.still_due += due_elsewhere;
    out.new_left = new_left;
    out.next_day = next_day;
    out.next_cards = next_day ? static_cast<int>(cards_.size()) : 0;
    return out;
  }
  int more_new(int count) override {
    asked_new += count;
    return 0;
  }
  std::vector<std::string> why() override { return {"2026-11-24  Good   first seen", "6 × 2.36 = 14.16 → 15 days"}; }

  std::vector<Quality> grades;  ///< all that were given, in order
  std::vector<Step> steps;      ///< all cards set aside, in order
  int leech_at = 0;             ///< lapses from which a card is a leech; 0: none is
  int deferred_cards = 0;       ///< due cards beyond the limit
  std::string opening_words;    ///< what is said before the first card
  std::string coach;            ///< what the coach says at the end
  bool crams = false;           ///< it is practice
  int asked_ahead = 0;          ///< how many days ahead were asked for
  std::string last_note;        ///< of the last mark
  int due_elsewhere = 0;        ///< cards due today that are not in the sitting
  int new_left = 0;             ///< new cards beyond the limit
  int asked_new = 0;            ///< how many more were asked for
  std::optional<Day> next_day = today + std::chrono::days{1};
  int refusals = 0;  ///< how many of the next saves fail

 private:
  void other(Step step) {
    refuse_if_asked();
    before_.push_back({*last_, at(*last_).memory});
    session_.set_aside_other(*last_, step, {++entries_});
    steps.push_back(step);
  }
  static std::vector<QueuedCard> queue_of(std::size_t size) {
    std::vector<QueuedCard> queue;
    for (std::size_t at = 0; at < size; ++at)
      queue.push_back({card_of({static_cast<std::int64_t>(at) + 1}, 0), QueuedCard::Kind::fresh, {}});
    return queue;
  }
  CardFace& at(CardId card) { return cards_[static_cast<std::size_t>(card.note().value - 1)]; }
  void refuse_if_asked() {
    if (refusals == 0) return;
    --refusals;
    throw Error(Exit::store, "The disk is full. Make room and try again.");
  }
  std::unique_ptr<const Scheduler> sm2_ = make_scheduler(Parameters{});
  Session session_;
  std::vector<CardFace> cards_;
  std::vector<std::pair<CardId, Memory>> before_, undone_;
  std::int64_t entries_ = 0;
  std::optional<CardId> last_;
  bool leech_ = false;
};

/// A card with an id of its own.
inline CardFace face(std::string id, std::string question, std::string answer) {
  CardFace out;
  out.id = std::move(id);
  out.deck = "dnn::training";
  out.question = std::move(question);
  out.answer = std::move(answer);
  return out;
}

}  // namespace ebb::test
