// What the machine allows: the same work in bare C over SQLite. floor import TSV DB | grade DB N | run PROGRAM …
// Prints "METRIC name value" lines. Built by bench/run.
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *db;

static void fail(const char *what) {
  fprintf(stderr, "floor: %s: %s\n", what, sqlite3_errmsg(db));
  exit(1);
}
static void run(const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}
static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) fail(sql);
  return statement;
}
static void step(sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) fail("step");
  sqlite3_reset(statement);
}
static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}
static int by_value(const void *a, const void *b) {
  const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

// One row a card, one hash a question written in order, one index on due; rollback journal and FULL.
static int import(const char *tsv, const char *path) {
  const double start = seconds();
  FILE *file = fopen(tsv, "r");
  if (file == NULL || sqlite3_open(path, &db) != SQLITE_OK) fail("open");
  run("PRAGMA cache_size = -65536; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
      "CREATE TABLE card(id INTEGER PRIMARY KEY, deck INTEGER, front TEXT, back TEXT, due INTEGER, ivl INTEGER, reps INTEGER);"
      "CREATE TABLE seen(hash INTEGER PRIMARY KEY) WITHOUT ROWID; BEGIN");
  sqlite3_stmt *insert = prepare("INSERT INTO card VALUES(?, 1, ?, ?, ?, 0, 0)");
  char *line = NULL;
  size_t room = 0, cards = 0, size = 1 << 16;
  uint64_t *hashes = malloc(size * sizeof *hashes);
  ssize_t length;
  while ((length = getline(&line, &room, file)) > 0) {
    char *tab = memchr(line, '\t', (size_t)length);
    if (tab == NULL) continue;
    uint64_t hash = 1469598103934665603U;
    for (const char *c = line; c < tab; c++) hash = (hash ^ (uint8_t)*c) * 1099511628211U;
    if (cards == size) hashes = realloc(hashes, (size *= 2) * sizeof *hashes);
    hashes[cards++] = hash >> 1;
    sqlite3_bind_int64(insert, 1, (sqlite3_int64)cards);
    sqlite3_bind_text(insert, 2, line, (int)(tab - line), SQLITE_STATIC);
    sqlite3_bind_text(insert, 3, tab + 1, (int)(line + length - tab - 2), SQLITE_STATIC);
    sqlite3_bind_int64(insert, 4, (sqlite3_int64)(1000000 + cards));
    step(insert);
  }
  qsort(hashes, cards, sizeof *hashes, by_value);
  sqlite3_stmt *seen = prepare("INSERT OR IGNORE INTO seen VALUES(?)");
  for (size_t i = 0; i < cards; i++) {
    sqlite3_bind_int64(seen, 1, (sqlite3_int64)hashes[i]);
    step(seen);
  }
  run("CREATE INDEX card_due ON card(due); COMMIT");
  printf("METRIC cards_per_s %.0f\n", (double)cards / (seconds() - start));
  return 0;
}

// A grade at its barest: one row changed, one added, WAL and FULL.
static int grade(const char *path, int grades) {
  if (sqlite3_open(path, &db) != SQLITE_OK) fail("open");
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
      "CREATE TABLE card(id INTEGER PRIMARY KEY, front TEXT, due INTEGER, ivl INTEGER, reps INTEGER, last INTEGER);"
      "CREATE TABLE review(id INTEGER PRIMARY KEY, card INTEGER, at INTEGER, grade INTEGER, ms INTEGER);"
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
      " INSERT INTO card SELECT i, hex(randomblob(60)), i % 400, 1, 1, 0 FROM n;"
      "CREATE INDEX card_due ON card(due); PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
  sqlite3_stmt *update = prepare("UPDATE card SET due = ?, ivl = ?, reps = reps + 1, last = 1 WHERE id = ?");
  sqlite3_stmt *insert = prepare("INSERT INTO review(card, at, grade, ms) VALUES(?, ?, 3, 4000)");
  uint64_t random = 88172645463325252U;
  const double start = seconds();
  for (int i = 0; i < grades; i++) {
    random ^= random << 13, random ^= random >> 7, random ^= random << 17;
    const sqlite3_int64 card = 1 + (sqlite3_int64)(random % 100000);
    step(begin);
    sqlite3_bind_int64(update, 1, 400 + i % 300);
    sqlite3_bind_int(update, 2, i % 300);
    sqlite3_bind_int64(update, 3, card);
    step(update);
    sqlite3_bind_int64(insert, 1, card);
    sqlite3_bind_int64(insert, 2, 1764000000000 + i);
    step(insert);
    step(commit);
  }
  printf("METRIC grades_per_s %.0f\n", grades / (seconds() - start));
  return 0;
}

// Runs a program and prints its wall seconds and peak KiB to fd 3: a small parent, because a child's peak begins with its parent's.
static int measure(char **words) {
  const double start = seconds();
  const pid_t child = vfork();
  if (child == 0) {
    execvp(words[0], words);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return 126;
  dprintf(3, "%.6f %ld\n", seconds() - start, usage.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 125;
}

int main(int count, char **words) {
  if (count > 2 && strcmp(words[1], "run") == 0) return measure(words + 2);
  if (count == 4 && strcmp(words[1], "import") == 0) return import(words[2], words[3]);
  if (count == 4 && strcmp(words[1], "grade") == 0) return grade(words[2], atoi(words[3]));
  fprintf(stderr, "floor import TSV DB | floor grade DB N\n");
  return 2;
}
