#!/usr/bin/env python3
"""The statistics of ebb against the graphs of the real Anki (PyPI anki) for a package that both import:
    stats_graphs.py EBB [PACKAGE.apkg]
Without a package one is made by Anki itself: two years of answers, days of several kinds. Needs `pip install anki`; what differs by
definition is explained where it is compared. Prints what agreed."""
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
import time

from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest

DAY = 86400


def make_package(folder):
    """Notes with a history written into the log, then exported with it. Anki's own scheduler answers nothing: the log is the input."""
    dice = random.Random(7)
    col = Collection(os.path.join(folder, "made.anki2"))
    model, deck = col.models.by_name("Basic"), col.decks.id("made")
    now = time.time()
    today = col.sched.today
    for i in range(200):
        note = col.new_note(model)
        note["Front"], note["Back"] = f"front {i}", f"back {i}"
        col.add_note(note, deck)
        card = note.cards()[0]
        if i >= 160:
            continue
        back, interval, last_interval = dice.randrange(30, 700), 1, 0
        reps = lapses = 0
        while back > 0:
            ease = dice.choice([1, 2, 3, 3, 3, 3, 4])
            kind = 0 if reps == 0 else 1
            new = 1 if ease == 1 else max(1, round(interval * dice.uniform(1.5, 3)))
            at = int((now - back * DAY) * 1000) + i * 10 + reps
            col.db.execute("insert into revlog values(?,?,-1,?,?,?,?,?,?)", at, card.id, ease, new, last_interval, 2500,
                           dice.randrange(1000, 60000), kind)
            reps, lapses, last_interval, interval = reps + 1, lapses + (ease == 1), new, new
            due_back = back - new
            back = due_back
        col.db.execute("update cards set type=2, queue=2, due=?, ivl=?, factor=2500, reps=?, lapses=? where id=?",
                       today - back, interval, reps, lapses, card.id)
    path = os.path.join(folder, "made.apkg")
    col.export_anki_package(out_path=path, limit=None, options=ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=False, legacy=True))
    col.close()
    return path


def anki_graphs(folder, package):
    col = Collection(os.path.join(folder, "oracle.anki2"))
    col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions(
        merge_notetypes=True, with_scheduling=True, with_deck_configs=True)))
    graphs = col._backend.graphs(search="", days=0)
    rollover = graphs.rollover_hour
    col.close()
    return graphs, rollover


class Ebb:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, *words):
        environment = {**os.environ, "HOME": self.folder, "LC_ALL": "C.UTF-8"}
        done = subprocess.run([self.program, *words], env=environment, capture_output=True, text=True)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def json(self, *words):
        return json.loads(self.run(*words, "--json"))


failures = []


def agree(what, ours, theirs):
    if ours == theirs:
        print(f"agrees: {what}")
    else:
        failures.append(what)
        print(f"DIFFERS: {what}\n  ebb  {ours}\n  Anki {theirs}")


def kinds(review):
    return review.learn + review.relearn + review.young + review.mature


def check(program, folder, package):
    graphs, rollover = anki_graphs(folder, package)
    ebb = Ebb(program, folder)
    ebb.run("import", package, "--yes", "-q")
    today = datetime.date.fromisoformat(ebb.json("due")["today"])
    assert rollover == 4, "the study day of ebb begins at four, as Anki's does"
    back = lambda day: (datetime.date.fromisoformat(day) - today).days

    # Reviews a day, and the time: Anki counts cram ("filtered") apart, as ebb leaves cram out.
    ours = {back(r["day"]): r["reviews"] for r in ebb.json("stats", "workload", "--by", "day")["by_day"] if r["reviews"]}
    agree("reviews of each day", ours, {day: kinds(r) for day, r in graphs.reviews.count.items() if kinds(r)})
    ours = {back(r["day"]): r["time_ms"] for r in ebb.json("stats", "workload", "--by", "day")["by_day"] if r["reviews"]}
    agree("time of each day", ours, {day: kinds(r) for day, r in graphs.reviews.time.items() if kinds(r)})

    # Buttons. Anki's young and mature go by the interval before the answer, ebb's by the days that passed: the sums agree.
    ages = ebb.json("stats", "retention")["buttons"]
    ours = [sum(row[name] for row in ages) for name in ("again", "hard", "good", "easy")]
    all_time = graphs.buttons.all_time
    agree("answer buttons, all ages", ours, [a + b + c for a, b, c in zip(all_time.learning, all_time.young, all_time.mature)])

    # Hours: Anki leaves cram out too.
    ours = [row["reviews"] for row in ebb.json("stats", "hours")["hours"]]
    agree("reviews by hour", ours, [hour.total for hour in graphs.hours.all_time])

    # Intervals and forecast: the exact days, from the cards; ebb's histogram has bins, so that its list is compared.
    cards = [c for c in ebb.json("list")["cards"] if c["reps"] > 0 and not c["suspended"]]
    ours = {}
    for card in cards:
        if card["state"] == "review":
            ours[card["interval"]] = ours.get(card["interval"], 0) + 1
    agree("intervals", ours, dict(graphs.intervals.intervals))
    total = sum(row["cards"] for row in ebb.json("stats", "cards")["intervals"])
    agree("cards in the histogram of intervals", total, sum(graphs.intervals.intervals.values()))
    theirs = dict(graphs.future_due.future_due)
    late = sum(cards for day, cards in theirs.items() if day <= 0)
    rows = ebb.json("stats", "forecast", "--until", "400d")["days"]
    ours = {i: row["cards"] for i, row in enumerate(rows) if row["cards"]}
    agree("due on each day, overdue on the first", ours, {day: n for day, n in {0: late, **{d: n for d, n in theirs.items() if 0 < d < 400}}.items() if n})

    # States.
    counts, states = graphs.card_counts.including_inactive, ebb.json("stats", "cards")["totals"]
    ours = (states["new"], states["young"], states["mature"], states["suspended"])
    agree("new, young, mature and suspended cards", ours, (counts.newCards, counts.young, counts.mature, counts.suspended))

    # True retention: Anki's counts reviews of kind "review" by the interval before; ebb's answers by the days that passed. On time they
    # are one; here the whole is compared: every answer but a card's first on a later day is in both.
    whole = ebb.json("stats", "retention")["ages"][2]["retention"]
    theirs = graphs.true_retention.all_time
    agree("true retention, passed and failed", (whole["right"], whole["n"] - whole["right"]),
          (theirs.young_passed + theirs.mature_passed, theirs.young_failed + theirs.mature_failed))


def main():
    with tempfile.TemporaryDirectory() as folder:
        check(sys.argv[1], folder, sys.argv[2] if len(sys.argv) > 2 else make_package(folder))
    sys.exit(f"{len(failures)} differ" if failures else 0)


if __name__ == "__main__":
    main()
