// Databases from somebody else: what is ordinary is read, what could act or lie is not.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "ebb/core/error.hpp"
#include "ebb/sqlite/database.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

struct Foreign {
  fs::path path = fs::temp_directory_path() / ("ebb-untrusted-" + std::to_string(getpid()) + ".db");
  explicit Foreign(const char* sql) {
    fs::remove(path);
    Database database(path.string(), Access::create);
    database.run(sql);
  }
  ~Foreign() { fs::remove(path); }
};

}  // namespace

TEST_CASE("ordinary tables of an untrusted database are read, and nothing is written beside it") {
  const Foreign file("CREATE TABLE t (a, b TEXT); INSERT INTO t VALUES (1, 'x'), (2, 'y');");
  UntrustedDatabase database(file.path.string());
  CHECK(database.has_table("t"));
  CHECK_FALSE(database.has_table("u"));
  CHECK(database.number("SELECT count(*) FROM t") == 2);
  CHECK(database.text("SELECT b FROM t NOT INDEXED ORDER BY a") == "x");
  CHECK_FALSE(fs::exists(file.path.string() + "-wal"));
}

TEST_CASE("views, virtual and generated tables are not taken for tables") {
  const Foreign file(
      "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;"
      "CREATE TABLE g (a, b AS (a + 1)); CREATE TABLE h (a, b GENERATED ALWAYS AS (a + 1));");
  UntrustedDatabase database(file.path.string());
  CHECK_FALSE(database.has_table("v"));
  CHECK_FALSE(database.has_table("h"));
  CHECK_THROWS_AS(database.number("SELECT x FROM v"), Error);
}

TEST_CASE("an untrusted database can be neither changed, attached nor asked for more than reading") {
  const Foreign file("CREATE TABLE t (a); INSERT INTO t VALUES (1);");
  UntrustedDatabase database(file.path.string());
  for (const char* sql :
       {"INSERT INTO t VALUES (2)", "ATTACH 'x' AS y", "PRAGMA user_version", "SELECT hex(a) FROM t", "DROP TABLE t",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"})
    CHECK_THROWS_AS(database.number(sql), Error);
}

TEST_CASE("what is damaged or no database at all is refused when it is opened") {
  const Foreign file(
      "CREATE TABLE t (a); WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 5000) INSERT INTO t "
      "SELECT x FROM n;");
  {
    std::fstream bytes(file.path, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(4096 + 8);
    bytes << std::string(200, '\x7f');
  }
  CHECK_THROWS_AS(UntrustedDatabase(file.path.string()), Error);
  std::ofstream(file.path, std::ios::trunc) << "not a database, but long enough to look at";
  CHECK_THROWS_AS(UntrustedDatabase(file.path.string()), Error);
}

}  // namespace ebb
