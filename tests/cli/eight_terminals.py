#!/usr/bin/env python3
"""Eight reviews at once over five hundred cards: no card twice, no limit broken, and what one killed process held is free
at once: eight_terminals.py EBB."""
import collections
import json
import os
import signal
import subprocess
import sys
import tempfile

EBB = os.path.realpath(sys.argv[1])
HOME = tempfile.mkdtemp()
NEW, REVIEWS = 24, 60


def environment(day):
    kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    return dict(kept, HOME=HOME, PATH="/usr/bin:/bin", LC_ALL="C.UTF-8", TZ="UTC", EBB_NOW=f"2026-{day}T09:00:00Z")


def run(day, *words, **more):
    return subprocess.run([EBB, *words], env=environment(day), capture_output=True, check=True, text=True, **more).stdout


class Terminal:
    """One `ebb review --protocol json`, a step at a time."""

    def __init__(self, day, *words):
        self.process = subprocess.Popen([EBB, "review", "--protocol", "json", *words], env=environment(day), text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1)
        self.shown = []

    def event(self):
        line = self.process.stdout.readline()
        event = json.loads(line) if line else {"event": "end"}
        if event["event"] == "question":
            self.shown.append((event["card"], event["kind"]))
        return event

    def send(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def step(self, grade):
        """Answers the card shown; false once there is none."""
        self.send("reveal")
        if self.event()["event"] != "answer":
            return False
        self.send(f"grade {grade}")
        assert self.event()["event"] == "saved"
        return self.event()["event"] == "question"


def main():
    cards = [{"id": f"c{i}", "question": f"q{i}", "answer": "a", "reverse": False} for i in range(500)]
    with open(os.path.join(HOME, "cards.json"), "w", encoding="utf-8") as file:
        json.dump(cards, file)
    run("11-01", "import", os.path.join(HOME, "cards.json"))
    grades = "".join("\n3\n" for _ in range(300))
    run("11-01", "review", "--new", "300", input=grades)

    # Thirty days later 300 cards are due and 200 new; the eight take turns, each its own order.
    day = "12-01"
    run(day, "deck", "set", "--all", "reviews", str(REVIEWS))
    run(day, "deck", "set", "--all", "new", str(NEW))
    terminals = [Terminal(day, "--order", "random", "--seed", str(number)) for number in range(8)]
    alive = [terminal for terminal in terminals if terminal.event()["event"] == "question"]
    held = [terminal.shown[-1][0] for terminal in alive]
    assert len(set(held)) == len(held), "two terminals show one card"
    turn = 0
    while alive:
        alive = [terminal for number, terminal in enumerate(alive) if terminal.step(3 if (turn + number) % 5 else 1)]
        held = [terminal.shown[-1][0] for terminal in alive]
        assert len(set(held)) == len(held), "two terminals show one card"
        turn += 1
    for terminal in terminals:
        terminal.process.stdin.close()
        terminal.process.wait()
    first = collections.Counter(card for terminal in terminals for card, kind in terminal.shown if kind != "drill")
    assert max(first.values()) == 1, "a card was shown twice"
    kinds = collections.Counter(kind for terminal in terminals for _, kind in terminal.shown)
    assert kinds["new"] <= NEW, kinds
    assert kinds["due"] <= REVIEWS, kinds
    assert kinds["due"] == REVIEWS and kinds["new"] == NEW, f"places under the limits were left: {kinds}"

    # A killed process holds nothing any more.
    day = "12-02"
    one = Terminal(day)
    one.event()
    os.kill(one.process.pid, signal.SIGKILL)
    one.process.wait()
    other = Terminal(day)
    other.event()
    assert other.shown == one.shown, "a killed process still held its card"
    other.send("quit")
    other.process.wait()
    print(run(day, "doctor"))


main()
