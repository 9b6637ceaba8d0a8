// Reading what tests ask about a card.
#include "store/find/sieved_card.hpp"

#include <algorithm>
#include <cstdlib>

#include "ebb/text/unicode.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_cards.hpp"

namespace ebb {
namespace {

std::optional<Day> day_in(const Statement& row, int column) {
  const std::int64_t number = row.number(column);
  if (row.null(column) || number == 0 || number >= new_position) return {};
  return day_from_number(static_cast<int>(number));
}

}  // namespace

void SievedCard::read(const Statement& row) {
  row_ = &row;
  card_ = CardId{row.number(0)};
  live_ = !row.null(1);
  flags_ = static_cast<int>(row.number(9));
  deck_ = row.number(14);
  note_flags_ = static_cast<int>(row.number(15));
  q_ = row.number(16);
  a_ = or_q(row.number(17));
  more_ = or_q(row.number(18));
  born_ = or_q(row.number(19));
  has_memory_ = has_text_ = false;
  guid_.reset();
  folded_question_.reset();
  folded_answer_.reset();
}

void SievedCard::read_memory() const {
  const Statement& row = *row_;
  memory_ = Memory{};
  memory_.due = day_in(row, 1);
  memory_.last = day_in(row, 2);
  memory_.interval = static_cast<int>(row.number(3));
  memory_.repetitions = static_cast<int>(row.number(4));
  memory_.ease = static_cast<int>(row.number(5));
  memory_.reviews = static_cast<int>(row.number(6));
  memory_.lapses = static_cast<int>(row.number(7));
  memory_.drill = day_in(row, 8);
  memory_.stability = row.real(10);
  memory_.difficulty = row.real(11);
  memory_.step = std::abs(static_cast<int>(row.number(12)));
  memory_.relearning = row.number(12) < 0;
  memory_.wait = std::chrono::seconds{row.number(20)};
  has_memory_ = true;
}

Memory SievedCard::shown_memory() {
  if (memory().reviews > 0 && !live_) return fold_card(store_, card_).memory;
  Memory shown = memory();
  if (shown.reviews == 0) shown.due.reset();
  return shown;
}

bool SievedCard::suspended() const { return flags_ & card_suspended; }

bool SievedCard::gone() const { return flags_ & card_gone; }

std::optional<Day> SievedCard::due() {
  if (memory().reviews == 0) return {};
  return live_ ? memory().due : fold_card(store_, card_).memory.due;
}

std::optional<double> SievedCard::recall(Day day) const {
  if (memory().reviews == 0) return {};
  return store_.scheduler(row_->number(13)).recall(memory(), day);
}

void SievedCard::take_text(const Statement& row) {
  question_ = row.text(0);
  answer_ = row.text(1);
  more_text_ = row.text(2);
  card_keys_.clear();
  flag_ = 0;
  if (more_text_.find("\"cards\"") == std::string::npos) return;
  for (NoteCard& own : cards_in(more_text_)) {
    if (own.ordinal != card_.ordinal()) continue;
    if (!own.question.empty() || !own.answer.empty()) {
      question_ = std::move(own.question);
      answer_ = std::move(own.answer);
    }
    flag_ = own.flag;
    card_keys_ = std::move(own.more);
  }
}

void SievedCard::read_text() {
  if (has_text_) return;
  const bool whole = a_ == q_ && more_ == q_;
  Statement& find = whole ? store_.sql("SELECT q, a, more, guid FROM change WHERE id = ?1")
                          : store_.sql("SELECT cq.q, ca.a, cm.more FROM change AS cq JOIN change AS ca ON ca.id = ?2"
                                       " JOIN change AS cm ON cm.id = ?3 WHERE cq.id = ?1");
  find.bind(1, q_);
  if (!whole) find.bind(2, a_).bind(3, more_);
  if (find.step()) {
    take_text(find);
    if (whole && born_ == q_) guid_ = guid_column(find, 3);  // on the same row: not read again
  }
  find.reset();
  has_text_ = true;
}

const std::string& SievedCard::question() {
  read_text();
  return question_;
}

const std::string& SievedCard::answer() {
  read_text();
  return answer_;
}

const std::string& SievedCard::more() {
  read_text();
  return more_text_;
}

const std::string& SievedCard::card_keys() {
  read_text();
  return card_keys_;
}

const std::string& SievedCard::folded_question() {
  if (!folded_question_) folded_question_ = fold_text(question());
  return *folded_question_;
}

const std::string& SievedCard::folded_answer() {
  if (!folded_answer_) folded_answer_ = fold_text(answer());
  return *folded_answer_;
}

int SievedCard::flag() {
  read_text();
  return flag_;
}

std::string SievedCard::public_id() {
  if (!guid_) {
    Statement& find = store_.sql("SELECT guid FROM change WHERE id = ?");
    if (find.bind(1, born_).step()) guid_ = guid_column(find, 0);
    find.reset();
  }
  return guid_ ? hex(*guid_) + "." + std::to_string(card_.ordinal()) : std::string();
}

std::optional<Day> SievedCard::day_of_entry(std::int64_t entry, int rollover_min) {
  Statement& find = store_.sql("SELECT (hlc >> 16) - lag, tz FROM change WHERE id = ?");
  if (!find.bind(1, entry).step()) return {};
  const std::int64_t minutes = find.number(0) / 60000 + find.number(1) - rollover_min;
  find.reset();
  constexpr std::int64_t per_day = std::int64_t{24} * 60;
  return day_from_number(static_cast<int>(minutes >= 0 ? minutes / per_day : (minutes - per_day + 1) / per_day));
}

std::optional<Day> SievedCard::added(int rollover_min) { return day_of_entry(born_, rollover_min); }

std::optional<Day> SievedCard::edited(int rollover_min) {
  std::optional<Day> newest;
  for (const std::int64_t entry : {q_, a_, more_}) {
    if (entry == born_) continue;
    if (const auto day = day_of_entry(entry, rollover_min)) newest = newest ? std::max(*newest, *day) : *day;
  }
  return newest;
}

}  // namespace ebb
