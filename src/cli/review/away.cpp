// ebb away: days without reviews. They break no streak, and their cards come after them.
#include <fmt/format.h>

#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/review/spread_words.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--dry-run", "", "show what would move and change nothing"},
};

std::string span_text(const AwayDays& away) {
  return away.from == away.until ? iso_date(away.from) : iso_date(away.from) + ".." + iso_date(away.until);
}

AwayDays read_span(const std::string& word) {
  const std::size_t dots = word.find("..");
  const auto from = parse_date(word.substr(0, dots));
  const auto until = dots == std::string::npos ? from : parse_date(word.substr(dots + 2));
  if (!from || !until)
    throw Error(Exit::usage, fmt::format("Away from when to when? `{}` is not like 2026-12-20..2027-01-03.", word));
  if (*until < *from) throw Error(Exit::usage, fmt::format("`{}` ends before it begins.", word));
  constexpr auto longest = std::chrono::days{366};
  if (*until - *from > longest) throw Error(Exit::usage, "Nobody is away longer than a year: suspend the cards instead.");
  return {*from, *until};
}

std::string away_json(const AwayDays& away) {
  return JsonObject().text("from", iso_date(away.from)).text("until", iso_date(away.until)).str();
}

int show(const World& world) {
  Collection collection = world.open(Purpose::read);
  const auto away = away_days(collection);
  if (world.globals.json) {
    std::vector<std::string> all;
    for (const AwayDays& one : away) all.push_back(away_json(one));
    print_json(json_result().raw("away", json_array(all)));
    return 0;
  }
  if (away.empty()) std::cout << fmt::format("Never away. To be: {} away FROM..TO\n", world.ebb());
  for (const AwayDays& one : away) std::cout << span_text(one) << '\n';
  return 0;
}

int come_back(const World& world) {
  Collection collection = world.open(Purpose::write);
  const bool ended = come_back_now(collection, world.today());
  world.remember(collection);
  if (world.globals.json)
    print_json(json_result().flag("ended", ended));
  else
    std::cout << (ended ? "Welcome back. Cards that were moved stay where they are; " + world.ebb() + " catchup and " + world.ebb() + " review --ahead bring them nearer.\n"
                        : std::string("You are not away, nor will you be.\n"));
  return 0;
}

void print_plan(const World& world, const AwayDays& away, const SpreadPlan& plan, bool applied) {
  std::cout << fmt::format("Away {}. The streak is not broken.\n", span_text(away));
  if (plan.cards > 0) {
    std::cout << fmt::format("{} fall due meanwhile and come after it:\n", counted(plan.cards, "card"));
    for (const std::string& line : day_lines(plan, looks_of(world))) std::cout << line << '\n';
  }
  std::cout << (applied ? fmt::format("{} undo takes it back.\n", world.ebb()) : std::string("Nothing was changed.\n"));
}

int leave(const World& world, const AwayDays& away, bool dry) {
  Collection collection = world.open(dry ? Purpose::read : Purpose::write);
  const SpreadPlan plan = plan_away(collection, world.today(), away);
  if (!dry) {
    go_away(collection, world.today(), away, plan);
    world.remember(collection);
  }
  if (world.globals.json) {
    JsonObject object = json_result();
    object.text("from", iso_date(away.from)).text("until", iso_date(away.until));
    add_plan(object, plan, !dry);
    print_json(object);
  } else {
    print_plan(world, away, plan, !dry);
  }
  return 0;
}

int run(const World& world, const Arguments& arguments) {
  if (arguments.words.size() > 1) throw Error(Exit::usage, "Away takes one span: ebb away 2026-12-20..2027-01-03");
  if (arguments.words.empty()) return show(world);
  if (arguments.words[0] == "off") return come_back(world);
  return leave(world, read_span(arguments.words[0]), arguments.has("--dry-run"));
}

}  // namespace

const Command away_command{"away",
                           "",
                           "[FROM..TO|off]",
                           "days without reviews: no streak breaks, cards come after them",
                           "ebb away 2026-12-20..2027-01-03    their cards come in the two weeks after\n"
                           "ebb away off                       back early\n"
                           "ebb away                           when you are, and were",
                           options,
                           run};

}  // namespace ebb
