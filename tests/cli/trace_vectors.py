#!/usr/bin/env python3
"""Follows sequences of grades with `ebb trace` and compares every state: trace_vectors.py EBB VECTORS.json…"""
import json
import os
import subprocess
import sys


def expected_rows(data):
    return data["implementations"]["canonical_primary_text"]["rows"]


def days_of(rows):
    """Each review on the day it is due."""
    days, day = [], 0
    for _, interval, _ in rows:
        days.append(day)
        day += interval
    return days


def traced(ebb, days, grades):
    reviews = ",".join(f"{day}:{grade}" for day, grade in zip(days, grades))
    done = subprocess.run([ebb, "trace", "--scheduler", "sm2", "--json", "--reviews", reviews], capture_output=True,
                          check=True)
    return json.loads(done.stdout)["steps"]


def main(ebb, *paths):
    wrong = compared = 0
    for path in paths:
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        for grades, rows in zip(data["sequences"], expected_rows(data)):
            days = days_of(rows)
            steps = traced(ebb, days, grades)
            got = [[step["repetitions"], step["interval"], step["ease"]] for step in steps]
            due = [step["due_day"] for step in steps]
            compared += len(rows)
            if got != rows or due != [day + row[1] for day, row in zip(days, rows)]:
                wrong += 1
                print(f"{path}: {grades}\n  expected {rows}\n  traced   {got}")
    print(f"{compared} states compared, {wrong} sequences differ")
    return 1 if wrong or compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
