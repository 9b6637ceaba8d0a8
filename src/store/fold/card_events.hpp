// What the log says of a card's schedule beside its answers: what it came with, and where it was moved.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ebb/core/import.hpp"
#include "ebb/core/memory.hpp"
#include "store/file/store.hpp"

namespace ebb {

// A schedule that the card was imported with (a new one if it was reset), or a due day that was set without an answer.
struct CardEvent {
  EntryId id;
  std::int64_t hlc = 0;
  std::optional<Memory> seed;
  Day due;                          // of a move
  std::optional<std::int64_t> par;  // a move: the parameters that the memory is read under from then on; nothing: as before
};
// The live ones of a card, in merge order.
std::vector<CardEvent> card_events(Store& store, CardId card);

// The memory after an event. A schedule that came without FSRS's state keeps the one that the history came to.
Memory after_event(const Scheduler& scheduler, const Memory& before, const CardEvent& event);

// A schedule as the JSON of a `card.seed` entry, every digit of it, and back. The answers that came with it are entries
// of their own, the newest before the seed; what else their file said of them, JSON each, is kept here.
std::string seed_text(const Memory& memory, const std::vector<ImportedReview>& history = {});
Memory seed_from(std::string_view text);
std::vector<std::string> history_in(std::string_view text);
// The JSON of such an entry.
std::string more_of(Store& store, EntryId entry);
// The JSON of a `card.due` entry.
std::string move_text(Store& store, std::int64_t par);

}  // namespace ebb
