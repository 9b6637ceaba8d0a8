// Backups: which are kept, what is never let go, and that a restore can be taken back.
#include "ebb/store/backups.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "ebb/sqlite/database.hpp"
#include "home.hpp"

using namespace ebb;

namespace {

Backup made_on(Day day, const std::string& reason = "daily") {
  const Instant at{std::chrono::sys_days{day.time_since_epoch()}};
  return {"c-" + reason + "-" + iso_date(day), reason, at, 1};
}

Day utc_day(Instant at) { return Day{std::chrono::floor<std::chrono::days>(at).time_since_epoch()}; }

// What is left after so many days, each with a copy and a thinning; newest first.
std::vector<Backup> after_days(int days, int pause_every = 0) {
  std::vector<Backup> backups;
  for (int i = 0; i < days; ++i) {
    if (pause_every > 0 && i % pause_every != 0) continue;
    backups.insert(backups.begin(), made_on(day_from_number(20000 + i)));
    std::vector<Day> dates;
    for (const Backup& one : backups) dates.push_back(utc_day(one.at));
    std::set<std::size_t> gone;
    for (const Superfluous& one : superfluous(backups, dates, {})) {
      CHECK(one.copy != one.kept);
      gone.insert(one.copy);
    }
    std::vector<Backup> left;
    for (std::size_t k = 0; k < backups.size(); ++k)
      if (!gone.contains(k)) left.push_back(backups[k]);
    backups = left;
  }
  return backups;
}

int age(const Backup& backup, int days) { return 20000 + days - 1 - day_number(utc_day(backup.at)); }

}  // namespace

TEST_CASE("400 days of backups leave 7 of days, 4 of weeks and 12 of months") {
  const auto left = after_days(400);
  REQUIRE(left.size() == 23);
  for (int i = 0; i < 7; ++i) CHECK(age(left[static_cast<std::size_t>(i)], 400) == i);
  for (std::size_t i = 9; i < 11; ++i) {  // the first is of a week that the days took a part of
    const int apart = age(left[i], 400) - age(left[i - 1], 400);
    CHECK(apart == 7);
  }
  for (std::size_t i = 13; i < 23; ++i) {
    const int apart = age(left[i], 400) - age(left[i - 1], 400);
    CHECK(apart >= 21);
    CHECK(apart <= 38);
  }
  CHECK(age(left.back(), 400) > 330);
}

TEST_CASE("the number of backups never exceeds the sum, and holidays lose none of the old ones") {
  for (const int days : {1, 6, 7, 8, 20, 60, 365, 1000}) CHECK(after_days(days).size() <= 23);
  CHECK(after_days(400, 10).size() >= 19);  // a copy every ten days: 7, then weeks and months with gaps
}

TEST_CASE("copies made before something are counted apart") {
  std::vector<Backup> backups;
  std::vector<Day> days;
  for (int i = 0; i < 30; ++i) {
    const Day day = day_from_number(20100 - i);
    backups.push_back(made_on(day, i % 2 == 0 ? "before-import" : "now"));
    days.push_back(day);
  }
  const auto gone = superfluous(backups, days, {});
  CHECK(gone.size() == 20);
  for (const Superfluous& one : gone) CHECK(one.copy >= 10);
}

TEST_CASE("a name that is no backup's is left alone") {
  Home home;
  const std::string folder = home.folder + "/backups";
  std::filesystem::create_directories(folder);
  for (const char* name :
       {"collection-daily-2026-11-25T07-30-00Z.db", "collection-pre-v3-2026-11-25T07-30-00Z-2.db",
        "collection-daily-2026-13-25T07-30-00Z.db", "other-daily-2026-11-25T07-30-00Z.db", "collection-daily.db",
        "collection-secret-2026-11-25T07-30-00Z.db", "collection-daily-2026-11-25T07-30-00Z.db.12.part",
        "collection-2026-11-25T07-30-00Z.db", "-daily-2026-11-25T07-30-00Z.db", "collection-before-import-2026-11-26T07-30-00Z.db"})
    std::ofstream(folder + "/" + name) << "x";
  const auto backups = backups_of(folder, home.path);
  REQUIRE(backups.size() == 3);
  CHECK(backups[0].reason == "before-import");
  CHECK(backups[1].reason == "pre-v3");
  CHECK(iso_time(backups[2].at) == "2026-11-25T07:30:00Z");
}

TEST_CASE("a backup is the last committed state, also inside somebody's transaction") {
  Home home;
  home.import_seven();
  const std::string folder = home.folder + "/backups";
  std::string path;
  {
    Transaction open(home.store().db());
    home.store().db().run("DELETE FROM card");
    path = back_up_file(home.path, folder, "now", home.today().now);
  }
  CHECK(examine_backup(path).cards == 7);
  CHECK(is_backed_up(home.path, backups_of(folder, home.path)));
  home.import({{"more", "x"}}, "other");
  CHECK_FALSE(is_backed_up(home.path, backups_of(folder, home.path)));
}

