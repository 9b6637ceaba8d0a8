#!/usr/bin/env python3
"""Runs the simulator of the crate `fsrs` (needs cargo) and compares with the reference that the tests keep.

  bench/sim_crate/compare.py            differences, scene by scene
  bench/sim_crate/compare.py --approve  writes tests/simulate/crate.csv anew

That `ebb` agrees with the reference is a test: ctest -R simulate."""
import csv
import io
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.path.join(HERE, "../../tests/simulate/crate.csv")


def crate_output():
    target = os.path.join(tempfile.gettempdir(), "ebb-sim-crate")
    command = ["cargo", "run", "--release", "--quiet", "--manifest-path", os.path.join(HERE, "Cargo.toml"),
               "--target-dir", target]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def reviews(text):
    scenes = {}
    for row in csv.DictReader(io.StringIO(text)):
        scenes.setdefault(row["scene"], []).append(float(row["reviews"]))
    return scenes


def main():
    text = crate_output()
    if "--approve" in sys.argv[1:]:
        with open(REFERENCE, "w", encoding="utf-8") as file:
            file.write(text)
        return 0
    with open(REFERENCE, encoding="utf-8") as file:
        kept = reviews(file.read())
    ran = reviews(text)
    for scene in sorted(set(kept) | set(ran)):
        old, new = sum(kept.get(scene, [])), sum(ran.get(scene, []))
        print(f"{scene:<8} reviews a day, summed over periods: kept {old:9.2f}   now {new:9.2f}   {100 * (new / old - 1) if old else 0:+.3f} %")
    return 0 if kept == ran else 1


if __name__ == "__main__":
    sys.exit(main())
