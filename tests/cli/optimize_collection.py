#!/usr/bin/env python3
"""Months of review by the real program, then `ebb optimize` on them: it sets better weights, keeps good ones, can be
undone, knows when it is worth doing, and moves due days only when asked. Usage: optimize_collection.py EBB"""
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

EBB = sys.argv[1]
START = datetime.date(2026, 1, 1)
DAYS, CARDS = 60, 150


class Program:
    def __init__(self, folder):
        self.base = {"PATH": os.environ["PATH"], "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        self.folder = folder

    def run(self, day, *words, code=0, stdin=""):
        now = START + datetime.timedelta(days=day)
        done = subprocess.run([EBB, *words], env={**self.base, "EBB_NOW": f"{now}T09:00:00Z"}, cwd=self.folder, input=stdin,
                              capture_output=True, text=True)
        if done.returncode != code:
            sys.exit(f"ebb {' '.join(words)} ended with {done.returncode}, not {code}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def json(self, day, *words, code=0):
        return json.loads(self.run(day, *words, "--json", code=code))


def check(what, holds):
    if not holds:
        sys.exit("not so: " + what)


def study(ebb):
    with open(os.path.join(ebb.folder, "deck.json"), "w", encoding="utf-8") as file:
        json.dump([{"question": f"q{i}", "answer": f"a{i}"} for i in range(CARDS)], file)
    ebb.run(0, "init")
    ebb.run(0, "import", "deck.json", "-d", "first")
    ebb.run(0, "deck", "set", "first", "scheduler", "fsrs")
    ebb.run(0, "deck", "set", "first", "steps", "none")
    ebb.run(0, "deck", "set", "first", "relearning", "none")
    dice = random.Random(7)
    for day in range(DAYS):
        # Worse than FSRS expects: a third of all is forgotten.
        answers = "".join(f"\n{dice.choice([1, 1, 3, 3, 3, 4])}\n" for _ in range(120))
        ebb.run(day, "review", "--plain", stdin=answers)


def weights(ebb, *words):
    settings = ebb.json(DAYS, "deck", "show", *words)["settings"]
    return next(setting for setting in settings if setting["key"] == "weights")


def learn(ebb):
    due = ebb.json(DAYS, "optimize", "--due")
    check("never done, and enough answers: due", due["due"] and due["since"] is None and due["answers"] >= 400)
    before = ebb.json(DAYS, "list")["cards"]
    dry = ebb.json(DAYS, "optimize", "--dry-run")
    check("a dry run is better and sets nothing", dry["better"] and not dry["set"])
    check("nothing was set", weights(ebb, "first")["origin"] == "built in")
    result = ebb.json(DAYS, "optimize", "-d", "first", "--evaluate")
    check("the new weights are better", result["better"] and result["set"] and result["deck"] == "first")
    check("training reached all weights", result["reach"] == "all" and result["reviews"] == due["answers"])
    check("a lower log loss", result["log_loss"] < result["default"]["log_loss"])
    check("splits foretell", result["splits"]["items"] > 100)
    check("the deck has them", weights(ebb, "first")["origin"] == "first")
    numbers = [float(number) for number in weights(ebb, "first")["value"].split()]
    check("as trained", all(abs(a - b) < 1e-6 for a, b in zip(numbers, result["weights"])))
    check("no due day moved", ebb.json(DAYS, "list")["cards"] == before)
    return result


def again(ebb, result):
    second = ebb.json(DAYS, "optimize", "-d", "first")
    check("the same weights are no better, and kept", not second["better"] and not second["set"])
    check("the same log, the same weights", second["weights"] == result["weights"])
    check("they were kept, and it says so", "they were kept" in ebb.run(DAYS, "optimize", "-d", "first"))
    due = ebb.json(DAYS, "optimize", "--due", "-d", "first", code=1)
    check("not due again", not due["due"] and due["since"] == 0 and due["days"] == 0)
    ebb.run(DAYS, "undo")
    check("undo takes them back", weights(ebb, "first")["origin"] == "built in")


def move(ebb):
    before = {card["id"]: card["due"] for card in ebb.json(DAYS, "list")["cards"]}
    refused = ebb.run(DAYS, "optimize", "-d", "first", "--reschedule", "--no-input", code=1)
    check("the plan is shown first", "earlier" in refused and "Due today" in refused)
    check("told no, nothing moved", {c["id"]: c["due"] for c in ebb.json(DAYS, "list")["cards"]} == before)
    ebb.run(DAYS, "undo")
    moves = ebb.json(DAYS, "optimize", "-d", "first", "--reschedule", "--yes")["moves"]
    after = {card["id"]: card["due"] for card in ebb.json(DAYS, "list")["cards"]}
    check("as many moved as were planned", moves["applied"] and moves["moved"] == sum(after[i] != before[i] for i in before) > 0)


def main():
    with tempfile.TemporaryDirectory() as folder:
        ebb = Program(folder)
        study(ebb)
        result = learn(ebb)
        again(ebb, result)
        move(ebb)


if __name__ == "__main__":
    main()
