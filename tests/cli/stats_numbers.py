#!/usr/bin/env python3
"""Every number of every `ebb stats --json` against stats_model.py, over logs of stats_logs.py: equal to the last digit,
and a member that the model does not have is a failure. Usage: stats_numbers.py EBB [SRS_BENCHMARK_CSV]"""
import datetime
import json
import os
import subprocess
import sys
import tempfile

import stats_logs
from stats_foretold import calibration
from stats_model import ONE, Model, date

NOW = datetime.date(2026, 11, 25)
failures = []


class Home:
    """A collection of its own, made from a log."""

    def __init__(self, program, folder, log):
        self.program, self.folder = program, folder
        if log:
            log.write(os.path.join(folder, "log.json"))
            self.run("import", os.path.join(folder, "log.json"), "--yes", "-q")
        doctor = self.run("doctor", "--json", may_fail=True)
        assert doctor.returncode == 0, doctor.stdout

    def run(self, *words, may_fail=False):
        environment = {"HOME": self.folder, "EBB_NOW": f"{NOW}T09:00:00Z", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        done = subprocess.run([self.program, *words], env=environment, capture_output=True, text=True)
        if done.returncode and not may_fail:
            sys.exit(f"{words}: {done.stderr}")
        return done

    def json(self, *words):
        return json.loads(self.run(*words, "--json").stdout)


def compare(where, got, wanted):
    """Reports the first difference below `where`; members that are not in `wanted` are differences."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        for key in list(wanted) + [key for key in got if key not in wanted]:
            if key not in got or key not in wanted:
                failures.append(f"{where}.{key} is only {'expected' if key in wanted else 'printed'}")
                return
            compare(f"{where}.{key}", got[key], wanted[key])
    elif isinstance(wanted, list) and isinstance(got, list) and len(got) == len(wanted):
        for i, pair in enumerate(zip(got, wanted)):
            compare(f"{where}[{i}]", *pair)
    elif isinstance(wanted, tuple):  # a number of the FSRS kernels, which count in floats
        if abs(got - wanted[0]) > wanted[1]:
            failures.append(f"{where} is {got}, about {wanted[0]} by Python")
    elif isinstance(wanted, list) and isinstance(got, list):
        failures.append(f"{where} has {len(got)} rows, {len(wanted)} by Python")
    elif got != wanted:
        failures.append(f"{where} is {got}, {wanted} by Python")


def check(name, home, model, words, wanted, by=None, query=None):
    got = home.json("stats", *words, *(query.split() if query else []), *(["--by", by] if by else []))
    for key, value in (("schema", 1), ("what", words[0]), ("filter", query), ("by", by)):
        compare(f"{name} {words} {key}", got.pop(key), value)
    if "range" not in wanted and words[0] == "forecast":
        wanted = {**wanted, "range": model.range()}
    compare(f"{name} {' '.join(words)} {query or ''} {by or ''}", got, wanted)


def check_all(name, home, model, query=None, extra=()):
    """Every statistic, each way that it can be asked for."""
    every = {"summary": model.summary, "retention": model.retention, "workload": model.workload}
    few = (None, "week", "tag") if query or extra else (None, "day", "week", "month", "deck", "tag")
    for what, make in every.items():
        for by in few:
            check(name, home, model, [what, *extra], make(by) if by else make(), by, query)
    for by in ("deck", "tag"):
        check(name, home, model, ["decks", *extra], model.decks(by), by, query)
    for what, wanted in (("heatmap", model.heatmap()), ("hours", model.hours()), ("decks", model.decks()),
                         ("cards", model.cards_now()), ("leeches", model.leeches())):
        check(name, home, model, [what, *extra], wanted, None, query)
    fsrs = {"fr", "fr::verbs"} if name == "generated" else set()
    check(name, home, model, ["calibration", *extra], calibration(model, fsrs), None, query)
    if not extra:
        for by in few:
            check(name, home, model, ["forecast"], model.forecast(by or "day"), by, query)


def check_log(program, name, log):
    with tempfile.TemporaryDirectory() as folder:
        home = Home(program, folder, log)
        entries, cards = home.json("log")["entries"], home.json("list")["cards"]
        check_all(name, home, Model(entries, cards, NOW))
        since, until = NOW - ONE * 200, NOW - ONE * 20
        check_all(name, home, Model(entries, cards, NOW, since, until), None, ["--since", str(since), "--until", str(until)])
        for query in ("deck:es", "tag:a", "is:review"):
            few = home.json("list", query)["cards"]
            ids = {card["id"] for card in few}
            if few:
                check_all(name, home, Model([e for e in entries if e["card"] in ids], few, NOW), query)
        late = NOW + ONE * 99
        model = Model(entries, cards, NOW)
        check(name, home, model, ["forecast", "--until", "100d"], {**model.forecast("month", late), "range": {
            "name": "asked", "from": model.range()["from"], "until": str(late)}}, "month")
    print(f"{name}: {len(entries)} entries, {len(cards)} cards")


def main():
    program = sys.argv[1]
    logs = [("awkward", stats_logs.awkward(NOW)), ("one review", stats_logs.one_review(NOW)), ("generated", stats_logs.generated(NOW))]
    if len(sys.argv) > 2 and os.path.exists(sys.argv[2]):
        logs.append(("real", stats_logs.from_benchmark(sys.argv[2], NOW)))
    for name, log in logs:
        check_log(program, name, log)
    for failure in failures[:20]:
        print(failure)
    sys.exit(f"{len(failures)} numbers differ" if failures else 0)


if __name__ == "__main__":
    main()
