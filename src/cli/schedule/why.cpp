// ebb why: a card's schedule as readable arithmetic.
#include <iostream>

#include "cli/cards/card_ids.hpp"
#include "cli/cards/card_json.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/looks.hpp"
#include "cli/program/wrapped.hpp"
#include "cli/schedule/why_lines.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

void print_why(Collection& collection, const CardView& card, const Today& today, const Looks& looks) {
  const std::string question = one_line(card.question), deck = one_line(card.deck);
  const bool beside = looks.width == 0 || cells(question) + 3 + cells(deck) <= looks.width;
  std::cout << looks.bold(wrapped_card(question, looks.width)) << (beside ? "   " : "\n") << looks.dim(deck) << "\n\n";
  for (const std::string& line : why_lines(collection, card.card, today))
    std::cout << wrapped((line.empty() ? "" : " ") + looks.drawn(line), looks.width) << '\n';
}

int run(const World& world, const Arguments& arguments) {
  Collection collection = world.open(Purpose::read);
  const Today today = world.today();
  const std::vector<CardView> cards = cards_named(collection, arguments.words, today, "why");
  const Looks looks = looks_of(world);
  std::vector<std::string> objects;
  for (const CardView& card : cards) {
    if (world.globals.json) {
      JsonObject object;
      add_why(object, collection, card, today);
      objects.push_back(object.str());
    } else {
      if (&card != &cards.front()) std::cout << '\n';
      print_why(collection, card, today, looks);
    }
  }
  if (world.globals.json) print_json(json_result().raw("cards", json_array(objects)));
  return 0;
}

}  // namespace

const Command why_command{"why",
                          "",
                          "ID…",
                          "why a card is due when it is, and what each grade would do",
                          "ebb why 7f3a91    its answers, its arithmetic, its futures",
                          {},
                          run};

}  // namespace ebb
