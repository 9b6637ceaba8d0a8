// Choosing cards for verbs that change them, and telling what was done.
#include "cli/cards/chosen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/cards/card_ids.hpp"
#include "cli/program/looks.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr std::size_t asked_above = 20, most_examples = 5;

// Six digits or more of an id, one of them 0-9: `decade` stays a word.
bool looks_like_id(const std::string& word) {
  const std::string hex = word.substr(0, word.find('.'));
  return hex.size() >= 6 && hex.size() <= 32 && hex.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos &&
         hex.find_first_of("0123456789") != std::string::npos;
}

void collect_notes(Chosen& chosen) {
  for (const CardId card : chosen.cards)
    if (chosen.notes.empty() || chosen.notes.back() != card.note()) chosen.notes.push_back(card.note());
  std::sort(chosen.notes.begin(), chosen.notes.end());
  chosen.notes.erase(std::unique(chosen.notes.begin(), chosen.notes.end()), chosen.notes.end());
}

}  // namespace

bool are_ids(Collection& collection, const std::vector<std::string>& words) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return looks_like_id(word) && !cards_by_id(collection, word).empty();
  });
}

Chosen cards_chosen(const World& world, Collection& collection, const std::vector<std::string>& words,
                    const std::optional<std::string>& deck) {
  Chosen chosen;
  if (!deck && are_ids(collection, words)) {
    for (const std::string& id : words)
      for (const CardView& card : cards_named(collection, id, world.today())) chosen.cards.push_back(card.card);
    std::sort(chosen.cards.begin(), chosen.cards.end());
    chosen.cards.erase(std::unique(chosen.cards.begin(), chosen.cards.end()), chosen.cards.end());
  } else {
    const auto take = [&](const CardView& card) {
      chosen.cards.push_back(card.card);
      return true;
    };
    for_each_card(collection, given_filter(world, words, deck), world.today(), take,
                  {.id = false, .text = false, .schedule = false});
  }
  collect_notes(chosen);
  return chosen;
}

void ask_or_leave(const World& world, const std::string& question) {
  if (world.ask(question)) return;
  throw Error(Exit::no, "Nothing was changed." + (world.can_ask() ? "" : " " + question + " Say yes with --yes."));
}

bool are_many(std::size_t cards) {
  return cards > asked_above;
}

void ask_above_limit(const World& world, std::size_t cards, const std::string& question) {
  if (are_many(cards)) ask_or_leave(world, question);
}

Chosen choose(const World& world, Collection& collection, const std::vector<std::string>& words,
              const std::optional<std::string>& deck, const std::string& deed) {
  Chosen chosen = cards_chosen(world, collection, words, deck);
  if (chosen.cards.empty()) throw Error(Exit::no, "No card matches. Nothing was changed.");
  const std::string cards = counted(static_cast<std::int64_t>(chosen.cards.size()), "card");
  if (given_filter(world, words, deck).empty())
    ask_or_leave(world, fmt::format("{} all {}?", deed, cards));
  else
    ask_above_limit(world, chosen.cards.size(), fmt::format("{} {}?", deed, cards));
  return chosen;
}

void Outcome::changed(Collection& collection, CardId card) {
  ++count_;
  if (world_.globals.json) {
    ids_.push_back(public_id(collection, card));
  } else if (dry_run_ && examples_.size() < most_examples) {
    if (const auto view = find_card(collection, card, world_.today()))
      examples_.push_back(short_id(view->id) + "  " + cut(one_line(view->question), 60));
  }
}

int Outcome::finish(const std::string& done, const std::string& would, const std::string& already,
                    const std::string& entry) {
  if (world_.globals.json) {
    JsonObject object = json_result();
    object.number("changed", count_).raw("cards", json_texts(ids_)).flag("applied", !dry_run_ && count_ > 0);
    print_json(object.text_or_null("entry", entry));
  } else if (count_ == 0) {
    if (!already.empty()) world_.say(already);
  } else if (dry_run_) {
    std::cout << would << "\n";
    for (const std::string& example : examples_) std::cout << "  " << looks_of(world_).drawn(example) << "\n";
    if (count_ > static_cast<std::int64_t>(examples_.size()))
      std::cout << "  and " << with_commas(count_ - static_cast<std::int64_t>(examples_.size())) << " more\n";
    std::cout << "Nothing was changed.\n";
  } else {
    world_.say(fmt::format("{} {} undo takes it back.", done, world_.ebb()));
  }
  return static_cast<int>(count_ == 0 ? Exit::no : Exit::done);
}

}  // namespace ebb
