// Collections with notes of several cards, and with a backlog: what tests of the queue and of spreading begin with.
#pragma once
#include "store/home.hpp"

namespace ebb {

// Notes of two cards each, `q0` and `r0` on.
inline void import_pairs(Home& home, int notes, const std::string& deck = "pairs") {
  Importer importer(*home.collection, home.today(), OnGone::orphan);
  for (int i = 0; i < notes; ++i) {
    ImportedNote note;
    note.deck = deck;
    note.id = deck + std::to_string(i);
    note.question = "q" + std::to_string(i);
    note.answer = "r" + std::to_string(i);
    note.cards.resize(2);
    note.cards[0].question = note.question, note.cards[0].answer = note.answer;
    note.cards[1].ordinal = 1;
    note.cards[1].question = note.answer, note.cards[1].answer = note.question;
    note.card = i + 1;
    importer.note(std::move(note));
  }
  importer.finish();
  importer.commit();
}

// Cards with schedules of their own, seeded: intervals of 1 to 100 days, due from `late` days ago to yesterday.
inline void import_backlog(Home& home, int cards, int late, std::uint64_t seed, const std::string& deck = "old") {
  Importer importer(*home.collection, home.today(), OnGone::orphan);
  const auto draw = [&seed](int below) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return static_cast<int>((seed >> 33) % static_cast<std::uint64_t>(below));
  };
  for (int i = 0; i < cards; ++i) {
    ImportedNote note;
    note.deck = deck;
    note.id = deck + std::to_string(i);
    note.question = deck + std::to_string(i);
    note.answer = "a";
    note.cards.resize(1);
    note.cards[0].question = note.question, note.cards[0].answer = note.answer;
    Memory memory;
    memory.reviews = 5;
    memory.repetitions = 3;
    memory.interval = draw(10) < 5 ? 1 + draw(6) : 7 + draw(94);
    memory.due = home.day - std::chrono::days{1 + draw(late)};
    memory.last = *memory.due - std::chrono::days{memory.interval};
    note.cards[0].memory = memory;
    note.card = i + 1;
    importer.note(std::move(note));
  }
  importer.finish();
  importer.commit();
}

}  // namespace ebb
