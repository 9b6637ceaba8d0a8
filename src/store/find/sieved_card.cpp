// Reading what tests ask about a card.
#include "store/find/sieved_card.hpp"

#include <algorithm>
#include <cstdlib>

#include "ebb/text/unicode.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_cards.hpp"
#include "store/fold/note_names.hpp"

namespace ebb {
namespace {

std::optional<Day> day_in(const Statement& row, int column) {
  const std::int64_t number = row.number(column);
  if (row.null(column) || number == 0 || number >= new_position) return {};
  return day_from_number(static_cast<int>(number));
}

}  // namespace

void SievedCard::read(const Statement& row) {
  card_ = CardId{row.number(0)};
  live_ = !row.null(1);
  memory_ = Memory{};
  memory_.due = day_in(row, 1);
  memory_.last = day_in(row, 2);
  memory_.interval = static_cast<int>(row.number(3));
  memory_.repetitions = static_cast<int>(row.number(4));
  memory_.ease = static_cast<int>(row.number(5));
  memory_.reviews = static_cast<int>(row.number(6));
  memory_.lapses = static_cast<int>(row.number(7));
  memory_.drill = day_in(row, 8);
  flags_ = static_cast<int>(row.number(9));
  memory_.stability = row.real(10);
  memory_.difficulty = row.real(11);
  memory_.step = std::abs(static_cast<int>(row.number(12)));
  par_ = row.number(13);
  deck_ = row.number(14);
  note_flags_ = static_cast<int>(row.number(15));
  q_ = row.number(16);
  a_ = or_q(row.number(17));
  more_ = or_q(row.number(18));
  born_ = or_q(row.number(19));
  has_text_ = false;
  folded_question_.reset();
  folded_answer_.reset();
}

bool SievedCard::suspended() const { return flags_ & card_suspended; }

std::optional<Day> SievedCard::due() {
  if (memory_.reviews == 0) return {};
  return live_ ? memory_.due : fold_card(store_, card_).memory.due;
}

std::optional<double> SievedCard::recall(Day day) const {
  if (memory_.reviews == 0) return {};
  return store_.scheduler(par_).recall(memory_, day);
}

void SievedCard::read_text() {
  if (has_text_) return;
  Statement& find = store_.sql(
      "SELECT cq.q, ca.a, cm.more FROM change AS cq JOIN change AS ca ON ca.id = ?2 JOIN change AS cm ON cm.id = ?3"
      " WHERE cq.id = ?1");
  if (find.bind(1, q_).bind(2, a_).bind(3, more_).step()) {
    question_ = find.text(0);
    answer_ = find.text(1);
    flag_ = 0;
    for (NoteCard& own : cards_in(find.text(2))) {
      if (own.ordinal != card_.ordinal()) continue;
      if (!own.question.empty() || !own.answer.empty()) {
        question_ = std::move(own.question);
        answer_ = std::move(own.answer);
      }
      flag_ = own.flag;
    }
    find.reset();
  }
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
  const auto guid = birth_guid(store_, note());
  return guid ? hex(*guid) + "." + std::to_string(card_.ordinal()) : std::string();
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
