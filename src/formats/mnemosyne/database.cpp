// Five sorted queries read side by side, as for Anki.
#include "formats/mnemosyne/database.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "formats/anki/calendar.hpp"
#include "formats/html_text.hpp"
#include "formats/json/values.hpp"

namespace ebb {
namespace {

UntrustedDatabase& with_tables(UntrustedDatabase& database) {
  for (const char* table : {"facts", "data_for_fact", "cards", "tags", "tags_for_card", "log"})
    if (!database.has_table(table)) throw Error(Exit::input, std::string("it has no table \"") + table + "\"");
  return database;
}

int clamped(std::int64_t number, std::int64_t least, std::int64_t most) {
  return static_cast<int>(std::clamp(number, least, most));
}

}  // namespace

MnemosyneFacts::MnemosyneFacts(UntrustedDatabase& database)
    : facts_in_all_(with_tables(database).number("SELECT count(*) FROM facts")),
      facts_(database, "SELECT _id, id FROM facts ORDER BY _id"),
      data_(database, "SELECT _fact_id, key, value FROM data_for_fact NOT INDEXED ORDER BY _fact_id"),
      cards_(database,
             "SELECT _fact_id, _id, id, card_type_id, fact_view_id, grade, easiness, last_rep, next_rep, acq_reps, "
             "ret_reps, "
             "lapses FROM cards NOT INDEXED ORDER BY _fact_id, fact_view_id, _id"),
      tags_(database,
            "SELECT DISTINCT c._fact_id, t.name FROM tags_for_card x NOT INDEXED CROSS JOIN cards c NOT INDEXED ON "
            "c._id = x._card_id "
            "CROSS JOIN tags t NOT INDEXED ON t._id = x._tag_id ORDER BY c._fact_id, t.name"),
      answers_(
          database,
          "SELECT c._fact_id, c.fact_view_id, c._id, l.timestamp, l.grade, l.thinking_time FROM cards c NOT INDEXED "
          "JOIN log l ON l.object_id = c.id AND l.event_type = 9 ORDER BY c._fact_id, c.fact_view_id, c._id, "
          "l.timestamp"),
      has_data_(data_.step()),
      has_card_(cards_.step()),
      has_tag_(tags_.step()),
      has_answer_(answers_.step()) {}

bool MnemosyneFacts::next(MnemosyneFact& fact) {
  if (!facts_.step()) return false;
  const std::int64_t number = facts_.number(0);
  fact = {};
  fact.id = valid_utf8(facts_.text(1));
  for (; has_data_ && data_.number(0) <= number; has_data_ = data_.step())
    if (data_.number(0) == number) fact.data.emplace(valid_utf8(data_.text(1)), valid_utf8(data_.text(2)));
  for (; has_tag_ && tags_.number(0) <= number; has_tag_ = tags_.step())
    if (tags_.number(0) == number) fact.tags.push_back(valid_utf8(tags_.text(1)));
  for (; has_card_ && cards_.number(0) <= number; has_card_ = cards_.step())
    if (cards_.number(0) == number) take_card(fact);
  while (has_answer_ && answers_.number(0) <= number) has_answer_ = answers_.step();
  return true;
}

void MnemosyneFacts::take_card(MnemosyneFact& fact) {
  MnemosyneCard card;
  card.id = valid_utf8(cards_.text(2));
  card.type = valid_utf8(cards_.text(3));
  card.view = valid_utf8(cards_.text(4));
  card.grade = clamped(cards_.number(5), -1, 5);
  card.easiness = cards_.real(6);
  card.last = cards_.number(7);
  card.next = cards_.number(8);
  card.acquisitions = clamped(cards_.number(9), 0, 1000000);
  card.retentions = clamped(cards_.number(10), 0, 1000000);
  card.lapses = clamped(cards_.number(11), 0, 1000000);
  while (has_answer_ && answers_.number(0) < cards_.number(0)) has_answer_ = answers_.step();
  while (has_answer_ && answers_.number(0) == cards_.number(0) && answers_.number(2) == cards_.number(1)) {
    ImportedReview review;
    review.at = instant_from_ms(std::clamp<std::int64_t>(answers_.number(3), 0, 250000000000) * 1000);
    review.day = study_day(review.at, 0);
    review.took = Millis(std::clamp<std::int64_t>(answers_.number(5), 0, 86400) * 1000);
    const std::optional<Quality> quality = quality_from(clamped(answers_.number(4), -1, 9));
    if (quality) review.quality = *quality;
    if (quality && answers_.number(3) > 0) card.reviews.push_back(std::move(review));
    has_answer_ = answers_.step();
  }
  fact.cards.push_back(std::move(card));
}

}  // namespace ebb
