// The cards that a verb changes: chosen by a filter or by ids, counted, and asked about when they are many.
#pragma once
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "cli/program/json_out.hpp"

namespace ebb {

struct Chosen {
  std::vector<CardId> cards;  // in the order they were added
  std::vector<NoteId> notes;  // of these cards, each once
};

// The cards that words choose: ids (`7f3a91`, also as typed from a list), or else a filter. Throws Error(Exit::no) when
// there is none. Words that choose everything are asked about, and refused without an answer. `deed` is for the
// question: `Suspend`.
Chosen choose(const World& world, Collection& collection, const std::vector<std::string>& words,
              const std::optional<std::string>& deck, const std::string& deed);
// The same without the questions: for what changes nothing yet. Empty when nothing matches.
Chosen cards_chosen(const World& world, Collection& collection, const std::vector<std::string>& words,
                    const std::optional<std::string>& deck);
// Above 20 cards a verb asks. Throws Error(Exit::no) without a yes.
void ask_above_limit(const World& world, std::size_t cards, const std::string& question);
// Whether so many cards are many: then it is asked, and a backup is made first.
bool are_many(std::size_t cards);
// The same for what is always asked about.
void ask_or_leave(const World& world, const std::string& question);
// Whether the words are the ids of cards that are here.
bool are_ids(Collection& collection, const std::vector<std::string>& words);

// What a verb did, for --json and for people.
class Outcome {
 public:
  Outcome(const World& world, bool dry_run) : world_(world), dry_run_(dry_run) {}
  // A card that was changed, or would be.
  void changed(Collection& collection, CardId card);
  std::int64_t count() const { return count_; }
  // Prints `Suspended 3 cards.` and how to take it back, or the JSON. Exit code 0, or 1 if nothing was to be changed:
  // then `already` says why.
  int finish(const std::string& done, const std::string& would, const std::string& already, const std::string& entry);

 private:
  const World& world_;
  bool dry_run_;
  std::int64_t count_ = 0;
  std::vector<std::string> ids_;       // for --json
  std::vector<std::string> examples_;  // for a dry run
};

}  // namespace ebb
