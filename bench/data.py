"""Seeded decks and collections: the same numbers give the same bytes on every machine."""
import json
import os
import random
import sqlite3
import subprocess

NOW = "2026-03-01T12:00:00Z"
TODAY = 20513  # the study day of NOW
DAYS = 1095


def cards(count):
    """Questions and answers of about 140 bytes together."""
    rng = random.Random(42)
    syllables = "ba ke lo mi nu ra se ti vo zu an er is on ul pra ste flo gri chu".split()
    words = ["".join(rng.choice(syllables) for _ in range(rng.randint(2, 4))) for _ in range(4096)]
    for number in range(1, count + 1):
        question = " ".join(rng.choice(words) for _ in range(rng.randint(5, 9)))
        answer = " ".join(rng.choice(words) for _ in range(rng.randint(4, 15)))
        yield f"{number} What is {question}?", answer + "."


def write_decks(folder, count):
    """The same cards as TSV, CSV and JSON; returns their paths by suffix."""
    paths = {kind: os.path.join(folder, f"c{count}.{kind}") for kind in ("tsv", "csv", "json")}
    if all(os.path.exists(path) for path in paths.values()):
        return paths
    with open(paths["tsv"], "w") as tsv, open(paths["csv"], "w") as csv, open(paths["json"], "w") as out:
        out.write("[\n")
        for index, (question, answer) in enumerate(cards(count)):
            tsv.write(f"{question}\t{answer}\n")
            csv.write(f'"{question}","{answer}"\n')
            out.write((",\n" if index else "") + json.dumps({"front": question, "back": answer}))
        out.write("\n]\n")
    return paths


def make_collection(ebb, folder, count):
    """Imports the deck, writes ten answers a card straight into the log, and lets the doctor fold it."""
    path = os.path.join(folder, f"ours{count}.db")
    if os.path.exists(path):
        return path
    draft = path + ".part"
    for name in (draft, draft + "-wal", draft + "-shm"):
        if os.path.exists(name):
            os.unlink(name)
    environment = dict(os.environ, EBB_NOW=NOW, TZ="UTC", HOME=folder, XDG_STATE_HOME=folder + "/state")
    deck = write_decks(folder, count)["tsv"]
    subprocess.run([ebb, "--db", draft, "import", deck, "-q", "--yes"], check=True, env=environment)
    fill_log(draft, count)
    subprocess.run([ebb, "--db", draft, "doctor", "--fix", "-q"], check=True, env=environment, stdout=subprocess.DEVNULL)
    os.rename(draft, path)
    return path


def fill_log(path, count):
    """Every round goes over all cards in one order, so that the entry before is `count` entries back."""
    total = 10 * count
    db = sqlite3.connect(path, isolation_level=None)
    (guard,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'review_keep_insert'").fetchone()
    (last,) = db.execute("SELECT max(id) FROM change").fetchone()
    (first_hlc,) = db.execute("SELECT max(hlc) FROM change").fetchone()
    for sql in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN", "DROP TRIGGER review_keep_insert"):
        db.execute(sql)
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)"
        " INSERT INTO review(id, hlc, lag, tz, day, card, grade, ms, prev)"
        " SELECT ?2 + 1 + i, ?3 + 1 + i, 0, 0, ?4 - ?5 + i * ?5 / ?1, (1 + (i % ?6) * 7919 % ?6) << 10,"
        " CASE WHEN i * 2654435761 % 100 < 10 THEN 2 WHEN i * 2654435761 % 100 < 18 THEN 3"
        "      WHEN i * 2654435761 % 100 < 85 THEN 4 ELSE 5 END,"
        " 1000 + i * 40503 % 15000, CASE WHEN i < ?6 THEN 0 ELSE ?2 + 1 + i - ?6 END FROM n",
        (total, last, first_hlc, TODAY, DAYS, count))
    db.execute(guard)
    db.execute("COMMIT")
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
