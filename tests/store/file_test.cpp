// The file: permissions, what is refused, the append-only log, migrations, second writers.
#include <sys/stat.h>

#include <fstream>

#include "ebb/core/error.hpp"
#include "store/file/backup_file.hpp"
#include "store/file/schema.hpp"
#include "store/home.hpp"

using namespace ebb;

namespace {

std::string refusal(Home& home, Purpose purpose) {
  try {
    home.open(purpose);
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::store);
    return error.what();
  }
  return {};
}

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The tables of version 1, with what they held.
constexpr const char* as_version_1 =
    "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; ALTER TABLE card RENAME TO card_2; ALTER TABLE deck RENAME TO deck_2;"
    "CREATE TABLE card(id INTEGER PRIMARY KEY, due INTEGER, last INTEGER NOT NULL DEFAULT 0, ivl INTEGER NOT NULL DEFAULT 0,"
    " n INTEGER NOT NULL DEFAULT 0, ef INTEGER NOT NULL DEFAULT 250, reps INTEGER NOT NULL DEFAULT 0, lapses INTEGER NOT NULL DEFAULT 0,"
    " drill INTEGER NOT NULL DEFAULT 0, head INTEGER NOT NULL DEFAULT 0, par INTEGER NOT NULL DEFAULT 0, flags INTEGER NOT NULL DEFAULT 0,"
    " s REAL, d REAL) STRICT;"
    "CREATE TABLE deck(id INTEGER PRIMARY KEY, name TEXT NOT NULL, live INTEGER NOT NULL DEFAULT 1) STRICT;"
    "INSERT INTO card SELECT id, due, last, ivl, n, ef, reps, lapses, drill, head, par, flags, s, d FROM card_2;"
    "INSERT INTO deck SELECT id, name, live FROM deck_2; DROP TABLE card_2; DROP TABLE deck_2;"
    "DROP TABLE search; DROP TABLE search_seen; DROP INDEX note_split;"
    "CREATE INDEX card_due ON card(due); CREATE INDEX card_drill ON card(drill) WHERE drill > 0;"
    "UPDATE meta SET value = 1 WHERE key = 'min_writer'; UPDATE meta SET value = '1' WHERE key = 'fold'; PRAGMA user_version = 1";

void set_pragma(Home& home, const char* sql) {
  home.collection.reset();
  Database(home.path, Access::write).run(sql);
}

}  // namespace

TEST_CASE("the file, and the files beside it, are private") {
  Home home;
  home.import_seven();
  for (const auto& entry : std::filesystem::directory_iterator(home.folder)) {
    struct stat info {};
    REQUIRE(stat(entry.path().c_str(), &info) == 0);
    CHECK_MESSAGE((info.st_mode & 0777) == 0600, entry.path().string());
  }
}

TEST_CASE("answers are saved with WAL and FULL on every connection") {
  Home home;
  CHECK(home.store().db().text("PRAGMA journal_mode") == "wal");
  CHECK(home.store().db().number("PRAGMA synchronous") == 2);
  CHECK(home.store().db().number("PRAGMA foreign_keys") == 1);
  CHECK(home.store().db().number("PRAGMA recursive_triggers") == 1);
  home.open(Purpose::write);
  CHECK(home.store().db().number("PRAGMA synchronous") == 2);
}

TEST_CASE("the log refuses to be rewritten, also by REPLACE") {
  Home home;
  home.import_seven();
  Study study = home.study();
  study.reveal();
  study.grade(Quality::good, Millis{0});
  for (const char* sql : {"UPDATE review SET grade = 5", "DELETE FROM review", "REPLACE INTO review SELECT * FROM review",
                          "UPDATE change SET a = 'x'", "DELETE FROM change", "REPLACE INTO change SELECT * FROM change"}) {
    CHECK_THROWS_AS_MESSAGE(home.store().db().run(sql), Error, sql);
  }
  CHECK(home.damage().empty());
}

TEST_CASE("a database that is not ours is refused and left as it is") {
  Home home;
  home.collection.reset();
  std::filesystem::remove(home.path);
  Database(home.path, Access::create).run("CREATE TABLE t(x); INSERT INTO t VALUES(1)");
  const std::string before = bytes_of_file(home.path);
  for (const Purpose purpose : {Purpose::read, Purpose::write, Purpose::create})
    CHECK(refusal(home, purpose).find("not a collection of ebb") != std::string::npos);
  CHECK(bytes_of_file(home.path) == before);
}

TEST_CASE("a file that is no database is refused and left as it is") {
  Home home;
  home.collection.reset();
  std::ofstream(home.path) << std::string(5000, 'x');
  const std::string before = bytes_of_file(home.path);
  CHECK(refusal(home, Purpose::create).find("not a database") != std::string::npos);
  CHECK(refusal(home, Purpose::read) != "");
  CHECK(bytes_of_file(home.path) == before);
}

TEST_CASE("a newer file is read if it allows that, and never written") {
  Home home;
  home.import_seven();
  set_pragma(home, "PRAGMA user_version = 9; UPDATE meta SET value = 9 WHERE key = 'min_writer'");
  CHECK(refusal(home, Purpose::write).find("newer ebb") != std::string::npos);
  CHECK(refusal(home, Purpose::read).empty());
  set_pragma(home, "UPDATE meta SET value = 9 WHERE key = 'min_reader'");
  CHECK(refusal(home, Purpose::read).find("newer ebb") != std::string::npos);
}

TEST_CASE("a collection that is not there is named with what to do") {
  Home home;
  home.collection.reset();
  std::filesystem::remove(home.path);
  CHECK(refusal(home, Purpose::read).find("ebb init --demo") != std::string::npos);
  CHECK(!std::filesystem::exists(home.path));
}

