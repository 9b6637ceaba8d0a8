// Connections, statements and transactions over real files.
#include "ebb/sqlite/database.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>

#include "ebb/core/error.hpp"

using namespace ebb;

namespace {

struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "ebb-sqlite-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file() const { return path + "/x.db"; }
  std::string path;
};

std::int64_t rows(Database& db) { return db.number("SELECT count(*) FROM t"); }

}  // namespace

TEST_CASE("values come back as they were bound: numbers, texts with NUL, blobs, nothing") {
  Database db(":memory:", Access::create);
  db.run("CREATE TABLE t(a, b, c, d, e)");
  const std::uint8_t bytes[] = {0, 255, 7};
  const std::string text("a\0b", 3);
  Statement(db, "INSERT INTO t VALUES(?, ?, ?, ?, ?)").bind(1, std::int64_t{1} << 60).bind(2, std::string_view(text))
      .bind(3, std::span<const std::uint8_t>(bytes)).bind(4, nullptr).bind(5, 2.5).run();
  Statement read(db, "SELECT * FROM t");
  REQUIRE(read.step());
  CHECK(read.number(0) == std::int64_t{1} << 60);
  CHECK(read.text(1) == text);
  CHECK(read.blob(2).size() == 3);
  CHECK(read.blob(2)[1] == 255);
  CHECK(read.null(3));
  CHECK(read.real(4) == 2.5);
  CHECK(!read.step());
}

TEST_CASE("an empty text is a text, not nothing") {
  Database db(":memory:", Access::create);
  Statement read(db, "SELECT ?1 IS NULL, ?2 IS NULL");
  read.bind(1, std::string_view()).bind(2, std::optional<std::int64_t>());
  REQUIRE(read.step());
  CHECK(read.number(0) == 0);
  CHECK(read.number(1) == 1);
}

TEST_CASE("a moved statement goes on, and the one it was taken from may be destroyed") {
  Database db(":memory:", Access::create);
  auto first = std::make_unique<Statement>(db, "SELECT 7");
  Statement second(std::move(*first));
  first.reset();
  REQUIRE(second.step());
  CHECK(second.number(0) == 7);
}

TEST_CASE("a transaction that is not committed leaves nothing, also when an exception ends it") {
  Database db(":memory:", Access::create);
  db.run("CREATE TABLE t(x)");
  { Transaction gone(db); db.run("INSERT INTO t VALUES(1)"); }
  try {
    Transaction thrown(db);
    db.run("INSERT INTO t VALUES(2)");
    throw Error(Exit::no, "stop");
  } catch (const Error&) {
  }
  CHECK(rows(db) == 0);
  { Transaction kept(db); db.run("INSERT INTO t VALUES(3)"); kept.commit(); }
  CHECK(rows(db) == 1);
  CHECK(!db.in_transaction());
}

TEST_CASE("a reading inside a transaction leaves the transaction alone") {
  Database db(":memory:", Access::create);
  db.run("CREATE TABLE t(x)");
  Transaction outer(db);
  db.run("INSERT INTO t VALUES(1)");
  { const Reading inner(db); CHECK(rows(db) == 1); }
  CHECK(db.in_transaction());
  outer.commit();
  CHECK(rows(db) == 1);
}

TEST_CASE("errors are for the user: the file, what it means, what to do") {
  Folder folder;
  Database db(folder.file(), Access::create);
  db.run("CREATE TABLE t(x UNIQUE); INSERT INTO t VALUES(1)");
  Statement insert(db, "INSERT INTO t VALUES(?)");
  CHECK_THROWS_WITH_AS(insert.bind(1, 1).run(), doctest::Contains(folder.file().c_str()), Error);
  insert.bind(1, 2).run();  // the failed one was reset
  CHECK(rows(db) == 2);
  CHECK_THROWS_AS(Database(folder.path + "/nowhere/x.db", Access::create), Error);
  CHECK_THROWS_AS(Database(folder.path + "/absent.db", Access::write), Error);
}

TEST_CASE("a file that another program writes to is waited for, then told as busy") {
  Folder folder;
  Database one(folder.file(), Access::create), two(folder.file(), Access::write);
  one.run("CREATE TABLE t(x)");
  two.run("PRAGMA busy_timeout = 10");
  Transaction writing(one);
  CHECK_THROWS_WITH_AS(Transaction{two}, doctest::Contains("another program is writing"), Error);
  writing.commit();
  { Transaction now(two); now.commit(); }
}

TEST_CASE("a full disk is told as such, and what was there stays") {
  Folder folder;
  Database db(folder.file(), Access::create);
  db.run("CREATE TABLE t(x); INSERT INTO t VALUES('kept'); PRAGMA max_page_count = 4");
  Transaction filling(db);
  CHECK_THROWS_WITH_AS(db.run("INSERT INTO t SELECT randomblob(100000)"), doctest::Contains("the disk is full"), Error);
  filling.rollback();
  CHECK(rows(db) == 1);
}

TEST_CASE("what is opened for reading cannot be written, and a copy is whole") {
  Folder folder;
  { Database db(folder.file(), Access::create); db.run("CREATE TABLE t(x); INSERT INTO t VALUES(1)"); }
  Database reader(folder.file(), Access::read);
  CHECK_THROWS_AS(reader.run("DELETE FROM t"), Error);
  reader.copy_to(folder.path + "/copy.db");
  Database copy(folder.path + "/copy.db", Access::immutable);
  CHECK(rows(copy) == 1);
  CHECK(copy.text("PRAGMA integrity_check") == "ok");
}
