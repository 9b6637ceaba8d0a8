// Charts as text: each file of tests/tui/charts is what one table looks like in one room. EBB_APPROVE=1 writes them.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ebb/stats/calibration.hpp"
#include "ebb/stats/card_tables.hpp"
#include "ebb/stats/hours.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/stats/dashboard.hpp"

namespace ebb {
namespace {

const Day today = day_from_number(20782);  // 2026-11-25

// A year and a half of answers, made by arithmetic: more on some weekdays, a gap of two weeks, every band.
std::vector<TallyRow> a_long_tally() {
  std::vector<TallyRow> rows;
  for (int back = 540; back >= 0; --back) {
    if (back > 60 && back < 75) continue;
    for (int band = 0; band < 7; ++band)
      for (int quality = 1; quality <= 5; ++quality) {
        const int answers = (back * 7 + band * 5 + quality * 3) % (band + 4) / 2 * (quality == 4 ? 3 : 1);
        if (answers > 0)
          rows.push_back({today - std::chrono::days{back}, static_cast<Band>(band), static_cast<Quality>(quality),
                          answers, answers * 7300});
      }
  }
  return rows;
}

StatsTable hours_table() {
  HourSum hours;
  for (int i = 0; i < 4000; ++i) {
    CountedAnswer answer;
    answer.at = Instant{std::chrono::hours{24 * 20000 + i * i % 19}};
    answer.day = day_from_number(20000 + i % 7);
    answer.took = Millis{6000};
    answer.quality = i % 6 == 0 ? Quality::again : Quality::good;
    answer.band = static_cast<Band>(i % 5);
    hours.add(answer);
  }
  return hours.hours();
}

StatsTable curve_table() {
  std::vector<Foretold> answers;
  for (int i = 0; i < 3000; ++i) {
    const int days = 1 + i % 90;
    answers.push_back({days, 1.0 / (1 + days * 0.006), i % 10 > 1 + days / 40});
  }
  return forgetting_table(answers);
}

StatsTable decks_table() {
  std::vector<DeckFacts> decks(3);
  const char* names[] = {"es::verbs", "a deck with a name that is much longer than it has to be", "日本語"};
  for (std::size_t i = 0; i < 3; ++i) {
    decks[i].key = names[i];
    decks[i].cards.cards = 1204 / static_cast<std::int64_t>(i + 1);
    decks[i].cards.mature = 300;
    decks[i].cards.known = 812.4;
    decks[i].rows = a_long_tally();
    decks[i].answered = 400;
  }
  return deck_table(decks, {today - std::chrono::days{30}, today}, By::deck);
}

const DayRange a_year{today - std::chrono::days{370}, today};

std::vector<std::pair<std::string, std::vector<StatsTable>>> cases() {
  const std::vector<TallyRow> rows = a_long_tally();
  StatsTable brief = workload_over_time(rows, {today - std::chrono::days{29}, today}, By::day);
  brief.brief = true;
  DueDays due;
  for (int ahead = -40; ahead < 60; ++ahead) due[today + std::chrono::days{ahead}] = (ahead * ahead + 50) % 37;
  return {{"heatmap", {day_table(rows, a_year), workload_totals(rows, a_year)}},
          {"retention", {age_table(rows, a_year), band_table(rows, a_year), button_table(rows, a_year), retention_over_time(rows, a_year, By::month)}},
          {"workload", {workload_over_time(rows, a_year, By::month), workload_over_time(rows, a_year, By::day), brief}},
          {"hours", {hours_table()}},
          {"curve", {curve_table()}},
          {"decks", {decks_table()}},
          {"forecast", {forecast_table(due, {today, today + std::chrono::days{29}}, By::day), forecast_totals(due, 12, today), backlog_table(due, today)}},
          {"nothing", {day_table({}, {today, today}), band_table({}, {today, today}), calibration_table({}), CardHistograms{}.tables()[0]}}};
}

std::string drawn(const std::vector<StatsTable>& tables, const ChartRoom& room) {
  std::string text;
  for (const StatsTable& table : tables)
    for (const ChartLine& line : chart(table, room)) {
      std::string out;
      for (const ChartSpan& span : line) out += span.text;
      CHECK_MESSAGE(cells(out) <= room.width, out);
      out.erase(out.find_last_not_of(' ') + 1);
      text += out + "\n";
    }
  return text;
}

void check_golden(const std::string& name, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path(EBB_SOURCE_DIR) / "tests/tui/charts" / (name + ".txt");
  if (std::getenv("EBB_APPROVE") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ostringstream kept;
  kept << std::ifstream(path, std::ios::binary).rdbuf();
  CHECK_MESSAGE(kept.str() == text, name, ": shown now is\n", text);
}

DashboardOptions dashboard_options() {
  DashboardOptions options;
  options.whats = {"summary", "retention", "forecast", "heatmap", "hours", "decks", "cards", "leeches", "calibration", "workload"};
  options.ranges = {"all days", "last 30 days"};
  options.decks = {"all cards", "es::verbs", "日本語"};
  return options;
}

Key text_key(char32_t code) {
  return {Key::Kind::text, code};
}

}  // namespace

TEST_CASE("charts are right at 40, 80 and 120 columns") {
  for (const auto& [name, tables] : cases())
    for (const int width : {40, 80, 120}) check_golden(name + "-" + std::to_string(width), drawn(tables, {width, false}));
}

TEST_CASE("charts in ASCII have nothing else but the text of the cards") {
  for (const auto& [name, tables] : cases()) {
    const std::string text = drawn(tables, {80, true});
    check_golden(name + "-80-ascii", text);
    if (name == "decks") continue;  // a deck's own name
    CHECK_MESSAGE(text.find_first_of("\xe2\xc3\xc2") == std::string::npos, name);
  }
}

TEST_CASE("no chart is wider than its room, however narrow") {
  for (const auto& [name, tables] : cases())
    for (int width = 20; width < 130; width += 7) drawn(tables, {width, width % 2 == 0});
}

TEST_CASE("the dashboard shows one statistic, and its keys change what, days and deck") {
  const DashboardOptions options = dashboard_options();
  DashboardState state;
  state.tables = cases()[1].second;
  for (const Size size : {Size{40, 12}, Size{80, 24}, Size{120, 30}, Size{18, 4}})
    check_golden("dashboard-" + std::to_string(size.width), frame_text(dashboard_frame(state, options, size)));
  const Size size{80, 24};
  CHECK(press(state, options, size, {Key::Kind::tab, 0}) == DashboardStep::chosen);
  CHECK(state.choice == DashboardChoice{1, 0, 0});
  CHECK(press(state, options, size, {Key::Kind::left, 0}) == DashboardStep::chosen);
  CHECK(press(state, options, size, text_key('p')) == DashboardStep::chosen);
  CHECK(state.choice == DashboardChoice{9, 0, 0});
  CHECK(press(state, options, size, text_key('r')) == DashboardStep::chosen);
  CHECK(press(state, options, size, text_key('D')) == DashboardStep::chosen);
  CHECK(state.choice == DashboardChoice{9, 1, 2});
  CHECK(press(state, options, size, text_key('x')) == DashboardStep::nothing);
  CHECK(press(state, options, size, text_key('q')) == DashboardStep::left);
}

TEST_CASE("the dashboard scrolls to its end and no further; help is a page of its own") {
  const DashboardOptions options = dashboard_options();
  DashboardState state;
  state.tables = cases()[1].second;
  const Size size{80, 12};
  CHECK(press(state, options, size, text_key('k')) == DashboardStep::nothing);
  CHECK(press(state, options, size, text_key('G')) == DashboardStep::shown);
  const int end = state.first;
  CHECK(end == most_scrolled(state, options, size));
  CHECK(press(state, options, size, text_key('j')) == DashboardStep::nothing);
  CHECK(press(state, options, size, text_key('g')) == DashboardStep::shown);
  CHECK(press(state, options, size, text_key('?')) == DashboardStep::shown);
  CHECK(frame_text(dashboard_frame(state, options, {80, 24})).find("the next statistic") != std::string::npos);
  CHECK(press(state, options, size, text_key('q')) == DashboardStep::shown);  // leaves the help only
  state.first = 10000;  // as after a resize
  CHECK(dashboard_frame(state, options, size).rows.size() == 12);
}

TEST_CASE("no row of the dashboard is wider than the screen, at any size") {
  const DashboardOptions options = dashboard_options();
  DashboardState state;
  for (const auto& [name, tables] : cases()) {
    state.tables = tables;
    for (const Size size : {Size{1, 1}, Size{20, 6}, Size{33, 9}, Size{200, 60}})
      for (const Row& row : dashboard_frame(state, options, size).rows) CHECK(row.cells() <= size.width);
  }
}

}  // namespace ebb
