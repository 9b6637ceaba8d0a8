-- The collection of ebb, schema 3 (docs/database.md explains it to a stranger).
-- LOG tables are facts and are never rewritten. MAP tables are identities and only grow. CACHE tables can be dropped and
-- rebuilt from LOG and MAP (`ebb doctor --fix`). Nothing in LOG or MAP points into CACHE.
PRAGMA application_id = 0x65626231;
PRAGMA user_version = 3;

CREATE TABLE meta(key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
-- min_reader, min_writer: the oldest program version (of this number) that may read, or write, this file
-- me: the local number of the device that writes; owner: where the file was when it was last opened for writing
-- hlc_seen: the highest clock that a merge brought; fold: name and version of the code that made the caches

-- MAP: a writing database's 16 random bytes, once; everywhere else its small local number.
CREATE TABLE device(
  dev INTEGER PRIMARY KEY CHECK(dev BETWEEN 0 AND 65535),
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  born INTEGER NOT NULL                    -- UTC milliseconds
) STRICT;

-- LOG: one row an answer. id = dev << 40 | seq; review and change share one gapless seq per device.
CREATE TABLE review(
  id      INTEGER PRIMARY KEY,
  hlc     INTEGER NOT NULL,                -- hybrid clock, milliseconds << 16 | counter: order only, never elapsed time
  lag     INTEGER NOT NULL DEFAULT 0,      -- (hlc >> 16) - UTC milliseconds of the answer
  tz      INTEGER NOT NULL,                -- UTC offset in minutes when answered
  day     INTEGER NOT NULL,                -- study day, days since 1970-01-01, decided once
  card    INTEGER NOT NULL,                -- note << 10 | ordinal
  grade   INTEGER NOT NULL CHECK(grade BETWEEN 0 AND 5),
  ms      INTEGER NOT NULL CHECK(ms >= 0),
  kind    INTEGER NOT NULL DEFAULT 0,      -- intent: 0 answer, 1 cram; learn, relearn and drill are derived
  par     INTEGER NOT NULL DEFAULT 0,      -- entry of the parameters in force; 0: SM-2, version 1
  session INTEGER NOT NULL DEFAULT 0,      -- first entry of its sitting; 0 for the first entry itself
  due     INTEGER,                         -- a chosen due day; NULL: as the scheduler says
  prev    INTEGER NOT NULL DEFAULT 0       -- device 0 only: the card's entry before this one; 0: none
) STRICT;
-- An index on every card costs a fifth of the grading rate: device 0 is followed by `prev`, only the others are indexed.
CREATE INDEX review_far ON review(card) WHERE id >= 1099511627776;

-- LOG: one row for everything else the user did.
CREATE TABLE change(
  id    INTEGER PRIMARY KEY,
  hlc   INTEGER NOT NULL,
  lag   INTEGER NOT NULL DEFAULT 0,
  tz    INTEGER NOT NULL,
  batch INTEGER NOT NULL DEFAULT 0,        -- how many entries back the user's command began
  what  INTEGER NOT NULL,                  -- kinds: docs/database.md
  ent   INTEGER,                           -- the note or deck it is about; the entry an undo takes back
  part  INTEGER NOT NULL DEFAULT 0,        -- text: which of question 1, answer 2, more 4 it sets (0: all); card: ordinal
  num   INTEGER,                           -- a number: deck of a note, 1 or 0, a study day, a count
  guid  BLOB CHECK(guid IS NULL OR length(guid) = 16),
  q TEXT, a TEXT,                          -- the only copy of a note's text
  more TEXT,                               -- {"tags":[…],"id":"…","cards":[…],"file":{…}}
  prev  INTEGER NOT NULL DEFAULT 0         -- device 0 only: the note's entry before this one
) STRICT;
CREATE INDEX change_far ON change(ent) WHERE id >= 1099511627776;
CREATE INDEX change_rare ON change(what) WHERE what >= 64;

-- The log is append-only. REPLACE slips past delete triggers unless recursive_triggers is on: hence the insert guards.
CREATE TRIGGER review_keep_update BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER review_keep_delete BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER review_keep_insert BEFORE INSERT ON review
  WHEN EXISTS(SELECT 1 FROM review WHERE id = NEW.id) OR EXISTS(SELECT 1 FROM change WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'the entry exists'); END;
CREATE TRIGGER change_keep_update BEFORE UPDATE ON change
  WHEN NOT (NEW.q IS NULL AND NEW.a IS NULL AND NEW.more IS NULL AND NEW.id = OLD.id AND NEW.hlc = OLD.hlc
            AND NEW.lag = OLD.lag AND NEW.tz = OLD.tz AND NEW.batch = OLD.batch AND NEW.what = OLD.what
            AND NEW.ent IS OLD.ent AND NEW.part = OLD.part AND NEW.num IS OLD.num AND NEW.guid IS OLD.guid
            AND NEW.prev = OLD.prev AND EXISTS(SELECT 1 FROM purge_ok WHERE note = OLD.ent))
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_keep_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_keep_insert BEFORE INSERT ON change
  WHEN EXISTS(SELECT 1 FROM change WHERE id = NEW.id) OR EXISTS(SELECT 1 FROM review WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'the entry exists'); END;
-- The one sanctioned rewrite is a purge, which blanks the text of the notes listed here for the length of its transaction.
CREATE TABLE purge_ok(note INTEGER PRIMARY KEY) STRICT;

-- MAP: every guid a note or a deck was ever known by. Written in sorted order: random order costs 1.6 times the import.
CREATE TABLE note_guid(guid BLOB PRIMARY KEY CHECK(length(guid) = 16), note INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE deck_guid(guid BLOB PRIMARY KEY CHECK(length(guid) = 16), deck INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- CACHE
CREATE TABLE deck(
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  live INTEGER NOT NULL DEFAULT 1,
  par  INTEGER NOT NULL DEFAULT 0          -- entry of the parameters its cards are answered with; -1: not logged yet
) STRICT;
CREATE TABLE note(
  id    INTEGER PRIMARY KEY,
  deck  INTEGER NOT NULL REFERENCES deck(id),
  q     INTEGER NOT NULL,                  -- change entry that holds the question in force
  a     INTEGER NOT NULL DEFAULT 0,        -- the same for answer, more, the last import, birth; 0: the entry q
  more  INTEGER NOT NULL DEFAULT 0,
  src   INTEGER NOT NULL DEFAULT 0,
  born  INTEGER NOT NULL DEFAULT 0,
  head  INTEGER NOT NULL DEFAULT 0,        -- device 0's newest entry about it; 0: its birth
  flags INTEGER NOT NULL DEFAULT 0         -- 1 deleted, 2 orphan, 4 marked, 8 its birth is undone
) STRICT;
-- Notes with texts from several entries are rare at first: a search looks at each of them.
CREATE INDEX note_split ON note(q, a, more) WHERE a > 0 OR more > 0;
CREATE TABLE card(
  id     INTEGER PRIMARY KEY,              -- note << 10 | ordinal
  due    INTEGER,                          -- study day; new: 1000000 + note; NULL: suspended or not live
  last   INTEGER NOT NULL DEFAULT 0,       -- study day of the last live answer
  ivl    INTEGER NOT NULL DEFAULT 0,
  n      INTEGER NOT NULL DEFAULT 0,       -- repetitions in a row
  ef     INTEGER NOT NULL DEFAULT 250,     -- ease in hundredths
  reps   INTEGER NOT NULL DEFAULT 0,       -- live answers
  lapses INTEGER NOT NULL DEFAULT 0,
  drill  INTEGER NOT NULL DEFAULT 0,       -- study day on which it still has to be drilled
  head   INTEGER NOT NULL DEFAULT 0,       -- device 0's last review of it
  par    INTEGER NOT NULL DEFAULT 0,       -- parameters it was folded with
  flags  INTEGER NOT NULL DEFAULT 0,       -- 1 suspended, 2 its note has it no longer
  s REAL, d REAL,                          -- stability, difficulty (FSRS)
  step   INTEGER NOT NULL DEFAULT 0,       -- learning step it waits for, from 1; relearning: negative
  wait   INTEGER NOT NULL DEFAULT 0        -- how long after the last answer that step is over, in seconds
) STRICT;
-- By due day and age; with the rest, cards are counted by state without reading a row of theirs.
CREATE INDEX card_due ON card(due, id, ivl, n, step);
CREATE INDEX card_drill ON card(drill) WHERE drill > 0;
CREATE TABLE buried(card INTEGER PRIMARY KEY, day INTEGER NOT NULL) STRICT;
CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE note_tag(tag INTEGER NOT NULL REFERENCES tag(id), note INTEGER NOT NULL, PRIMARY KEY(tag, note))
  STRICT, WITHOUT ROWID;
CREATE TABLE dead(batch INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;  -- undone: first entry, length
CREATE TABLE tally(
  day INTEGER, band INTEGER, grade INTEGER, n INTEGER NOT NULL, ms INTEGER NOT NULL, PRIMARY KEY(day, band, grade)
) STRICT, WITHOUT ROWID;

-- The words of every text of the log, by its entry, folded and cut by the program (one letter of Chinese, Japanese or
-- Korean is a word); own: texts of cards that differ from their note's. It lags behind the log: search_seen says how far.
CREATE VIRTUAL TABLE search USING fts5(q, a, own, content='', columnsize=0, tokenize='ascii');
CREATE TABLE search_seen(dev INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;

-- For people who query the file: the text in force.
CREATE VIEW note_text AS
  SELECT note.id AS id, deck.name AS deck, cq.q AS question, ca.a AS answer, cm.more AS more
  FROM note JOIN deck ON deck.id = note.deck JOIN change AS cq ON cq.id = note.q
    JOIN change AS ca ON ca.id = iif(note.a = 0, note.q, note.a)
    JOIN change AS cm ON cm.id = iif(note.more = 0, note.q, note.more)
  WHERE note.flags & 9 = 0;
