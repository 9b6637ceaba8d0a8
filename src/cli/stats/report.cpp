// ebb report: every statistic as one page to keep, to print, or to send.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/stats/report_page.hpp"
#include "cli/stats/report_pdf.hpp"
#include "cli/stats/stats_out.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/system/files.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/tui/charts.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"-o,--output", "FILE", "write to this file; - is stdout"},
    since_option,
    until_option,
    {"--md", "", "Markdown instead of a page"},
    {"--pdf", "", "a PDF, made by Chromium or Chrome"},
    deck_option,
};

std::vector<StatsTable> tables_of(StatsSource& source, std::string_view what, std::optional<By> by = {}) {
  source.ask_by(by);
  std::vector<StatsTable> tables = find_what(what)->tables(source);
  source.ask_by({});
  return tables;
}

// The tables of a statistic; those that another one has shown already are left out.
void add(ReportSection& section, std::vector<StatsTable> tables, std::string_view but = "") {
  for (StatsTable& table : tables)
    if (table.name != but) section.tables.push_back(std::move(table));
}

ReportSection& begun(std::vector<ReportSection>& sections, std::string title) {
  sections.push_back({std::move(title), {}});
  return sections.back();
}

std::vector<ReportSection> sections_of(StatsSource& source) {
  std::vector<ReportSection> sections;
  add(begun(sections, "Reviews"), tables_of(source, "heatmap"), "streaks");
  add(sections.back(), tables_of(source, "workload", By::month), "totals");
  add(sections.back(), tables_of(source, "hours"));
  add(sections.back(), {tables_of(source, "summary").front()});
  add(begun(sections, "Remembered"), tables_of(source, "retention", By::month));
  add(begun(sections, "What comes"), tables_of(source, "forecast"));
  add(begun(sections, "Cards"), tables_of(source, "cards"));
  add(sections.back(), tables_of(source, "decks"), "totals");
  add(begun(sections, "How well recall is foretold"), tables_of(source, "calibration"));
  add(begun(sections, "Forgotten again and again"), tables_of(source, "leeches"));
  return sections;
}

ReportPage page_of(StatsSource& source) {
  const DayRange range = source.range();
  const Period sums = period(source.rows(), range.from, range.until);
  const Retention both = retention(sums.young.right + sums.mature.right, sums.young.n + sums.mature.n);
  ReportPage page;
  page.title = "Progress";
  page.subtitle = fmt::format("{} · {} to {} · made on {}",
                              source.asked().filtered() ? source.asked().filter_text : "all cards", iso_date(range.from),
                              iso_date(range.until), iso_date(source.today()));
  page.tiles = {{with_commas(sums.reviews), "reviews"},
                {duration_text(Millis{sums.time_ms}), "spent"},
                {both.percent ? fmt::format("{:.0f} %", *both.percent) : "-", "remembered"},
                {counted(source.streak_days(), "day"), "in a row"},
                {fmt::format("{:.0f} of {}", source.cards().sums.known, with_commas(source.cards().sums.cards)), "cards known"}};
  page.sections = sections_of(source);
  return page;
}

std::string markdown_of(const ReportPage& page) {
  std::string text = "# " + page.title + "\n" + one_line(page.subtitle) + "\n\n";
  for (const auto& [value, name] : page.tiles) text += fmt::format("* {} {}\n", value, name);
  for (const ReportSection& section : page.sections) {
    std::vector<StatsTable> tables = section.tables;
    std::erase_if(tables, [](const StatsTable& table) { return table.kind == ChartKind::heatmap; });  // a year of lines
    text += "\n" + markdown(tables);
  }
  return text;
}

// Every statistic as `ebb stats` has it, in one object.
std::string report_json(StatsSource& source) {
  std::vector<std::string> all;
  for (const StatsWhat& what : stats_whats()) {
    source.ask_by(what.name == "retention" || what.name == "workload" ? std::optional(By::month) : std::nullopt);
    all.push_back(stats_json(what, source, what.tables(source)).str());
  }
  return json_result().raw("statistics", json_array(all)).str() + "\n";
}

void confirm_replacing(const World& world, const std::string& file) {
  if (!std::filesystem::is_regular_file(file) || world.ask(one_line(file) + " is already there. Replace it?")) return;
  throw Error(Exit::usage, file + " is already there. Name another file, or add --yes to replace it.");
}

std::string output_of(const World& world, const Arguments& arguments) {
  const auto output = arguments.value("--output");
  if (output) return *output;
  if (world.globals.json) return "-";
  throw Error(Exit::usage, "Where to? ebb report -o report.html; - is standard output.");
}

int run(const World& world, const Arguments& arguments) {
  const std::string output = output_of(world, arguments);
  const bool pdf = arguments.has("--pdf");
  if (world.globals.json + arguments.has("--md") + pdf > 1)
    throw Error(Exit::usage, "Choose one of --json, --md and --pdf.");
  if (pdf && output == "-") throw Error(Exit::usage, "A PDF goes to a file: ebb report --pdf -o report.pdf");
  const Today today = world.today();
  const StatsAsked asked = stats_asked(world, arguments, arguments.words, today.day, false);
  Collection collection = world.open(Purpose::read);
  StatsSource source(collection, asked, today);
  if (asked.filtered() && source.cards().sums.cards == 0)
    throw Error(Exit::no, fmt::format("No card matches {}.", one_line(asked.filter_text)));
  if (output != "-") confirm_replacing(world, output);
  std::string text;
  if (world.globals.json) text = report_json(source);
  else if (arguments.has("--md")) text = markdown_of(page_of(source));
  else text = report_html(page_of(source));
  if (output == "-") {
    std::cout << text;
    return 0;
  }
  pdf ? write_pdf(text, output) : write_file_atomically(output, text);
  world.say(fmt::format("The report is in {}", one_line(output)));
  return 0;
}

}  // namespace

const Command report_command{"report",
                             "",
                             "[FILTER…]",
                             "one page with all charts and their numbers, to keep or print",
                             "ebb report -o report.html              open it in any browser; it needs nothing else\n"
                             "ebb report -o es.html deck:es --since 1y  some cards, some days\n"
                             "ebb report -o report.pdf --pdf         on paper\n"
                             "ebb report -o - --md                   Markdown",
                             options,
                             run};

}  // namespace ebb
