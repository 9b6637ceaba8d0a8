// Spreading a backlog, and days away.
#include "ebb/store/catchup.hpp"

#include <algorithm>

#include "store/backlog.hpp"
#include "store/study/spreading.hpp"

using namespace ebb;
using std::chrono::days;

namespace {

std::string tables(Home& home) {
  std::string text;
  for (const char* sql : {"SELECT quote(id)||quote(due)||quote(last)||quote(ivl)||quote(n)||quote(ef)||quote(reps)||quote(drill)||quote(s) FROM card ORDER BY id",
                          "SELECT quote(day)||quote(band)||quote(n) FROM tally", "SELECT quote(card)||quote(day) FROM buried"}) {
    Statement rows(home.store().db(), sql);
    while (rows.step()) text += std::string(rows.text(0)) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a backlog is spread evenly, and less is forgotten than first come, first served") {
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
    Home home;
    import_backlog(home, 600, 50, seed);
    const SpreadPlan plan = plan_catchup(*home.collection, home.today(), 14);
    CHECK(plan.cards == 600);
    REQUIRE(plan.days.size() == 14);
    const auto [least, most] = std::minmax_element(plan.days.begin(), plan.days.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
    CHECK(static_cast<double>(most->time.count()) <= 1.1 * static_cast<double>(least->time.count()));
    CHECK(plan.forgotten <= plan.forgotten_in_order);
    CHECK(plan.forgotten < plan.forgotten_in_order - 0.5);
  }
}

TEST_CASE("days that have cards already take fewer") {
  CHECK(places_of(30, {{Day{}, 1, 0}, {Day{}, 1, 0}, {Day{}, 1, 0}}) == std::vector<int>{10, 10, 10});
  CHECK(places_of(30, {{Day{}, 1, 9}, {Day{}, 1, 0}, {Day{}, 1, 0}}) == std::vector<int>{4, 13, 13});
  CHECK(places_of(3, {{Day{}, 1, 50}, {Day{}, 1, 0}}) == std::vector<int>{0, 3});
  CHECK(places_of(30, {{Day{}, 1, 0}, {Day{}, 0.5, 0}}) == std::vector<int>{20, 10});
  CHECK(places_of(0, {{Day{}, 1, 0}}) == std::vector<int>{0});
}

TEST_CASE("one undo takes a catch-up back, byte for byte") {
  Home home;
  import_backlog(home, 132, 20, 5);
  home.import_seven();
  const std::string before = tables(home);
  catch_up(*home.collection, home.today(), plan_catchup(*home.collection, home.today(), 6));
  CHECK(tables(home) != before);
  const Counts now = counts(*home.collection, {}, home.today());
  CHECK(now.due == 22);
  CHECK(now.fresh == 0);  // new cards wait
  CHECK(home.damage().empty());
  const auto undone = undo(*home.collection, home.today());
  REQUIRE(undone);
  CHECK(undone->what == "catch-up of 110 cards");
  CHECK(tables(home) == before);
  CHECK(counts(*home.collection, {}, home.today()).fresh == 7);
  CHECK(home.damage().empty());
}

TEST_CASE("a limit that is set for the day itself brings new cards in spite of a catch-up") {
  Home home;
  import_backlog(home, 60, 20, 5);
  home.import_seven();
  catch_up(*home.collection, home.today(), plan_catchup(*home.collection, home.today(), 3));
  StudyOptions two;
  two.new_limit = 2;
  home.study(two);
  CHECK(counts(*home.collection, {}, home.today()).fresh == 2);
}

TEST_CASE("cards that fall due while away come in the days after, and one undo takes all of it back") {
  Home home;
  import_backlog(home, 20, 5, 9);
  home.next_day(-10);  // all fall due four to nine days from now
  const std::string before = tables(home);
  const AwayDays away{home.day + days{3}, home.day + days{9}};
  const SpreadPlan plan = plan_away(*home.collection, home.today(), away);
  CHECK(plan.cards == 20);
  REQUIRE(plan.days.size() == 7);
  CHECK(plan.days.front().day == away.until + days{1});
  go_away(*home.collection, home.today(), away, plan);
  CHECK(away_days(*home.collection) == std::vector<AwayDays>{away});
  const std::vector<int> due = forecast(*home.collection, home.day, 20);
  for (int day = 3; day <= 9; ++day) CHECK(due[static_cast<std::size_t>(day)] == 0);
  CHECK(home.damage().empty());
  CHECK(undo(*home.collection, home.today()));
  CHECK(away_days(*home.collection).empty());
  CHECK(tables(home) == before);
}

TEST_CASE("coming back ends the time away, and what was to come; the past stays") {
  Home home;
  home.import_seven();
  const Day day = home.day;
  go_away(*home.collection, home.today(), {day - days{30}, day - days{25}}, {});
  go_away(*home.collection, home.today(), {day - days{2}, day + days{5}}, {});
  go_away(*home.collection, home.today(), {day + days{20}, day + days{30}}, {});
  CHECK(come_back_now(*home.collection, home.today()));
  CHECK(away_days(*home.collection) == std::vector<AwayDays>{{day - days{30}, day - days{25}}, {day - days{2}, day - days{1}}});
  CHECK(!come_back_now(*home.collection, home.today()));
  undo(*home.collection, home.today());
  CHECK(away_days(*home.collection).size() == 3);
}

TEST_CASE("times away that touch are one") {
  Home home;
  home.import_seven();
  const Day day = home.day;
  go_away(*home.collection, home.today(), {day, day + days{3}}, {});
  go_away(*home.collection, home.today(), {day + days{4}, day + days{5}}, {});
  CHECK(away_days(*home.collection) == std::vector<AwayDays>{{day, day + days{5}}});
}

TEST_CASE("so many days that about 25 cards come a day") {
  CHECK(catchup_days(132) == 6);
  CHECK(catchup_days(10) == 2);
  CHECK(catchup_days(100000) == 30);
}
