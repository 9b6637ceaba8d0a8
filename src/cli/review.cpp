// ebb review: the sitting of the day, in the face that fits where it runs.
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/configuration.hpp"
#include "cli/hook_run.hpp"
#include "cli/nothing_due.hpp"
#include "cli/review_faces.hpp"
#include "cli/why_lines.hpp"
#include "ebb/core/error.hpp"
#include "ebb/store/doctor.hpp"
#include "ebb/tui/review_screen.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"-n,--limit", "N", "at most so many cards"},
    {"--new", "N", "today's limit of new cards becomes N"},
    {"--order", "ORDER", "due (the default), random, or added"},
    {"--grades", "KEYS", "2, 4 (the default), or 6 for SM-2's own 0-5"},
    {"--protocol", "json", "events and commands as lines, for other programs (docs/protocol.md)"},
    {"--no-preview", "", "do not show what each grade would do"},
    {"--seed", "N", "makes --order random repeatable"},
    deck_option,
};

enum class Face { screen, lines, protocol };

StudyOptions::Order order_asked(const Configuration& config) {
  const std::string order = config.text("review.order");
  if (order == "random") return StudyOptions::Order::random;
  return order == "added" ? StudyOptions::Order::added : StudyOptions::Order::due;
}

Face face_asked(const World& world, const Configuration& config, const Arguments& arguments) {
  if (const auto protocol = arguments.value("--protocol")) {
    if (*protocol != "json") throw Error(Exit::usage, fmt::format("--protocol is json, not \"{}\".", *protocol));
    return Face::protocol;
  }
  if (world.globals.json) throw Error(Exit::usage, "review has no --json; programs use: ebb review --protocol json");
  const bool screen = world.in_terminal && world.out_terminal && !world.globals.plain &&
                      config.text("review.face") == "screen" &&
                      terminal_is_usable(environment("TERM").value_or("dumb"));
  return screen ? Face::screen : Face::lines;
}

StudyOptions study_options(const World& world, const Configuration& config, const Arguments& arguments) {
  StudyOptions study;
  study.filter = parse_filter(arguments.words, arguments.value("--deck"));
  study.limit = config.number("review.limit");
  study.new_limit = arguments.number("--new");
  study.order = order_asked(config);
  const auto seed = arguments.number("--seed");
  study.seed = static_cast<std::uint64_t>(seed ? *seed : world.clock().time_since_epoch().count());
  return study;
}

Left on_screen(Study& study, const World& world, const FaceOptions& face, const CardFilter& filter) {
  ReviewScreenOptions screen;
  screen.grades = face.grades;
  screen.preview = face.preview;
  screen.colour = looks_of(world).colour;
  screen.ascii = face.ascii;
  screen.filter = filter;
  screen.steady = steady_clock_ms;
  screen.why = [&study, ascii = face.ascii](CardId card) {
    std::vector<std::string> lines = why_lines(study.collection(), card, study.today());
    for (std::string& line : lines) line = Looks{false, ascii, 0}.drawn(std::move(line));
    return lines;
  };
  return review_on_screen(study, screen);
}

// One sitting, from the first card to the summary. Leases are given back when it returns.
Left sit(const World& world, Collection& collection, const StudyOptions& wanted, const FaceOptions& face, Face where) {
  Study study(collection, wanted, [&world] { return world.today(); });
  std::string idle;
  if (wanted.limit == 0)
    idle = "No cards were asked for (-n 0).";
  else if (study.card() == nullptr)
    idle = nothing_due(world, collection, wanted.filter, counts(collection, wanted.filter, world.today()));
  Left left = Left::finished;
  if (where == Face::protocol)
    review_by_protocol(study, face, idle);
  else if (!idle.empty())
    std::cout << Looks{false, face.ascii, 0}.drawn(idle) << '\n';
  else if (where == Face::screen)
    left = on_screen(study, world, face, wanted.filter);
  else
    review_in_lines(study, face);
  std::cout.flush();
  if (study.summary().answers > 0) seal(collection, world.today());
  session_ended(world, collection, study.summary());
  return left;
}

int run(const World& world, const Arguments& arguments) {
  const Configuration config = world.config().with(arguments);
  const StudyOptions study = study_options(world, config, arguments);
  const Face where = face_asked(world, config, arguments);
  const FaceOptions face{config.number("review.grades").value_or(4), config.flag("review.preview"),
                         looks_of(world).ascii, world.ebb(), !world.in_terminal};
  auto collection = open_if_any(world, Purpose::write);
  if (!collection) {
    if (where == Face::protocol) throw Error(Exit::store, no_cards_yet);
    std::cout << world.placed(no_cards_yet) << '\n';
    return 0;
  }
  const Left left = sit(world, *collection, study, face, where);
  world.remember(*collection);
  return left == Left::interrupted ? static_cast<int>(Exit::interrupted) : 0;
}

}  // namespace

const Command review_command{"review",
                             "r drill study",
                             "[FILTER…]",
                             "review what is due today",
                             "ebb review                      everything that is due\n"
                             "ebb review deck:es::verbs       one deck and those under it\n"
                             "ebb review -n 20 --new 5        at most 20 cards, 5 of them new\n"
                             "ebb review --plain              lines instead of a screen",
                             options,
                             run};

}  // namespace ebb
