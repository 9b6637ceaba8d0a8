// Anki's schedules and histories in our words.
#pragma once
#include <optional>
#include <string>

#include "ebb/core/import.hpp"
#include "formats/anki/calendar.hpp"
#include "formats/anki/rows.hpp"

namespace ebb {

// What a card's `data` says: FSRS's state.
struct AnkiCardData {
  double stability = 0, difficulty = 0;
  std::int64_t last_review = 0;  // seconds; 0 if it is not there
};
AnkiCardData card_data(const std::string& json);

// Where the card stands; nothing for a new one.
std::optional<Memory> anki_memory(const AnkiCard& card, const AnkiCalendar& calendar);

// Anki counts the learning steps that are left, we those that were begun; both of as many steps as a deck has by itself.
int step_from_left(std::int64_t left, bool relearning);
std::int64_t left_from_step(int step, bool relearning);

// A collection of the first scheduler numbered the grades of learning steps one lower, and had no relearning cards.
void upgrade_from_first_scheduler(AnkiCard& card);

// One answer; nothing for an entry that is none (a schedule set by hand).
std::optional<ImportedReview> anki_review(const AnkiAnswer& answer, const AnkiCalendar& calendar);

// What is kept of card and answer as JSON, so that they can be written again as they were.
std::string card_facts(const AnkiCard& card, const std::string& other_deck);
std::string answer_facts(const AnkiAnswer& answer);

// The whole card.
ImportedCard imported_card(const AnkiCard& card, const AnkiCalendar& calendar, const std::string& other_deck);

}  // namespace ebb
