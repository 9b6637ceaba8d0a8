// Options to a sitting, and the sitting in the face that fits where it runs.
#include "cli/review/sittings.hpp"

#include <fmt/format.h>

#include <charconv>
#include <iostream>

#include "cli/cards/editing.hpp"
#include "cli/config/hook_run.hpp"
#include "cli/review/coach.hpp"
#include "cli/review/nothing_due.hpp"
#include "cli/review/shown_media.hpp"
#include "cli/schedule/why_lines.hpp"
#include "ebb/core/error.hpp"
#include "ebb/store/doctor.hpp"

namespace ebb {
namespace {

StudyOptions::Order order_asked(const Configuration& config) {
  const std::string order = config.text("review.order");
  if (order == "due") return StudyOptions::Order::due;
  if (order == "random") return StudyOptions::Order::random;
  if (order == "recall") return StudyOptions::Order::recall;
  return order == "added" ? StudyOptions::Order::added : StudyOptions::Order::automatic;
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

std::uint64_t seed_asked(const World& world, const Arguments& arguments) {
  const auto seed = arguments.number("--seed");
  return static_cast<std::uint64_t>(seed ? *seed : world.clock().time_since_epoch().count());
}

ScreenTheme theme_asked(const Configuration& config) {
  ScreenTheme theme = theme_called(config.text("look.theme"));
  const std::pair<const char*, std::string*> colours[] = {
      {"look.again", &theme.again}, {"look.hard", &theme.hard}, {"look.good", &theme.good}, {"look.easy", &theme.easy}};
  for (const auto& [key, colour] : colours)
    if (std::string own = config.text(key); !own.empty()) *colour = std::move(own);
  return theme;
}

Left on_screen(Study& study, const World& world, const SittingOptions& options, const StudyOptions& wanted, CardMedia& media) {
  const FaceOptions& face = options.face;
  ReviewScreenOptions screen;
  screen.grades = face.grades;
  screen.type = face.type;
  screen.seed = face.seed;
  screen.preview = face.preview && !study.cramming();
  screen.colour = looks_of(world).colour;
  screen.ascii = face.ascii;
  screen.filter = wanted.filter;
  screen.rules = wanted.rules;
  screen.once = wanted.once;
  screen.theme = options.theme;
  screen.keys = options.keys;
  screen.mouse = options.mouse;
  if (!clock_is_fixed()) screen.advance = options.advance;
  screen.beside = options.face.beside;
  screen.media = &media;
  screen.edit = [&](CardId card) { return edit_one_note(world, study.collection(), card.note()); };
  screen.coach = [&] { return coach_lines(study.collection()); };
  screen.steady = steady_clock_ms;
  screen.why = [&study, ascii = face.ascii](CardId card) {
    std::vector<std::string> lines = why_lines(study.collection(), card, study.today());
    for (std::string& line : lines) line = Looks{false, ascii, 0}.drawn(std::move(line));
    return lines;
  };
  return review_on_screen(study, screen);
}

// Whether the terminal draws pictures by kitty's protocol, with placeholders. A multiplexer in between does not pass it on.
bool draws_pictures() {
  if (environment("TMUX") || environment("STY")) return false;
  const std::string term = environment("TERM").value_or(""), program = environment("TERM_PROGRAM").value_or("");
  return environment("KITTY_WINDOW_ID") || term == "xterm-kitty" || term == "xterm-ghostty" || program == "ghostty";
}

std::string why_idle(const World& world, Collection& collection, const Study& study, const StudyOptions& wanted) {
  if (wanted.limit == 0) return "No cards were asked for (-n 0).";
  if (study.card() != nullptr) return {};
  if (study.cramming()) return "No card matches. See what there is: " + world.ebb() + " list";
  return nothing_due(world, collection, wanted.filter, counts(collection, wanted.filter, world.today(), wanted.rules));
}

}  // namespace

SittingOptions sitting_options(const World& world, const Configuration& config, const Arguments& arguments) {
  SittingOptions options;
  options.where = face_asked(world, config, arguments);
  options.face = {config.number("review.grades").value_or(4), config.flag("review.preview"), looks_of(world).ascii, world.ebb(),
                  !world.in_terminal, {}, {}};
  options.face.edit = [&world](Study& study, CardId card) { return edit_one_note(world, study.collection(), card.note()); };
  options.theme = theme_asked(config);
  options.keys.preset = config.text("review.keys");
  for (const auto& [name, configured] : config.named("keys.*")) options.keys.own.emplace_back(name, configured.values);
  options.mouse = config.flag("review.mouse");
  options.autoplay = config.flag("review.autoplay");
  options.pictures = config.text("look.pictures") != "never";
  if (const std::string text = config.text("review.auto"); !text.empty()) options.advance = advance_asked(text);
  options.face.type = arguments.has("--type");
  options.face.seed = seed_asked(world, arguments);
  return options;
}

DayRules day_rules(const Configuration& config) {
  return {config.number("review.new"), config.number("review.reviews"), config.flag("review.siblings")};
}

StudyOptions study_asked(const World& world, const Configuration& config, const Arguments& arguments) {
  StudyOptions study;
  study.filter = given_filter(world, arguments.words, arguments.value("--deck"));
  study.limit = config.number("review.limit");
  study.new_limit = arguments.number("--new");
  study.order = order_asked(config);
  study.rules = day_rules(config);
  if (const auto time = arguments.value("--for")) study.budget = time_asked("--for", *time);
  if (const auto days = arguments.value("--ahead")) study.ahead = days_asked("--ahead", *days);
  study.seed = seed_asked(world, arguments);
  return study;
}

Millis time_asked(std::string_view option, const std::string& text) {
  const auto time = parse_duration(text);
  if (!time || time->count() <= 0) throw Error(Exit::usage, fmt::format("{} takes a time like 10m, 90s or 1h30m, not \"{}\".", option, text));
  return std::chrono::duration_cast<Millis>(*time);
}

AutoAdvance advance_asked(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos)
    throw Error(Exit::usage, fmt::format("--auto takes two times like 8s/4s: question and answer, not \"{}\".", text));
  return {time_asked("--auto", text.substr(0, slash)), time_asked("--auto", text.substr(slash + 1))};
}

int days_asked(std::string_view option, const std::string& text) {
  constexpr int most = 3650;
  const int unit = text.ends_with('w') ? 7 : 1;
  const std::string_view digits(text.data(), text.size() - (text.ends_with('w') || text.ends_with('d')));
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool read = error == std::errc{} && end == digits.data() + digits.size();
  if (!read || number < 1 || number > most / unit)
    throw Error(Exit::usage, fmt::format("{} takes days like 2d or 2w, 1 to {} of them, not \"{}\".", option, most, text));
  return number * unit;
}

Left hold_sitting(const World& world, Collection& collection, const StudyOptions& wanted, const SittingOptions& options) {
  Study study(collection, wanted, [&world] { return world.today(); });
  const std::string idle = why_idle(world, collection, study, wanted);
  Left left = Left::finished;
  ShownMedia media(collection, {options.autoplay, options.pictures, looks_of(world).colour, options.face.ascii, draws_pictures()});
  FaceOptions shown = options.face;
  shown.media = &media;
  shown.preview = shown.preview && !study.cramming();
  if (options.where == Face::protocol)
    review_by_protocol(study, options.face, idle);
  else if (!idle.empty())
    std::cout << Looks{false, options.face.ascii, 0}.drawn(idle) << '\n';
  else if (options.where == Face::screen)
    left = on_screen(study, world, options, wanted, media);
  else
    review_in_lines(study, shown);
  std::cout.flush();
  if (study.summary().answers > 0) seal(collection, world.today());
  session_ended(world, collection, study.summary());
  if (left != Left::cram) return left;
  StudyOptions again = wanted;
  again.cram = CramChoice{{}, false, study.answered()};
  again.filter = {};
  again.limit.reset();
  return hold_sitting(world, collection, again, options);
}

int hold_sitting(const World& world, const StudyOptions& wanted, const SittingOptions& options) {
  auto collection = open_if_any(world, Purpose::write);
  if (!collection) {
    if (options.where == Face::protocol) throw Error(Exit::store, no_cards_yet);
    std::cout << world.placed(no_cards_yet) << '\n';
    return 0;
  }
  const Left left = hold_sitting(world, *collection, wanted, options);
  world.remember(*collection);
  return left == Left::interrupted ? static_cast<int>(Exit::interrupted) : 0;
}

}  // namespace ebb
