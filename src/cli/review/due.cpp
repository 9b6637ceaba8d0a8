// ebb due: the counts of the day for people, prompts and programs. Reads only: creates, locks and backs up nothing.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/review/due_json.hpp"
#include "cli/review/due_words.hpp"
#include "cli/review/nothing_due.hpp"
#include "cli/review/sittings.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/statistics.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--by", "WHAT", "rows by deck (as without it), tag, or day"},
    {"--forecast", "DAYS", "how many cards fall due on each of so many days"},
    {"--format", "TEXT", "a line of your own, for prompts: {due} {new} {learning} {deferred} {eta} {total} {next}"},
    deck_option,
};
constexpr int longest_forecast = 3650, usual_forecast = 14;

std::string value_of(std::string_view name, const Counts& counts) {
  if (name == "due") return std::to_string(counts.due);
  if (name == "new") return std::to_string(counts.fresh);
  if (name == "learning") return std::to_string(counts.drill);
  if (name == "deferred") return std::to_string(counts.deferred + counts.new_left_out);
  if (name == "total") return std::to_string(counts.due + counts.fresh + counts.drill);
  if (name == "eta") return fmt::format("{}m", (time_to_go(counts).count() + 59999) / 60000);
  if (name == "next") return counts.next_day ? iso_date(*counts.next_day) : "";
  throw Error(Exit::usage, fmt::format("--format knows no {{{}}}; there are {{due}} {{new}} {{learning}} {{deferred}} "
                                       "{{eta}} {{total}} {{next}}.",
                                       one_line(name)));
}

// `{name}` is replaced; `{{` and `}}` are braces, `\n` and `\t` what they look like.
std::string filled(std::string_view format, const Counts& counts) {
  std::string text;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const std::string_view two = format.substr(at, 2);
    if (two == "{{" || two == "}}") {
      text += two[0];
      ++at;
    } else if (two == "\\n" || two == "\\t") {
      text += two == "\\n" ? '\n' : '\t';
      ++at;
    } else if (format[at] == '{') {
      const std::size_t end = format.find('}', at);
      if (end == std::string_view::npos) throw Error(Exit::usage, "--format: a { has no }; write {{ for a brace.");
      text += value_of(format.substr(at + 1, end - at - 1), counts);
      at = end;
    } else {
      text += format[at];
    }
  }
  return text;
}

// The forecast of the cards that the filter finds; without one it is read from an index.
std::vector<int> forecast_of(Collection& collection, const CardFilter& filter, const Today& today, int days) {
  if (filter.empty()) return forecast(collection, today.day, days);
  std::vector<int> cards(static_cast<std::size_t>(days));
  for_each_counted_card(collection, filter, today, [&](const CountedCard& card) {
    if (card.suspended || !card.memory.due) return;
    const auto ahead = std::max<std::int64_t>((*card.memory.due - today.day).count(), 0);
    if (ahead < days) ++cards[static_cast<std::size_t>(ahead)];
  });
  return cards;
}

void print_forecast(Day today, const std::vector<int>& cards, const Looks& looks) {
  const int most = *std::max_element(cards.begin(), cards.end());
  const std::string_view block = looks.ascii ? "#" : "▇";
  for (std::size_t i = 0; i < cards.size(); ++i) {
    std::string bar;
    for (int n = 0; most > 0 && n < (cards[i] * 40 + most - 1) / most; ++n) bar += block;
    std::cout << fmt::format("{} {:>7}{}{}\n", iso_date(today + std::chrono::days{static_cast<int>(i)}),
                             with_commas(cards[i]), bar.empty() ? "" : "  ", bar);
  }
}

// `rows` are decks or tags, each with what is to be done of it.
void print_due(const World& world, Collection& collection, const CardFilter& filter, const Counts& counts,
               const std::vector<DeckCounts>& rows) {
  const Looks looks = looks_of(world);
  if (counts.due + counts.fresh + counts.drill + counts.deferred == 0) {
    std::cout << looks.drawn(nothing_due(world, collection, filter, counts)) << '\n';
    return;
  }
  std::cout << counts_line(counts, looks) << '\n';
  const int width = deck_name_width(rows, looks);
  for (const DeckCounts& row : rows) std::cout << deck_line(row, width, looks) << '\n';
}

std::string by_asked(const Arguments& arguments) {
  const std::string by = arguments.value("--by").value_or("deck");
  if (by != "deck" && by != "tag" && by != "day")
    throw Error(Exit::usage, fmt::format("--by is `{}`. There are: deck, tag, day.", one_line(by)));
  return by;
}

std::optional<int> forecast_asked(const Arguments& arguments) {
  auto days = arguments.number("--forecast");
  if (!days && by_asked(arguments) == "day") days = usual_forecast;
  if (days && (*days < 1 || *days > longest_forecast))
    throw Error(Exit::usage, fmt::format("--forecast takes 1 to {} days.", longest_forecast));
  return days;
}

// What to print, once the counts are known. `collection` is null when there is none.
void print(const World& world, const Arguments& arguments, Collection* collection, const CardFilter& filter,
           const Counts& counts) {
  const auto days = forecast_asked(arguments);
  const bool by_tag = by_asked(arguments) == "tag";
  std::vector<int> cards(static_cast<std::size_t>(days.value_or(0)));
  if (days && collection != nullptr) cards = forecast_of(*collection, filter, world.today(), *days);
  std::vector<DeckCounts> rows = counts.decks;
  if (by_tag && collection != nullptr) rows = counts_by_tag(*collection, filter, world.today(), day_rules(world.config()));
  if (world.globals.json) {
    JsonObject object = due_json(world, counts);
    days ? object.raw("forecast", forecast_json(world.today().day, cards)) : object.null("forecast");
    by_tag ? object.raw("tags", tags_json(rows)) : object.null("tags");
    print_json(object);
  } else if (const auto format = arguments.value("--format")) {
    std::cout << filled(*format, counts) << '\n';
  } else if (days) {
    print_forecast(world.today().day, cards, looks_of(world));
  } else if (collection == nullptr) {
    std::cout << world.placed(no_cards_yet) << '\n';
  } else {
    print_due(world, *collection, filter, counts, rows);
  }
}

int run(const World& world, const Arguments& arguments) {
  const CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  auto collection = open_if_any(world, Purpose::read);
  const Counts today = collection ? counts(*collection, filter, world.today(), day_rules(world.config())) : Counts{};
  const bool any = today.due + today.fresh + today.drill > 0;
  const bool asked = world.globals.json || arguments.has("--format");
  if (!world.globals.quiet || asked) print(world, arguments, collection ? &*collection : nullptr, filter, today);
  return world.globals.quiet && !any ? static_cast<int>(Exit::no) : 0;
}

}  // namespace

const Command due_command{"due",
                          "",
                          "[FILTER…]",
                          "counts of what is due, per deck",
                          "ebb due                          due, new and time per deck\n"
                          "ebb due -q && ebb review         review only if something is due\n"
                          "ebb due --by tag                 the same per tag\n"
                          "ebb due --forecast 14            the next two weeks; also --by day\n"
                          "ebb due --format '{due}+{new}'   for a prompt or a status line",
                          options,
                          run};

}  // namespace ebb
