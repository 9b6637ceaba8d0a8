// A collection in a folder of its own, and a clock that the test moves.
#pragma once
#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ebb/schedule/schedulers.hpp"
#include "ebb/store/collection.hpp"
#include "ebb/store/doctor.hpp"
#include "ebb/store/import.hpp"
#include "ebb/store/log.hpp"
#include "ebb/store/study.hpp"
#include "store/file/store.hpp"

namespace ebb {

class Home {
 public:
  Home() {
    std::string name = (std::filesystem::temp_directory_path() / "ebb-store-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder = name;
    path = folder + "/collection.db";
    open();
  }
  ~Home() {
    collection.reset();
    std::filesystem::remove_all(folder);
  }
  Collection& open(Purpose purpose = Purpose::create, const std::string& owner = {}, const std::string& memo = {}) {
    collection.reset();
    collection = std::make_unique<Collection>(Location{path, owner, memo, false}, purpose, make_scheduler, today().now);
    return *collection;
  }
  // 08:00 UTC of the study day.
  Today today() const {
    const Instant midnight{std::chrono::sys_days{day.time_since_epoch()}};
    return {midnight + std::chrono::hours{8} + Millis{ticks++}, day, midnight + std::chrono::hours{28}, 0};
  }
  void next_day(int days = 1) { day += std::chrono::days{days}; }

  // Imports notes given as question and answer; ids are `id|question` when there is a bar.
  ImportPlan import(const std::vector<std::pair<std::string, std::string>>& notes, const std::string& deck = "dnn",
                    OnGone on_gone = OnGone::orphan, bool commit = true, const std::string& deck_id = {}) {
    Importer importer(*collection, today(), on_gone);
    int card = 0;
    for (const auto& [question, answer] : notes) {
      ImportedNote note;
      const std::size_t bar = question.find('|');
      note.id = bar == std::string::npos ? "" : question.substr(0, bar);
      note.question = bar == std::string::npos ? question : question.substr(bar + 1);
      note.answer = answer;
      note.deck = deck;
      note.deck_id = deck_id;
      note.tags = {"test"};
      note.card = ++card;
      importer.note(std::move(note));
    }
    ImportPlan plan = importer.finish();
    if (commit) {
      importer.commit();
      plan.batch = importer.plan().batch;
    }
    return plan;
  }
  // Seven plain cards.
  ImportPlan import_seven() {
    return import({{"q1", "a1"}, {"q2", "a2"}, {"q3", "a3"}, {"q4", "a4"}, {"q5", "a5"}, {"q6", "a6"}, {"q7", "a7"}});
  }
  Study study(const StudyOptions& options = {}) {
    return Study(*collection, options, [this] { return today(); });
  }
  // Everything that the caches and queries show, as text: two equal texts are two equal collections.
  std::string picture(bool with_log = false) const {
    std::string text;
    for_each_card(*collection, {}, today(), [&](const CardView& card) {
      text += card.id + " " + card.deck + " " + card.question + "/" + card.answer + " ";
      for (const std::string& tag : card.tags) text += "#" + tag;
      text += " " + std::to_string(card.memory.interval) + " " + std::to_string(card.memory.ease) + " " +
              std::to_string(card.memory.repetitions) + " " + std::to_string(card.memory.reviews) + " " +
              (card.memory.due ? iso_date(*card.memory.due) : "new") + (card.memory.drill ? " drill" : "") +
              (card.suspended ? " suspended" : "") + (card.buried ? " buried" : "") + (card.marked ? " marked" : "") +
              (card.orphan ? " orphan" : "") + "\n";
      return true;
    });
    for (const TallyRow& row : tally(*collection, day_from_number(0), day_from_number(90000)))
      text += iso_date(row.day) + " " + std::to_string(static_cast<int>(row.band)) + " " +
              std::to_string(static_cast<int>(row.quality)) + " " + std::to_string(row.answers) + " " + std::to_string(row.took_ms) + "\n";
    if (with_log)
      for_each_entry_json(*collection, [&](const std::string& entry) {
        text += entry + "\n";
        return true;
      });
    return text;
  }
  // The doctor's findings of damage as one text; empty when all is well.
  std::string damage() const {
    std::string text;
    for (const Finding& finding : diagnose(*collection, today()).findings)
      if (finding.damage) text += finding.what + "\n";
    return text;
  }
  Store& store() const { return collection->store(); }

  std::string folder, path;
  Day day = day_from_number(20000);
  std::unique_ptr<Collection> collection;

 private:
  mutable std::int64_t ticks = 0;
};

}  // namespace ebb
