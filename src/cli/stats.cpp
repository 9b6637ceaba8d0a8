// ebb stats: how much was reviewed, how much was remembered, what comes.
#include "ebb/stats/stats.hpp"

#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/nothing_due.hpp"
#include "cli/stats_tables.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

using std::chrono::days;

constexpr Option options[] = {
    {"--csv", "", "comma-separated"}, {"--tsv", "", "tab-separated"}, {"--md", "", "a Markdown table"}};
constexpr int forecast_days = 14;

StatsReport gather(Collection& collection, const Today& today) {
  const std::vector<TallyRow> rows = tally(collection, day_from_number(0), today.day);
  const Day first = rows.empty() ? today.day : rows.front().day;
  const auto since = [&](int length) { return period(rows, today.day - days{length - 1}, today.day); };
  StatsReport report;
  report.today = today.day;
  report.periods = {{"today", "today", since(1)},
                    {"7_days", "last 7 days", since(7)},
                    {"30_days", "last 30 days", since(30)},
                    {"all", "all", period(rows, first, today.day)}};
  report.streak_days = streak(rows, today.day);
  report.reviews_by_day = reviews_by_day(rows, today.day - days{29}, today.day);
  report.forecast = forecast(collection, today.day, forecast_days);
  report.states = state_counts(collection, today);
  return report;
}

void check_what(const Arguments& arguments) {
  for (const std::string& word : arguments.words)
    if (word != "summary")
      throw Error(Exit::usage, fmt::format("stats has only the summary in this version, not \"{}\".", one_line(word)));
}

int run(const World& world, const Arguments& arguments) {
  check_what(arguments);
  const int forms = world.globals.json + arguments.has("--csv") + arguments.has("--tsv") + arguments.has("--md");
  if (forms > 1) throw Error(Exit::usage, "Choose one of --json, --csv, --tsv and --md.");
  auto collection = open_if_any(world, Purpose::read);
  if (!collection) {
    if (forms > 0) world.open(Purpose::read);  // programs get the error, people the way out
    std::cout << world.placed(no_cards_yet) << '\n';
    return 0;
  }
  const StatsReport report = gather(*collection, world.today());
  if (world.globals.json)
    std::cout << stats_json(report) << '\n';
  else if (arguments.has("--csv"))
    std::cout << stats_separated(report, ',');
  else if (arguments.has("--tsv"))
    std::cout << stats_separated(report, '\t');
  else if (arguments.has("--md"))
    std::cout << stats_markdown(report);
  else
    std::cout << stats_text(report, looks_of(world));
  return 0;
}

}  // namespace

const Command stats_command{"stats",
                            "",
                            "[summary]",
                            "how much was reviewed and remembered, and what comes",
                            "ebb stats          today, 7 days, 30 days and all\n"
                            "ebb stats --csv    for a spreadsheet",
                            options,
                            run};

}  // namespace ebb
