// A card under the scheduler of its deck. After a change of settings its whole history is read anew by the new one.
#include "store/fold/standing.hpp"

#include "ebb/store/futures.hpp"
#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_names.hpp"
#include "store/fold/parameters_log.hpp"

namespace ebb {
namespace {

bool untouched(const Memory& memory) { return memory.reviews == 0; }

// The same on every machine: from the guid of the note.
std::uint64_t seed_of(Store& store, CardId card) {
  const Guid guid = birth_guid(store, card.note()).value_or(Guid{});
  std::uint64_t seed = 0;
  for (std::size_t i = 0; i < 8; ++i) seed = seed << 8 | guid.bytes[i];
  return seed + static_cast<std::uint64_t>(card.ordinal()) * 0x9e3779b97f4a7c15U;
}

int due_on(Store& store, Day day) {
  Statement& find = store.sql("SELECT count(*) FROM card WHERE due = ?");
  find.bind(1, day_number(day)).step();
  const int cards = static_cast<int>(find.number(0));
  find.reset();
  return cards;
}

// Not owned: the store keeps it as long as it lives.
std::shared_ptr<const Scheduler> borrowed(const Scheduler& scheduler) { return {std::shared_ptr<void>(), &scheduler}; }

}  // namespace

DayChoice day_choice(Store& store, CardId card, const Parameters& parameters) {
  DayChoice choice;
  choice.seed = seed_of(store, card);
  if (parameters.balance) choice.due_on = [&store](Day day) { return due_on(store, day); };
  return choice;
}

Standing standing_of(Store& store, CardId card, const CardRow& row, std::int64_t par) {
  Standing standing;
  standing.scheduler = &store.scheduler(par);
  standing.par = par;
  const bool as_stored = row.par == par || untouched(row.memory);
  standing.memory = as_stored ? row.memory : fold_card_under(store, card, *standing.scheduler);
  if (standing.scheduler->spreads() || standing.scheduler->parameters().exam)
    standing.choice = day_choice(store, card, standing.scheduler->parameters());
  return standing;
}

Futures futures_of(Collection& collection, CardId card, Day day) {
  Store& store = collection.store();
  const std::int64_t par = par_of_note(store, card.note());
  Futures futures;
  DayChoice choice;
  if (par >= 0) {
    const Standing standing = standing_of(store, card, read_card(store, card).value_or(CardRow{}), par);
    futures.scheduler = borrowed(*standing.scheduler);
    futures.now = standing.memory;
    choice = standing.choice;
  } else {  // the settings came by a merge, and nothing was answered since
    futures.scheduler = store.new_scheduler(parameters_of_note(store, card.note()));
    futures.now = fold_card_under(store, card, *futures.scheduler);
    choice = day_choice(store, card, futures.scheduler->parameters());
  }
  futures.outlook = chosen_outlook(*futures.scheduler, futures.now, day, choice);
  return futures;
}

Life life_of(Collection& collection, CardId card) {
  Store& store = collection.store();
  Life life;
  life.scheduler = borrowed(store.scheduler(fold_card(store, card).par));
  std::vector<CardEvent> events = card_events(store, card);
  std::erase_if(events, [](const CardEvent& event) { return !event.seed; });
  if (!events.empty()) life.seed = *events.back().seed;
  for (const LoggedReview& logged : live_reviews(store, card)) {
    const bool here = events.empty() || before_in_merge_order(store, events.back().id, events.back().hlc, logged.id, logged.hlc);
    here ? life.reviews.push_back(logged.review) : life.earlier.push_back(logged.review);
  }
  return life;
}

}  // namespace ebb
