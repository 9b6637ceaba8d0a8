// ebb set: another due day or another deck for cards.
#include <fmt/format.h>

#include <charconv>

#include "cli/cards/deed.hpp"
#include "cli/decks/deck_verbs.hpp"
#include "cli/program/commands.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/time.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {deck_option, dry_run_option};
constexpr int farthest = 36500;

// A day, or so many days from where each card is.
struct NewDue {
  std::optional<Day> day;
  int by = 0;
};

[[noreturn]] void refuse_due(const std::string& value) {
  throw Error(Exit::usage,
              fmt::format("\"due:{}\" is no day. It is due:2026-12-01, due:today, due:tomorrow, due:3d (in three "
                          "days), due:+3d or due:-3d (later or earlier than each card is due now).",
                          one_line(value)));
}

NewDue due_in(const std::string& value, Day today) {
  if (value == "today") return {today, 0};
  if (value == "tomorrow") return {today + std::chrono::days{1}, 0};
  if (const auto day = parse_date(value)) return {*day, 0};
  const bool moves = !value.empty() && (value[0] == '+' || value[0] == '-');
  const std::string_view digits = std::string_view(value).substr(moves ? 1 : 0);
  int days = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), days);
  const std::string_view unit =
      error == std::errc{} ? digits.substr(static_cast<std::size_t>(end - digits.data())) : "?";
  if (unit != "d" && unit != "w") refuse_due(value);
  if (unit == "w") days = std::min(days, farthest) * 7;
  if (days < 0 || days > farthest) refuse_due(value);
  if (!moves) return {today + std::chrono::days{days}, 0};
  return {{}, value[0] == '-' ? -days : days};
}

int set_due(const World& world, const Arguments& arguments, const std::vector<std::string>& words,
            const std::string& value) {
  const Today today = world.today();
  const NewDue due = due_in(value, today.day);
  Collection collection = world.open(Purpose::write);
  const bool dry_run = arguments.has("--dry-run");
  const auto deck = arguments.value("--deck");
  const Chosen chosen = dry_run ? cards_chosen(world, collection, words, deck)
                                : choose(world, collection, words, deck, "Move the due day of");
  if (chosen.cards.empty()) throw Error(Exit::no, "No card matches. Nothing was changed.");
  std::int64_t fresh = 0;
  const Deed deed{"", "Moved the due day of", "moved", "", false, [&](Edits& edits, CardId card) {
                    const auto view = find_card(collection, card, today);
                    if (!view || !view->memory.due) {
                      fresh += view.has_value();
                      return false;
                    }
                    return edits.set_due(card, due.day ? *due.day : *view->memory.due + std::chrono::days{due.by});
                  }};
  const int code = do_deed(world, collection, chosen, dry_run, deed);
  if (fresh > 0)
    world.say(fmt::format("{} new and {} no due day yet: left as {}.",
                          fresh == 1 ? "1 card is" : with_commas(fresh) + " cards are", fresh == 1 ? "has" : "have",
                          fresh == 1 ? "it is" : "they are"));
  else if (code != 0)
    world.say("Due then already. Nothing was changed.");
  return code;
}

int set_deck(const World& world, const Arguments& arguments, const std::vector<std::string>& words,
             const std::string& value) {
  const std::string deck = checked_deck_name(value);
  const Deed deed{"Move",
                  fmt::format("Moved to {}:", one_line(deck)),
                  fmt::format("moved to {}", one_line(deck)),
                  "In that deck already. Nothing was changed.",
                  true,
                  [&](Edits& edits, CardId card) { return edits.move(card.note(), deck); }};
  return do_deed(world, arguments, words, deed);
}

int run(const World& world, const Arguments& arguments) {
  const auto& words = arguments.words;
  const std::string first = words.empty() ? "" : words[0];
  const std::vector<std::string> rest(words.empty() ? words.end() : words.begin() + 1, words.end());
  if (first.starts_with("due:")) return set_due(world, arguments, rest, first.substr(4));
  if (first.starts_with("deck:")) return set_deck(world, arguments, rest, first.substr(5));
  throw Error(Exit::usage,
              fmt::format("Say first what is set: {0} set due:+3d FILTER, or {0} set deck:a::b FILTER", world.ebb()));
}

}  // namespace

const Command set_command{.name = "set",
                          .aliases = "",
                          .usage = "due:DAY|deck:NAME FILTER…",
                          .summary = "give cards another due day or another deck",
                          .examples =
                              "ebb set due:+3d tag:hard           three days later than each is due now\n"
                              "ebb set due:tomorrow is:due        or due:2026-12-01, due:today, due:10d from today\n"
                              "ebb set deck:es::verbs tag:verb    made if there is none\n",
                          .options = options,
                          .run = run};

}  // namespace ebb
