// JSON values that were taken down whole: a text, and the schedules and histories of a card.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/import.hpp"

namespace ebb {

// The text that a JSON string stands for; nothing if it is none.
std::optional<std::string> text_of_json(std::string_view json);

// The card of an ordinal; added, in order, if it is not there yet.
ImportedCard& card_of(std::vector<ImportedCard>& cards, int ordinal);

// Reads the members `schedule` and `reviews` of a canonical card (data/deck.schema.json) into its cards. Returns how
// many of their elements could not be read.
int read_schedules(std::string_view json, std::vector<ImportedCard>& cards);
int read_reviews(std::string_view json, std::vector<ImportedCard>& cards);

// The same for `performance` of hashcards' export. Returns 1 if it cannot be read.
int read_performance(std::string_view json, ImportedCard& card);

// The study day of an answer, given its offset from UTC: days begin at 04:00.
Day study_day(Instant at, int offset_min);
// SM-2's count of successes in a row, where a file gives none, from the interval they led to.
int likely_repetitions(int interval);

}  // namespace ebb