TEST_CASE("reading changes nothing and leaves no file behind") {
  Home home;
  home.import_seven();
  home.open(Purpose::read);
  CHECK(card_count(*home.collection) == 7);
  CHECK_THROWS_AS(home.store().db().run("DELETE FROM tally"), Error);
  home.collection.reset();
  int files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(home.folder)) ++files;
  CHECK(files == 1);
}

TEST_CASE("a migration is one transaction after a verified backup, and a bad one changes nothing") {
  Home home;
  home.import_seven();
  home.collection.reset();
  Database db(home.path, Access::write);
  const Migration good[] = {{schema_version, "ALTER TABLE review ADD COLUMN extra INTEGER; PRAGMA user_version = 101"}};
  const Migration bad[] = {{101, "ALTER TABLE review ADD COLUMN more INTEGER; SELECT no_such_function(); PRAGMA user_version = 102"}};
  const std::string backup = migrate(db, good, 101, home.today().now);
  CHECK(db.number("PRAGMA user_version") == 101);
  REQUIRE(std::filesystem::exists(backup));
  Database old(backup, Access::read);
  CHECK(old.number("PRAGMA user_version") == schema_version);
  CHECK(old.number("SELECT count(*) FROM note") == 7);
  CHECK_THROWS_AS(migrate(db, bad, 102, home.today().now), Error);
  CHECK(db.number("PRAGMA user_version") == 101);
  CHECK(db.number("SELECT count(*) FROM pragma_table_info('review') WHERE name = 'more'") == 0);
  CHECK_THROWS_AS(migrate(db, {}, 102, home.today().now), Error);
}

TEST_CASE("a file of version 1 is brought up to date when it is opened, with a backup, and loses nothing") {
  Home home;
  home.import_seven();
  {
    Study study = home.study();
    for (int i = 0; study.card() && i < 9; ++i) study.grade(static_cast<Quality>(2 + i % 4), Millis{100});
  }
  const std::string before = home.picture(true);
  set_pragma(home, as_version_1);
  home.open(Purpose::write);
  REQUIRE(!home.collection->notices().empty());
  CHECK(home.collection->notices().front().find("the old one is kept at") != std::string::npos);
  CHECK(home.store().db().number("PRAGMA user_version") == schema_version);
  CHECK(home.picture(true) == before);
  CHECK(home.damage().empty());
}

TEST_CASE("a file of version 1 that is only read is left as it is, and says why") {
  Home home;
  home.import_seven();
  set_pragma(home, as_version_1);
  CHECK(refusal(home, Purpose::read).find("older ebb") != std::string::npos);
  CHECK(Database(home.path, Access::read).number("PRAGMA user_version") == 1);
}

TEST_CASE("a copied file writes under a new device, the same file does not") {
  Home home;
  home.collection.reset();
  std::filesystem::remove(home.path);
  home.open(Purpose::create, "machine:1:1");
  home.import_seven();
  const std::string memo = home.collection->memo();
  home.open(Purpose::write, "machine:1:1", memo);
  home.import({{"x", "y"}}, "other");
  CHECK(home.store().db().number("SELECT count(*) FROM device") == 1);
  home.open(Purpose::write, "machine:1:2", memo);  // another inode
  CHECK(home.collection->notices().size() == 1);
  CHECK(home.store().db().number("SELECT count(*) FROM device") == 1);  // opening writes nothing
  home.import({{"z", "y"}}, "third");
  CHECK(home.store().db().number("SELECT count(*) FROM device") == 2);
  CHECK(home.store().db().number("SELECT count(*) FROM change WHERE id >> 40 = 1") == 2);
  home.open(Purpose::write, "machine:1:2", home.collection->memo());
  CHECK(home.collection->notices().empty());
  CHECK(home.damage().empty());
}

TEST_CASE("an older file put back in the same place is a second writer too") {
  Home home;
  home.collection.reset();
  std::filesystem::remove(home.path);
  home.open(Purpose::create, "machine:1:1");
  home.import_seven();
  const std::string backup = back_up(*home.collection, home.folder + "/backups", "test", home.today().now);
  home.import({{"x", "y"}}, "other");
  const std::string memo = home.collection->memo();
  home.collection.reset();
  std::filesystem::copy_file(backup, home.path, std::filesystem::copy_options::overwrite_existing);
  home.open(Purpose::write, "machine:1:1", memo);
  CHECK(home.collection->notices().size() == 1);
}

TEST_CASE("a backup is whole, private, and one file") {
  Home home;
  home.import_seven();
  const std::string path = back_up(*home.collection, home.folder + "/backups", "test", home.today().now);
  const std::string second = back_up(*home.collection, home.folder + "/backups", "test", home.today().now);
  CHECK(path != second);
  Database copy(path, Access::read);
  CHECK(copy.text("PRAGMA integrity_check") == "ok");
  CHECK(copy.number("SELECT count(*) FROM note") == 7);
}

TEST_CASE("a batch that is given up leaves no device behind") {
  Home home;
  home.collection.reset();
  std::filesystem::remove(home.path);
  home.open(Purpose::create, "machine:1:1");
  home.import_seven();
  home.open(Purpose::write, "machine:1:2");
  CHECK(home.import_seven().batch.empty());  // nothing to write
  home.import({{"new", "x"}}, "other");
  CHECK(home.store().db().number("SELECT count(*) FROM change WHERE id >> 40 NOT IN (SELECT dev FROM device)") == 0);
  CHECK(home.damage().empty());
}
