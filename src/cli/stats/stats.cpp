// ebb stats: how much was reviewed, how much was remembered, what comes.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/program/suggest.hpp"
#include "cli/review/nothing_due.hpp"
#include "cli/stats/stats_out.hpp"
#include "cli/stats/stats_screen.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    since_option,
    until_option,
    {"--by", "WHAT", "rows by day, week, month, deck or tag"},
    {"--csv", "", "comma-separated: the first table, or that of --table"},
    {"--tsv", "", "the same, tab-separated"},
    {"--table", "NAME", "which table for --csv and --tsv"},
    {"--md", "", "Markdown tables"},
    deck_option,
};

// The statistic that the first word names; else the summary, and all words are the filter.
const StatsWhat& what_asked(std::vector<std::string>& words) {
  if (!words.empty())
    if (const StatsWhat* what = find_what(words.front())) {
      words.erase(words.begin());
      return *what;
    }
  return *find_what("summary");
}

void check_by(const StatsWhat& what, const StatsAsked& asked) {
  if (!asked.by) return;
  const std::string allowed = " " + std::string(what.by) + " ", by = " " + name_of(*asked.by) + " ";
  if (allowed.find(by) != std::string::npos) return;
  if (what.by.empty()) throw Error(Exit::usage, fmt::format("stats {} takes no --by.", what.name));
  throw Error(Exit::usage, fmt::format("stats {} takes --by {}, not {}.", what.name, what.by, name_of(*asked.by)));
}

const StatsTable& table_asked(const std::vector<StatsTable>& tables, const std::optional<std::string>& name) {
  if (!name) return tables.front();
  std::vector<std::string_view> names;
  for (const StatsTable& table : tables) {
    if (table.name == *name) return table;
    names.push_back(table.name);
  }
  throw Error(Exit::usage, fmt::format("There is no table `{}` here. There are: {}.", one_line(*name), fmt::join(names, ", ")));
}

// A word that is no statistic and finds no card was most likely meant as one.
void refuse_unknown(StatsSource& source, const std::vector<std::string>& words) {
  if (words.empty() || source.cards().sums.cards > 0) return;
  std::vector<std::string_view> names;
  for (const StatsWhat& what : stats_whats()) names.push_back(what.name);
  const std::string meant = did_you_mean(words.front(), names);
  throw Error(Exit::no, fmt::format("No card matches {}.{} Statistics: {}.", one_line(source.asked().filter_text), meant,
                                    fmt::join(names, ", ")));
}

void print(const World& world, const Arguments& arguments, const StatsWhat& what, StatsSource& source) {
  const std::vector<StatsTable> tables = what.tables(source);
  if (world.globals.json) print_json(stats_json(what, source, tables));
  else if (arguments.has("--csv")) std::cout << separated(table_asked(tables, arguments.value("--table")), ',');
  else if (arguments.has("--tsv")) std::cout << separated(table_asked(tables, arguments.value("--table")), '\t');
  else if (arguments.has("--md")) std::cout << markdown(tables);
  else std::cout << charts_text(tables, looks_of(world));
}

int run(const World& world, const Arguments& arguments) {
  std::vector<std::string> words = arguments.words;
  const StatsWhat& what = what_asked(words);
  const bool named = words.size() < arguments.words.size();
  const int forms = world.globals.json + arguments.has("--csv") + arguments.has("--tsv") + arguments.has("--md");
  if (forms > 1) throw Error(Exit::usage, "Choose one of --json, --csv, --tsv and --md.");
  if (arguments.has("--table") && !arguments.has("--csv") && !arguments.has("--tsv"))
    throw Error(Exit::usage, "--table goes with --csv or --tsv.");
  const Today today = world.today();
  const StatsAsked asked = stats_asked(world, arguments, words, today.day, what.name == "forecast");
  check_by(what, asked);
  auto collection = open_if_any(world, Purpose::read);
  if (!collection) {
    if (forms > 0) world.open(Purpose::read);  // programs get the error, people the way out
    std::cout << world.placed(no_cards_yet) << '\n';
    return 0;
  }
  StatsSource source(*collection, asked, today);
  refuse_unknown(source, words);
  if (forms == 0 && !named && !asked.by && may_show_dashboard(world)) {
    show_statistics(world, *collection, asked);
    return 0;
  }
  if (forms == 0) world.page();
  print(world, arguments, what, source);
  return 0;
}

}  // namespace

const Command stats_command{"stats",
                            "",
                            "[WHAT] [FILTER…]",
                            "how much was reviewed and remembered, and what comes",
                            "ebb stats                              all of them on the screen; in a pipe, the summary\n"
                            "ebb stats summary                      reviews, remembered, what comes\n"
                            "ebb stats retention --by month         remembered, month by month\n"
                            "ebb stats forecast --until 60d         what falls due\n"
                            "ebb stats workload deck:es --since 90d some cards, some days\n"
                            "ebb stats heatmap                      WHAT is summary, retention, forecast, heatmap, hours,\n"
                            "                                       decks, cards, leeches, calibration or workload\n"
                            "ebb stats retention --csv              for a spreadsheet",
                            options,
                            run};

}  // namespace ebb
