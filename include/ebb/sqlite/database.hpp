// RAII over SQLite: a connection, a prepared statement, a transaction. No domain words.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ebb/core/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace ebb {

/// Thrown when the file itself is broken, or is no database.
class DamagedDatabase : public Error {
 public:
  using Error::Error;
};

/// How a database file is opened.
enum class Access {
  read,       ///< nothing is written to the tables
  write,      ///< the file must be there
  create,     ///< makes the file (mode 0600 under the umask of the program) if there is none
  immutable,  ///< on read-only media: no lock, no other file is touched
};

/// A connection, with the safety switches of docs/database.md set. Throws `Error(Exit::store)` naming the file.
class Database {
 public:
  /// Opens `path`; `:memory:` works.
  Database(const std::string& path, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Runs SQL text that is part of the program: never made by formatting.
  void run(const char* sql);
  /// One number; 0 when there is no row or it is NULL.
  std::int64_t number(const char* sql);
  /// One text; empty when there is no row or it is NULL.
  std::string text(const char* sql);
  /// Rows changed by the last statement.
  std::int64_t changes() const;
  /// Whether a transaction is open.
  bool in_transaction() const;
  /// Whether the last error was that the file, or one beside it, could not be opened or written.
  bool cannot_write_beside() const;
  /// Copies the whole database with the backup API to a new file, fsynced. Throws if it cannot.
  void copy_to(const std::string& path);
  /// Puts the whole database in the place of another, in one transaction of that one.
  void copy_into(Database& copy);
  /// The path it was opened with.
  const std::string& path() const { return path_; }
  /// The connection, for the files of this layer.
  sqlite3* handle() const { return handle_; }
  /// Throws the last error as an `Error(Exit::store)`, in the user's words.
  [[noreturn]] void fail(std::string_view doing) const;

 private:
  std::string path_;
  sqlite3* handle_ = nullptr;
};

/// A database file that somebody else made, to be read only: without triggers, views or functions that its schema
/// names, within limits of size and of work, and checked before anything is read. No other file is touched.
class UntrustedDatabase : public Database {
 public:
  /// Throws `Error(Exit::store)` if it is damaged or no database. Unlink the file once it is open if it was a copy.
  explicit UntrustedDatabase(const std::string& path);
  /// Whether it has an ordinary table of this name: no view, no virtual table, no generated columns.
  bool has_table(std::string_view name);

 private:
  std::int64_t steps_left_ = 0;
};

/// A prepared statement. Parameters and columns count from 1 and from 0, as in SQLite.
class Statement {
 public:
  Statement(Database& database, const char* sql);
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds one parameter; returns the statement, so that calls can be chained.
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, int value) { return bind(index, static_cast<std::int64_t>(value)); }
  Statement& bind(int index, double value);
  /// Text is not copied: it must live until the statement is stepped.
  Statement& bind(int index, std::string_view text);
  /// A blob, not copied either.
  Statement& bind(int index, std::span<const std::uint8_t> bytes);
  Statement& bind(int index, std::nullptr_t);
  /// Without a value binds NULL.
  Statement& bind(int index, std::optional<std::int64_t> value);

  /// Moves to the next row; false at the end, when the statement is reset. Throws on an error.
  bool step();
  /// Runs to the end and resets.
  void run();
  /// Back to the start, bindings kept.
  void reset();

  /// A column of this row; SQLite's own conversions apply.
  bool null(int column) const;
  std::int64_t number(int column) const;
  double real(int column) const;
  /// Valid until the next step.
  std::string_view text(int column) const;
  /// Valid until the next step.
  std::span<const std::uint8_t> blob(int column) const;

 private:
  Database* database_;
  sqlite3_stmt* handle_ = nullptr;
};

/// BEGIN IMMEDIATE … COMMIT; rolled back by the destructor unless `commit` was called and returned.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  /// Commits. When it returns, the change is on the disk.
  void commit();
  /// Gives it up early.
  void rollback() noexcept;

 private:
  Database* database_;
  bool open_ = true;
};

/// Several reads of one state, for the price of one lock; does nothing where a transaction is open already.
class Reading {
 public:
  explicit Reading(Database& database);
  ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  Database* database_;  // null when there was nothing to do
};

}  // namespace ebb
