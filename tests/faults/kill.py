#!/usr/bin/env python3
"""kill -9 in the middle of reviews; no answer whose `saved` was printed may be missing afterwards.

  kill.py PROGRAM [--kills 200] [--seed N] [--lose-one]

Every round starts the protocol on the same collection, grades as fast as it can, and is killed at a random moment.
--lose-one pretends that an answer was acknowledged which never was given: the check must then fail."""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading


class Rounds:
    def __init__(self, program, folder, seed):
        self.program, self.random = program, random.Random(seed)
        self.environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_STATE_HOME=folder + "/state", TZ="UTC",
                                LC_ALL="C.UTF-8")
        self.environment.pop("EBB_DB", None)

    def run(self, *words, stdin=None):
        return subprocess.run([self.program, *words], env=self.environment, input=stdin, capture_output=True, check=True).stdout

    def start(self):
        cards = [{"id": f"c{number}", "question": f"question {number}", "answer": "answer"} for number in range(3000)]
        deck = json.dumps({"format": "ebb-deck", "version": 1, "name": "kill", "cards": cards}).encode()
        self.run("import", "-", "--yes", "-q", stdin=deck)

    def kill_one(self):
        """Entries whose `saved` arrived before the kill."""
        child = subprocess.Popen([self.program, "review", "--protocol", "json", "--new", "3000"], env=self.environment,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        saved, killed_after = [], self.random.randint(1, 25)

        def feed():
            try:
                while True:
                    child.stdin.write(b"reveal\ngrade %d\n" % self.random.choice([1, 3, 3, 4]))
                    child.stdin.flush()
            except (BrokenPipeError, ValueError):
                pass

        writer = threading.Thread(target=feed, daemon=True)
        writer.start()
        for line in child.stdout:
            if not line.endswith(b"\n"):
                break  # cut in the middle: not acknowledged
            event = json.loads(line)
            if event["event"] == "saved":
                saved.append(event["entry"])
                if len(saved) == killed_after:
                    child.kill()  # what it saves until the signal arrives is still read, and must be there too
        child.wait()
        writer.join()
        try:
            child.stdin.close()
        except BrokenPipeError:
            pass  # what was still to be sent
        return saved

    def logged(self):
        return {entry["entry"] for entry in json.loads(self.run("log", "--json"))["entries"] if entry["what"] == "review"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lose-one", action="store_true")
    options = parser.parse_args()
    acknowledged, lost = [], 0
    with tempfile.TemporaryDirectory(prefix="ebb-kill-") as folder:
        rounds = Rounds(os.path.abspath(options.program), folder, options.seed)
        rounds.start()
        for number in range(options.kills):
            acknowledged += rounds.kill_one()
            if (number + 1) % 20 == 0 or number + 1 == options.kills:
                if options.lose_one:
                    acknowledged.append("00" * 16 + ":1")
                lost = len(set(acknowledged) - rounds.logged())
                if lost:
                    break
        doctor = subprocess.run([rounds.program, "doctor"], env=rounds.environment, capture_output=True)
    repeated = len(acknowledged) - len(set(acknowledged))
    print(f"{options.kills} kills, {len(acknowledged)} answers acknowledged, {lost} lost, {repeated} acknowledged twice, "
          f"doctor {doctor.returncode}")
    if doctor.returncode:
        print(doctor.stdout.decode())
    sys.exit(1 if lost or repeated or doctor.returncode or not acknowledged else 0)


main()
