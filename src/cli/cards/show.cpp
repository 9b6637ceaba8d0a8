// ebb show: cards in full.
#include <fmt/format.h>

#include <iostream>

#include "cli/cards/card_ids.hpp"
#include "cli/cards/card_json.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/looks.hpp"
#include "cli/program/wrapped.hpp"
#include "cli/schedule/why_lines.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/futures.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::string flags_text(const CardView& card) {
  std::string text;
  if (card.suspended) text += ", suspended";
  if (card.buried) text += ", buried until tomorrow";
  if (card.marked) text += ", marked";
  if (card.orphan) text += ", gone from its file";
  return text;
}

std::string schedule_text(const Memory& memory, const std::string& standing, Day day) {
  if (memory.reviews == 0) return "not seen yet";
  return fmt::format("{}; interval {}, {}, {}, {}", due_text(memory, day).substr(4), days_text(memory.interval), standing,
                     counted(memory.reviews, "review"), counted(memory.lapses, "lapse"));
}

void print_card(const CardView& card, const std::string& standing, Day day, const Looks& looks) {
  std::string tags;
  for (const std::string& tag : card.tags) tags += (tags.empty() ? "" : " ") + one_line(tag);
  std::cout << looks.bold(wrapped_card(screen_text(card.question), looks.width)) << "\n\n"
            << wrapped_card(screen_text(card.answer), looks.width) << "\n\n";
  std::cout << looks.dim("id    ") << card.id << '\n' << looks.dim("deck  ") << one_line(card.deck) << '\n';
  if (!tags.empty()) std::cout << looks.dim("tags  ") << tags << '\n';
  std::cout << looks.dim("state ") << state_name(card.memory, day) << flags_text(card) << '\n';
  std::cout << looks.dim("due   ") << wrapped("      " + schedule_text(card.memory, standing, day), looks.width).substr(6)
            << '\n';
}

int run(const World& world, const Arguments& arguments) {
  Collection collection = world.open(Purpose::read);
  const Day day = world.today().day;
  const std::vector<CardView> cards = cards_named(collection, arguments.words, world.today(), "show");
  if (world.globals.json) {
    std::vector<std::string> objects;
    objects.reserve(cards.size());
    for (const CardView& card : cards) objects.push_back(card_json(card, day).str());
    print_json(json_result().raw("cards", json_array(objects)));
    return 0;
  }
  const Looks looks = looks_of(world);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (i > 0) std::cout << "\n--------\n\n";
    print_card(cards[i], life_of(collection, cards[i].card).scheduler->standing(cards[i].memory), day, looks);
  }
  return 0;
}

}  // namespace

const Command show_command{"show",
                           "",
                           "ID…",
                           "a card in full",
                           "ebb show 7f3a91          question, answer, tags and schedule\n"
                           "ebb show 7f3a91 --json   the same for programs",
                           {},
                           run};

}  // namespace ebb