TEST_CASE("a damaged copy never drives out a good one") {
  Home home;
  home.import_seven();
  const std::string folder = home.folder + "/backups";
  for (int i = 0; i < 3; ++i) {
    back_up_file(home.path, folder, "daily", home.today().now + std::chrono::hours{i});  // one study day
  }
  auto backups = backups_of(folder, home.path);
  REQUIRE(backups.size() == 3);
  {
    std::fstream file(backups[0].path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(8192, '\x55');
  }
  const auto damaged = thin_backups(backups, utc_day, {});
  CHECK(damaged == std::vector<std::string>{backups[0].path});
  const auto left = backups_of(folder, home.path);
  REQUIRE(left.size() == 2);  // the damaged one is left to be looked at; of the two good ones the newer
  CHECK(left[1].path == backups[1].path);
  CHECK_THROWS_AS(restore_backup(backups[0].path, home.path, folder, home.today().now), Error);
}

TEST_CASE("a damaged collection makes no backup") {
  Home home;
  home.import_seven();
  home.collection.reset();
  {
    std::fstream file(home.path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(12288);
    file << std::string(8192, '\x55');
  }
  CHECK_THROWS_AS(back_up_file(home.path, home.folder + "/backups", "daily", home.today().now), Error);
  CHECK(backups_of(home.folder + "/backups", home.path).empty());
  CHECK(std::filesystem::is_empty(home.folder + "/backups"));
}

TEST_CASE("a restore is taken back by restoring what it kept, and each writes under a new name") {
  Home home;
  home.collection.reset();
  std::filesystem::remove(home.path);
  home.open(Purpose::create, "machine:1:1");
  home.import_seven();
  const std::string folder = home.folder + "/backups";
  const std::string seven = back_up_file(home.path, folder, "now", home.today().now);
  home.import({{"more", "x"}}, "other");
  const std::string memo = home.collection->memo();
  home.collection.reset();

  const Restored first = restore_backup(seven, home.path, folder, home.today().now);
  CHECK_FALSE(first.was_damaged);
  home.open(Purpose::write, "machine:1:1", memo);
  CHECK(home.collection->notices().size() == 1);
  CHECK(card_count(*home.collection) == 7);
  home.import({{"after", "x"}}, "other");
  CHECK(home.store().me == 1);
  CHECK(home.damage().empty());
  home.collection.reset();

  restore_backup(first.before, home.path, folder, home.today().now);
  home.open(Purpose::write, "machine:1:1", memo);
  CHECK(card_count(*home.collection) == 8);
  home.import({{"again", "x"}}, "other");
  CHECK(home.store().me == 1);
  CHECK(home.damage().empty());
  // The same backup twice must not give out the same names twice: nobody remembers what came between.
  home.collection.reset();
  restore_backup(seven, home.path, folder, home.today().now);
  home.open(Purpose::write, "machine:1:1", "");
  CHECK(home.collection->notices().size() == 1);
}

TEST_CASE("a collection that somebody has open is not replaced") {
  Home home;
  home.import_seven();
  const std::string folder = home.folder + "/backups";
  const std::string seven = back_up_file(home.path, folder, "now", home.today().now);
  home.import({{"more", "x"}}, "other");
  Database other(home.path, Access::read);
  other.number("SELECT count(*) FROM note");
  home.collection.reset();
  CHECK_THROWS_WITH_AS(restore_backup(seven, home.path, folder, home.today().now),
                       doctest::Contains("is open in another program"), Error);
  home.open(Purpose::write);
  CHECK(card_count(*home.collection) == 8);
}

TEST_CASE("a damaged collection is moved away, whole, and the backup takes its place") {
  Home home;
  home.import_seven();
  const std::string folder = home.folder + "/backups";
  const std::string seven = back_up_file(home.path, folder, "now", home.today().now);
  home.collection.reset();
  std::ofstream(home.path) << "this is no database any more, however long it is";
  const Restored restored = restore_backup(seven, home.path, folder, home.today().now);
  CHECK(restored.was_damaged);
  CHECK(std::filesystem::file_size(restored.before) < 100);
  home.open(Purpose::write);
  CHECK(card_count(*home.collection) == 7);
  home.collection.reset();
  std::filesystem::remove(home.path);
  CHECK(restore_backup(seven, home.path, folder, home.today().now).before.empty());
  home.open(Purpose::write);
  CHECK(card_count(*home.collection) == 7);
}

TEST_CASE("what a dead process left is cleared, and a folder that cannot be written leaves the old copies") {
  Home home;
  home.import_seven();
  const std::string folder = home.folder + "/backups";
  const std::string good = back_up_file(home.path, folder, "daily", home.today().now);
  std::ofstream(folder + "/collection-daily-2026-11-25T07-30-00Z.db.999999999.part") << "half";
  back_up_file(home.path, folder, "daily", home.today().now);
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 2);
  CHECK_THROWS_AS(back_up_file(home.path, home.path + "/not-a-folder", "daily", home.today().now), Error);
  CHECK(examine_backup(good).cards == 7);
}
