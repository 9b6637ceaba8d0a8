#!/usr/bin/env python3
"""By hand, in a Python that has `anki`: cards of every kind in the real Anki, and the same cards imported by ebb: every due
day, and what each of the four keys would do under ebb's scheduler `anki`. schedules.py EBB [CARDS] [SEED]
Anki is asked twice: without its spread (ANKI_TEST_MODE), where every interval must be equal to the day and every step to
the second; and with it, where every interval must lie within the spread that ebb would use. Exit 1 if anything differs."""
import datetime
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time

KEYS = ["again", "hard", "good", "easy"]
EBB_KEYS = {"Again": "again", "Hard": "hard", "Good": "good", "Easy": "easy"}
ZONES = ["UTC", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Kiritimati"]


def answered(col, card, days_ago):
    """An answer in the history, and where Anki notes the moment of the last one."""
    moment = int(time.time()) - days_ago * 86400
    number = moment * 1000
    while col.db.scalar("select 1 from revlog where id = ?", number):
        number += 1
    col.db.execute("insert into revlog values(?,?,-1,3,1,1,2500,1000,1)", number, card)
    return json.dumps({"lrt": moment}) if card % 3 else ""


def seen_early(col):
    """Only in a filtered deck does Anki show, and credit, a card before its day."""
    deck = col.sched.get_or_create_filtered_deck(0)
    deck.name = "Early"
    del deck.config.search_terms[:]
    term = deck.config.search_terms.add()
    term.search, term.limit, term.order = "is:review -is:learn prop:due>0", 1000000, 0
    deck.config.reschedule = True
    col.sched.add_or_update_filtered_deck(deck)


def make(path, count, seed):
    """Cards in review (early, due and late), in steps, forgotten and new, with any ease; printed as Anki sees them."""
    from anki.collection import Collection, ExportAnkiPackageOptions

    random.seed(seed)
    col = Collection(path + ".anki2")
    deck, kind = col.decks.id("Oracle"), col.models.by_name("Basic")
    for number in range(count):
        note = col.new_note(kind)
        note.fields[0], note.fields[1] = f"card {number}", "back"
        col.add_note(note, deck)
    now, today = int(time.time()), col.sched.today
    for card in col.db.list("select id from cards order by id"):
        what = random.choice(["review"] * 7 + ["learning", "relearning", "new"])
        interval, factor = int(10 ** random.uniform(0, 3.2)), random.randrange(1300, 3500, 10)
        if what == "review":
            ago = int(interval * random.choice([1, 1, random.random(), 1 + random.random() ** 2]))
            data = answered(col, card, ago)
            col.db.execute("update cards set type=2,queue=2,ivl=?,due=?,factor=?,reps=5,lapses=?,data=? where id=?", interval,
                           today - ago + interval, factor, random.randrange(4), data, card)
        elif what == "learning":
            left = random.choice([1, 2])
            data = answered(col, card, 0)
            col.db.execute("update cards set type=1,queue=1,due=?,reps=2,left=?,data=? where id=?", now + 60, left, data, card)
        elif what == "relearning":
            data = answered(col, card, 0)
            col.db.execute("update cards set type=3,queue=1,ivl=?,due=?,factor=?,reps=6,lapses=2,left=1,data=? where id=?",
                           max(1, interval // 10), now + 60, factor, data, card)
    seen_early(col)
    rows = col.db.all("select c.id, n.sfld, iif(c.odid, c.odue, c.due), c.type, c.ivl, c.factor, c.data from cards c join notes n on n.id = c.nid")
    first = datetime.date.today() - datetime.timedelta(days=today)
    if time.localtime().tm_hour < 4:
        first -= datetime.timedelta(days=1)
    told = {}
    for card, name, due, type_, *more in rows:
        states = col._backend.get_scheduling_states(card)
        told[name] = {"type": type_, "card": [type_, due - today, *more], "due": str(first + datetime.timedelta(days=due)) if type_ == 2 else None,
                      **{key: normal(getattr(states, key)) for key in KEYS}}
    col.export_anki_package(out_path=path, limit=None, options=ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=False, legacy=False))
    print(json.dumps(told))


def normal(state):
    """(days, seconds): an interval, or a step."""
    state = state.normal if state.WhichOneof("kind") == "normal" else state.filtered.rescheduling.original_state
    kind = state.WhichOneof("kind")
    if kind == "review":
        return [state.review.scheduled_days, 0]
    step = state.learning if kind == "learning" else state.relearning.learning
    return [0, step.scheduled_secs]


def ebb_json(ebb, db, *words):
    done = subprocess.run([ebb, "--db", db, *words, "--json"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"ebb {words[0]}: exit {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def imported(ebb, path, fuzz):
    db = path + f".{fuzz}.db"
    ebb_json(ebb, db, "import", path)
    for key, value in (("scheduler", "anki"), ("steps", "1m 10m"), ("relearning", "10m"), ("fuzz", fuzz)):
        subprocess.run([ebb, "--db", db, "deck", "set", "Oracle", key, value, "-q"], check=True, stdout=subprocess.DEVNULL)
    cards = ebb_json(ebb, db, "list")["cards"]
    ours = {}
    for at in range(0, len(cards), 500):
        for card in ebb_json(ebb, db, "why", *(one["id"] for one in cards[at:at + 500]))["cards"]:
            ours[card["question"]] = {"due": card["due"], **{EBB_KEYS[grade["name"]]: [
                0 if grade["wait_ms"] else grade["interval"], grade["wait_ms"] // 1000] for grade in card["grades"]}}
    return ours


def asked(path, count, seed, zone, test_mode):
    environment = {**os.environ, "TZ": zone}
    environment.pop("ANKI_TEST_MODE", None)
    if test_mode:
        environment["ANKI_TEST_MODE"] = "1"
    out = subprocess.run([sys.executable, __file__, "make", path, count, seed], env=environment, capture_output=True, text=True)
    if out.returncode != 0:
        sys.exit(out.stderr)
    return json.loads(out.stdout)


def widest(days):
    """The days that an interval may become. Anki spreads it before it is rounded, so half a day is open on both sides."""
    if days < 2:
        return days, days

    def delta(length):
        return 1 + 0.15 * max(min(length, 7) - 2.5, 0) + 0.10 * max(min(length, 20) - 7, 0) + 0.05 * max(length - 20, 0)

    low, high = days - 0.5, days + 0.5
    return max(2, math.floor(low - delta(low) + 0.5)), math.floor(high + delta(high) + 0.5)


def compare(theirs, ours, zone, fuzzed):
    dues, equal, differ = 0, 0, []
    for name, card in theirs.items():
        mine = ours.get(name)
        if mine is None:
            differ.append((name, "is not there"))
            continue
        if card["due"]:
            dues += 1
            if card["due"] != mine["due"]:
                differ.append((name, card["due"], mine["due"]))
        least = 0  # a better key is a day later than the one before, wherever that was put
        for key in KEYS:
            low = high = mine[key][0]
            if fuzzed:
                low, high = widest(low)[0], widest(max(high, least))[1]
                least = card[key][0] + 1
            if card[key][1] == mine[key][1] and low <= card[key][0] <= high:
                equal += 1
            else:
                differ.append((name, card["card"], key, card[key], mine[key]))
    print(f"{zone:20} {'within the spread' if fuzzed else 'equal':18} {dues} due days, {equal} of {4 * len(theirs)} keys, {len(differ)} differ", flush=True)
    for one in differ[:12]:
        print("  ", *one)
    return not differ and dues > 0


def main():
    ebb, count, seed = os.path.abspath(sys.argv[1]), *(sys.argv[2:] + ["1000", "1"])[:2]
    good = True
    for zone in ZONES:
        os.environ["TZ"] = zone
        time.tzset()
        for fuzzed in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "oracle.apkg")
                theirs = asked(path, count, seed, zone, not fuzzed)
                good &= compare(theirs, imported(ebb, path, "off"), zone, fuzzed)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
