// ebb browse: the table of cards on the whole screen.
#include "cli/cards/browse_actions.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/looks.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {deck_option};

// As it was typed: an argument with blanks was a group.
std::string typed_filter(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    const bool group = words.size() > 1 && word.find(' ') != std::string::npos && word.find('"') == std::string::npos;
    text += (text.empty() ? "" : " ") + (group ? "(" + word + ")" : word);
  }
  return text;
}

int run(const World& world, const Arguments& arguments) {
  given_filter(world, arguments.words, arguments.value("--deck"));  // refused before the screen is taken
  if (world.globals.plain || !world.in_terminal || !terminal_is_usable(environment("TERM").value_or("dumb")))
    throw Error(Exit::usage, "The table needs a terminal. In a pipe or in lines: " + world.ebb() + " list");
  Collection collection = world.open(Purpose::write);
  const Looks looks = looks_of(world);
  const BrowseScreenOptions screen{typed_filter(arguments.words), world.today().day, looks.colour, looks.ascii};
  const Left left = browse_on_screen(browse_source(world, collection, arguments.value("--deck")), screen);
  return left == Left::interrupted ? static_cast<int>(Exit::interrupted) : 0;
}

}  // namespace

const Command browse_command{.name = "browse",
                             .aliases = "",
                             .usage = "[FILTER…]",
                             .summary = "a table of cards on the whole screen: filter as you type, change many at once",
                             .examples =
                                 "ebb browse               all cards; / filters as you type, ? shows the keys\n"
                                 "ebb browse is:leech      those that are forgotten again and again\n"
                                 "ebb browse -d es dog*    in one deck",
                             .options = options,
                             .run = run};

}  // namespace ebb
