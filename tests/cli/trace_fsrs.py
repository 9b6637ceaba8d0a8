#!/usr/bin/env python3
"""Follows the FSRS-6 reference vectors with `ebb trace`, and some of them through a real review: trace_fsrs.py EBB VECTORS.json
Every vector is met within one process by tests/schedule/fsrs_test.cpp; here every fourth shows that `ebb trace` says the same."""
import datetime
import json
import os
import subprocess
import sys
import tempfile

SATURATED = 36500
EVERY = 4
FIRST_DAY = datetime.date(2030, 1, 1)


def call(ebb, *arguments, **options):
    done = subprocess.run([ebb, *arguments], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"ebb {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def with_days(reviews):
    """Elapsed days as days from 0."""
    day = 0
    for elapsed, grade in reviews:
        day += elapsed
        yield day, grade


def traced(ebb, params_file, retention, reviews):
    pairs = ",".join(f"{day}:{grade}" for day, grade in with_days(reviews))
    out = call(ebb, "trace", "--scheduler", "fsrs", "--params", params_file, "--retention", str(retention), "--reviews", pairs,
               "--json")
    return json.loads(out)["steps"]


def near(got, expected, tolerance):
    if got is None or expected is None:
        return got is expected
    return abs(got - expected) <= tolerance * abs(expected)


def compare(steps, case, column):
    """Rows compared, and what differs; `column` is that of the retention the intervals belong to."""
    wrong, rows, saturated = [], 0, False
    for step, py, rs in zip(steps, case["py"], case["rs"]):
        state = [step["stability"], step["difficulty"], step["retrievability"]]
        if not all(near(got, expected, 2e-4) for got, expected in zip(state, rs)):
            wrong.append((state, rs))
        saturated = saturated or py[0] > SATURATED
        if saturated:  # py-fsrs knows no highest stability
            continue
        rows += 1
        if not all(near(got, expected, 1e-9) for got, expected in zip(state, py)) or step["interval"] != py[column]:
            wrong.append((state, step["interval"], py))
    return rows, wrong


def reviewed(ebb, folder, weights, reviews):
    """The same answers through `review --protocol json`, each on its day."""
    environment = {**os.environ, "HOME": folder, "XDG_DATA_HOME": folder, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder,
                   "EBB_DB": os.path.join(folder, "collection.db"), "TZ": "UTC"}
    deck = os.path.join(folder, "deck.json")
    with open(deck, "w", encoding="utf-8") as file:
        json.dump([{"question": "q", "answer": "a"}], file)
    environment["EBB_NOW"] = f"{FIRST_DAY}T08:00:00Z"
    call(ebb, "import", deck, "-d", "v", env=environment)
    for key, value in (("scheduler", "fsrs"), ("weights", " ".join(map(repr, weights))), ("steps", "none"),
                       ("relearning", "none"), ("fuzz", "off"), ("ordered", "off")):
        call(ebb, "deck", "set", "v", key, value, env=environment)
    steps = []
    for day, grade in with_days(reviews):
        environment["EBB_NOW"] = f"{FIRST_DAY + datetime.timedelta(days=day)}T08:00:00Z"
        call(ebb, "review", "--protocol", "json", input=f"reveal\ngrade {grade}\nquit\n", env=environment)
        card = json.loads(call(ebb, "list", "--json", env=environment))["cards"][0]
        steps.append((card["stability"], card["difficulty"], card["interval"]))
    return steps


def reviewed_on_due_days(ebb, folder, weights, params_file, grades):
    reviews = [(0, grades[0])]
    for grade in grades[1:]:
        steps = traced(ebb, params_file, 0.9, reviews)
        reviews.append((steps[-1]["interval"], grade))
    expected = [(s["stability"], s["difficulty"], s["interval"]) for s in traced(ebb, params_file, 0.9, reviews)]
    got = reviewed(ebb, folder, weights, reviews)
    return [] if got == expected else [(got, expected)]


def main(ebb, vectors):
    with open(vectors, encoding="utf-8") as file:
        data = json.load(file)
    rows, wrong, lived = 0, [], 0
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for index, weights in enumerate(data["parameters"]):
            files.append(os.path.join(folder, f"{index}.json"))
            with open(files[-1], "w", encoding="utf-8") as file:
                json.dump(weights, file)
        for number, case in enumerate(data["memory"]["cases"][::EVERY]):
            column, retention = ((3, 0.8), (4, 0.9), (5, 0.95))[number % 3]
            compared, differ = compare(traced(ebb, files[case["params"]], retention, case["reviews"]), case, column)
            rows += compared
            wrong += differ
        for index, weights in enumerate(data["parameters"][:3]):
            home = os.path.join(folder, f"home{index}")
            os.mkdir(home)
            wrong += reviewed_on_due_days(ebb, home, weights, files[index], [3, 3, 1, 2, 4, 3])
            lived += 6
    for one in wrong[:5]:
        print("differs:", one)
    print(f"{rows} states traced, {lived} reviewed, {len(wrong)} differ")
    return 1 if wrong or rows < 450 or lived == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
