// ebb alone: what is to be done today, and the next command to type. Reads only.
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/due_json.hpp"
#include "cli/due_words.hpp"
#include "cli/nothing_due.hpp"
#include "ebb/core/words.hpp"
#include "ebb/stats/stats.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

using std::chrono::days;

// Two months settle almost every streak; only one that fills them needs the whole tally.
int streak_of(Collection& collection, Day today) {
  constexpr int window = 60;
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
  if (!where.empty()) std::cout << where << '\n';
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
  const Counts today = counts(*collection, {}, world.today());
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
