#!/usr/bin/env python3
"""By hand, in a Python that has `anki`: the real Anki makes packages, ebb imports and exports them, and the real Anki
reads both: fields, tags, schedules, FSRS state and histories must be identical. round_trip.py EBB ORACLE [NOTES]
ORACLE is the folder with compare.py and import_apkg.py. Prints a line a package; exit 1 if any differs."""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
MAKE = os.path.join(HERE, "..", "formats", "make_packages.py")
ZONES = ["UTC", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Kiritimati"]
KINDS = ["plain", "legacy", "hist", "legacy hist", "fsrs", "fsrs hist", "legacy fsrs hist"]


def run(command, zone, **more):
    return subprocess.run(command, env={**os.environ, "TZ": zone}, text=True, capture_output=True, **more)


def must(command, zone):
    done = run(command, zone)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def verdict(ebb, oracle, zone, kind, notes):
    with tempfile.TemporaryDirectory() as folder:
        ref, ours, db = (os.path.join(folder, name) for name in ("ref.apkg", "ours.apkg", "c.db"))
        must([sys.executable, MAKE, "anki", ref, kind, notes], zone)
        must([ebb, "--db", db, "import", ref, "-q"], zone)
        again = json.loads(must([ebb, "--db", db, "import", ref, "--dry-run", "--json"], zone))
        must([ebb, "--db", db, "doctor"], zone)
        must([ebb, "--db", db, "export", "--format", "apkg", "-o", ours, "-q"], zone)
        checked = run([sys.executable, "import_apkg.py", ours, "--check-db"], zone, cwd=oracle)
        compared = run([sys.executable, "compare.py", ref, ours], zone, cwd=oracle)
        result = json.loads(compared.stdout) if compared.stdout else {"verdict": compared.stderr.strip()[-300:]}
        if again["added"] + again["edited"] + again["gone"] > 0:
            result["verdict"] += ", but not all the same when imported again"
        if checked.returncode != 0:
            result["verdict"] += ", but not accepted by --check-db"
        return result


def main():
    ebb, oracle = os.path.abspath(sys.argv[1]), sys.argv[2]
    notes = sys.argv[3] if len(sys.argv) > 3 else "50"
    failed = False
    for zone in ZONES:
        for kind in KINDS:
            result = verdict(ebb, oracle, zone, kind, notes)
            same = result["verdict"] == "IDENTICAL"
            failed |= not same
            print(f"{zone:22} {kind:18} {result['verdict']}", flush=True)
            if not same:
                print(json.dumps({k: v for k, v in result.items() if v != "same"}, ensure_ascii=False, indent=1))
    sys.exit(1 if failed else 0)


main()
