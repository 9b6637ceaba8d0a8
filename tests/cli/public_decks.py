#!/usr/bin/env python3
"""Other people's decks through the whole program: public_decks.py [--all] EBB FIXTURES [DECKS]
Each alone is imported, counted, imported again, proved by the doctor, exported with --full and read back byte-equal.
FIXTURES is the folder of the formats' fixtures; DECKS, where it is there, has decks.json with counts that were made
without us. Without --all: a spread of the fixtures, every format among them, and the largest decks only counted."""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

UNREADABLE = 3
EVERY = 8  # without --all, of the fixtures of one format the first and every eighth after it
LARGE = 3_000_000  # bytes
failures = []


def ebb(program, folder, *words, collection="one.db"):
    env = {"HOME": folder, "EBB_NOW": "2026-11-25T09:00:00Z", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    command = [program, "--db", os.path.join(folder, collection), *words]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)


def check(name, what, same):
    if not same:
        failures.append(f"{name}: {what}")


def counts(program, folder):
    cards = json.loads(ebb(program, folder, "list", "--json").stdout)["cards"]
    decks, tags = {}, set()
    for card in cards:
        decks[card["deck"]] = decks.get(card["deck"], 0) + 1
        tags.update(card["tags"])
    reviews = ebb(program, folder, "export", "--format", "revlog-csv").stdout.count("\n") - 1
    return {"notes": len({card["note"] for card in cards}), "cards": len(cards), "decks": decks,
            "distinct_tags": len(tags), "revlog": reviews}


def goes_round(program, folder, name):
    """The doctor finds nothing, and a full export is the same collection."""
    doctor = ebb(program, folder, "doctor", "--json")
    found = json.loads(doctor.stdout)
    check(name, f"the doctor found {found['findings']}", doctor.returncode == 0 and not found["damaged"])
    full = os.path.join(folder, "full.json")
    ebb(program, folder, "export", "--full", "-o", full, "-q")
    back = ebb(program, folder, "import", full, "-q", collection="two.db")
    check(name, f"its full export cannot be read: {back.stdout}{back.stderr}", back.returncode == 0)
    ebb(program, folder, "export", "--full", "-o", "again.json", "-q", collection="two.db")
    with open(full, "rb") as one, open(os.path.join(folder, "again.json"), "rb") as other:
        check(name, "its full export read back is another", one.read() == other.read())
    check(name, "the doctor finds damage in what was read back", ebb(program, folder, "doctor", collection="two.db").returncode == 0)


def run(program, path, name, expected, whole):
    with tempfile.TemporaryDirectory() as folder:
        imported = ebb(program, folder, "import", path, "--json", "--no-input")
        if imported.returncode == UNREADABLE and expected is None:
            check(name, "nothing was read, but something was left behind", not os.path.exists(os.path.join(folder, "media")))
            return
        check(name, f"import: exit {imported.returncode} {imported.stderr}", imported.returncode == 0)
        if expected:
            found = {**counts(program, folder), "media_files_imported_by_anki": json.loads(imported.stdout)["files"][0]["media"]}
            for key, value in found.items():
                if key in expected:
                    check(name, f"{key}: {value} instead of {expected[key]}", value == expected[key])
        if not whole:
            return
        again = ebb(program, folder, "import", path, "--json", "--no-input")
        plan = json.loads(again.stdout)
        check(name, f"importing it again changes {plan['added']} + {plan['edited']} + {plan['gone']}",
              plan["added"] + plan["edited"] + plan["gone"] + plan["moved"] == 0)
        goes_round(program, folder, name)


def public(decks, every):
    """(path, name, counts, whether it also goes round) of each deck that is listed."""
    listed = os.path.join(decks, "decks.json")
    if not os.path.exists(listed):
        return
    with open(listed, encoding="utf-8") as file:
        for deck in json.load(file):
            path = os.path.join(decks, deck["name"])
            yield path, deck["name"], deck["expected"], every or os.path.getsize(path) < LARGE


def fixtures_in(root, every):
    for kind in sorted(os.listdir(root)):
        paths = sorted(os.path.join(folder, file) for folder, _, files in os.walk(os.path.join(root, kind))
                       for file in files if file.startswith("input."))
        for path in paths if every else paths[::EVERY]:
            yield path, os.path.relpath(path, root), None, True


def main():
    words = [word for word in sys.argv[1:] if word != "--all"]
    every = "--all" in sys.argv[1:]
    program, fixtures = os.path.abspath(words[0]), words[1]
    decks = [*(public(words[2], every) if len(words) > 2 else ()), *fixtures_in(fixtures, every)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in [pool.submit(run, program, *deck) for deck in decks]:
            done.result()
    for failure in failures:
        print(failure)
    print(f"{len(decks)} decks, {len(failures)} failures")
    sys.exit(1 if failures or not decks else 0)


main()
