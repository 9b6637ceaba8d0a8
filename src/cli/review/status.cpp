// ebb alone: what is to be done today, and the next command to type. Reads only.
#include <fmt/format.h>

#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/review/due_json.hpp"
#include "cli/review/due_words.hpp"
#include "cli/review/nothing_due.hpp"
#include "cli/review/sittings.hpp"
#include "cli/review/spread_words.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "ebb/core/words.hpp"
#include "ebb/stats/stats.hpp"
#include "ebb/store/catchup.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

using std::chrono::days;

// Two months settle almost every streak; only one that fills them, or that days away bridge, needs the whole tally.
int streak_of(Collection& collection, Day today) {
  constexpr int window = 60;
  std::vector<DayRange> away;
  for (const AwayDays& range : away_days(collection)) away.push_back({range.from, range.until});
  if (!away.empty()) return streak(tally(collection, day_from_number(0), today), today, away);
  const int length = streak(tally(collection, today - days{window}, today), today);
  return length < window ? length : streak(tally(collection, day_from_number(0), today), today);
}

std::string yesterday_line(Collection& collection, Day today) {
  const Day day = today - days{1};
  const Period past = period(tally(collection, day, day), day, day);
  std::string line;
  if (past.reviews > 0) {
    line = "Yesterday " + counted(past.reviews, "review");
    const std::int64_t n = past.young.n + past.mature.n;
    if (n > 0) line += fmt::format(", {:.0f} % right", *retention(past.young.right + past.mature.right, n).percent);
    line += ".";
  }
  if (const int length = streak_of(collection, today); length > 0)
    line += fmt::format("{}Streak {}.", line.empty() ? "" : " ", counted(length, "day"));
  return line;
}

// A collection that is not the usual one is named, so that nobody reviews the wrong one unknowingly.
std::string where_line(const World& world) {
  const std::string path = world.collection_path();
  return path == user_folders().data + "/collection.db" ? "" : "Collection: " + one_line(path);
}

bool anything(const Counts& counts) {
  return counts.due + counts.drill + counts.fresh > 0;
}

// After an absence: what is overdue can be spread. Nothing is said while a day or two would do.
std::string catchup_line(const World& world, const Counts& counts) {
  constexpr int many = 50;
  if (counts.overdue < many || counts.overdue * 2 <= counts.due + counts.deferred) return {};
  const int over = catchup_days(counts.overdue);
  const Millis time{static_cast<std::int64_t>(counts.overdue * counts.seconds_per_answer * 1000 / over)};
  return fmt::format("{} overdue → {} ({} a day): {} catchup. Nothing is lost by waiting.", with_commas(counts.overdue),
                     a_day_text(counts.overdue, over), about_time(time), world.ebb());
}

std::string away_line(Collection& collection, Day today) {
  for (const AwayDays& away : away_days(collection))
    if (away.from <= today && today <= away.until) return fmt::format("Away until {}: nothing has to be done.", iso_date(away.until));
  return {};
}

void print_status(const World& world, Collection& collection, const Counts& counts) {
  const Looks looks = looks_of(world);
  if (!anything(counts)) {
    std::cout << looks.drawn(nothing_due(world, collection, {}, counts)) << '\n';
  } else {
    std::cout << counts_line(counts, looks) << '\n';
    const int width = deck_name_width(counts.decks, looks);
    for (const DeckCounts& deck : counts.decks) std::cout << deck_line(deck, width, looks) << '\n';
    if (counts.new_left_out > 0)
      std::cout << looks.dim(fmt::format("  {} beyond today's limit of {}", counted(counts.new_left_out, "new card"),
                                         counts.new_limit))
                << '\n';
  }
  const int suspended = suspended_count(collection);
  if (suspended > 0)
    std::cout << looks.dim(fmt::format("  {} suspended: {} list is:suspended", with_commas(suspended), world.ebb()))
              << '\n';
  const std::string past = yesterday_line(collection, world.today().day), where = where_line(world);
  if (!past.empty() || !where.empty() || anything(counts)) std::cout << '\n';
  if (!past.empty()) std::cout << past << '\n';
  for (const std::string& line : {catchup_line(world, counts), away_line(collection, world.today().day)})
    if (!line.empty()) std::cout << looks.drawn(line) << '\n';
  if (!where.empty()) std::cout << where << '\n';
  if (std::string note = backup_age_note(world); !note.empty()) {
    note[0] = static_cast<char>(note[0] - 'a' + 'A');
    std::cout << looks.dim(one_line(note) + '.') << '\n';
  }
  if (anything(counts)) std::cout << "Next: " << looks.bold(world.ebb() + " review") << '\n';
}

int run(const World& world, const Arguments&) {
  auto collection = open_if_any(world, Purpose::read);
  if (!collection) {
    if (world.globals.json)
      print_json(due_json(world, {}));
    else
      std::cout << world.placed(no_cards_yet) << '\n';
    return 0;
  }
  const Counts today = counts(*collection, {}, world.today(), day_rules(world.config()));
  if (world.globals.json)
    print_json(due_json(world, today));
  else
    print_status(world, *collection, today);
  return 0;
}

}  // namespace

const Command status_command{"status",
                             "",
                             "",
                             "what is to be done today (also: ebb alone)",
                             "ebb           due, new, minutes to go, the next command\n"
                             "ebb --json    the same as ebb due --json",
                             {},
                             run};

}  // namespace ebb
