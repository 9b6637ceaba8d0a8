#!/usr/bin/env python3
"""Thirty days of review in line mode, each day a run of the real program with EBB_NOW set. The dates are checked
against SM-2 written down here a second time, from Wozniak's text: thirty_days.py PROGRAM [--seed N]"""
import argparse, datetime, json, math, os, random, subprocess, sys, tempfile
from fractions import Fraction

START = datetime.date(2026, 3, 1)
DAYS, CARDS, NEW_A_DAY = 30, 25, 10
NAMES = {4: {1: "Again", 2: "Hard", 3: "Good", 4: "Easy"},
         6: {0: "Blackout", 1: "Wrong", 2: "Again", 3: "Hard", 4: "Good", 5: "Easy"}}


class Card:
    """SM-2 with exact fractions: steps 1-7 of the text, intervals rounded up."""

    def __init__(self):
        self.ease, self.repetitions, self.interval = Fraction(5, 2), 0, 0
        self.due, self.drill = None, None

    def answer(self, quality, day):
        if self.drill == day:  # step 7: repeated until it scores four, outside the schedule
            if quality >= 4:
                self.drill = None
            return
        if quality < 3:
            self.repetitions, self.interval = 0, 1
        else:
            change = Fraction(1, 10) - (5 - quality) * (Fraction(8, 100) + (5 - quality) * Fraction(2, 100))
            self.ease = max(Fraction(13, 10), self.ease + change)
            self.repetitions += 1
            self.interval = {1: 1, 2: 6}.get(self.repetitions) or math.ceil(self.interval * self.ease)
        self.due = day + datetime.timedelta(days=self.interval)
        self.drill = day if quality < 4 else None


class Program:
    def __init__(self, path, folder):
        self.path = path
        self.base = {"PATH": os.environ["PATH"], "HOME": folder, "XDG_DATA_HOME": folder + "/data", "TZ": "UTC",
                     "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config", "LC_ALL": "C.UTF-8"}

    def environment(self, day):
        return {**self.base, "EBB_NOW": f"{day}T09:00:00Z"}

    def json(self, day, *words):
        out = subprocess.run([self.path, *words, "--json"], env=self.environment(day), check=True, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE).stdout
        return json.loads(out)

    def review(self, day, *words):
        return Sitting(subprocess.Popen([self.path, "review", "--plain", *words], env=self.environment(day),
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE))


class Sitting:
    """Reads up to a prompt, then writes a line."""

    def __init__(self, process):
        self.process = process

    def until_prompt(self):
        text = b""
        while not text.endswith((b"\n> ", b"[Enter for the answer] ")):
            byte = self.process.stdout.read(1)
            if not byte:
                return text.decode(), False
            text += byte
        return text.decode(), True

    def say(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def close(self):
        self.process.stdin.close()
        rest = self.process.stdout.read().decode()
        assert self.process.wait() == 0, self.process.returncode
        return rest


def question_in(text):
    return text.rsplit("\n", 2)[-2]


def words_for(card, day):
    days = (card.due - day).days
    return ("1 day" if days == 1 else f"{days} days") + (", and again today" if card.drill == day else "")


def sit(program, cards, day, rnd, grades, limit):
    """One sitting; returns the questions that were asked. Sometimes takes an answer back, sometimes quits early."""
    asked, answers = [], 0
    sitting = program.review(day, "--grades", str(grades))
    text, more = sitting.until_prompt()
    while more:
        question = question_in(text)
        asked.append(question)
        sitting.say("")
        text, more = sitting.until_prompt()
        assert f"answer to {question}" in text, text
        number = rnd.choice([1, 2, 3, 3, 3, 4] if grades == 4 else [0, 1, 2, 3, 4, 4, 4, 5])
        if rnd.random() < 0.1:  # a slip, taken back at once
            sitting.say("1")
            text, more = sitting.until_prompt()
            if not more:  # it ended the sitting: then it was no slip
                cards[question].answer(2 if grades == 4 else 1, day)
                break
            sitting.say("u")
            text, more = sitting.until_prompt()
            assert "Undone: the grade." in text and question_in(text) == question, text
            sitting.say("")
            text, more = sitting.until_prompt()
        sitting.say(str(number))
        cards[question].answer(number + 1 if grades == 4 else number, day)
        text, more = sitting.until_prompt()
        expected = f"{NAMES[grades][number]}, next in {words_for(cards[question], day)}. "
        assert expected in text, f"{day} {question}: expected {expected!r} in {text!r}"
        answers += 1
        if more and answers == limit:
            sitting.say("q")
            break
    end = text + sitting.close()
    ends = ("All answers are saved.",) if asked else ("All done for today.", "Nothing due.")
    assert any(words in end for words in ends), (day, end)
    return asked


def check_dates(program, cards, day):
    for card in program.json(day, "list")["cards"]:
        model = cards[card["question"]]
        assert card["due"] == (str(model.due) if model.due else None), (day, card, model.due)
        if model.due:
            assert card["interval"] == model.interval, (day, card, model.interval)
            assert round(card["ease"] * 100) == model.ease * 100, (day, card, model.ease)


def one_day(program, cards, day, rnd):
    due = {name for name, card in cards.items() if card.due and card.due <= day}
    fresh = min(NEW_A_DAY, sum(card.due is None for card in cards.values()))
    counts = program.json(day, "due")
    assert (counts["due"], counts["new"], counts["learning"]) == (len(due), fresh, 0), (day, counts, len(due), fresh)
    grades = 4 if day.toordinal() % 2 else 6
    asked = sit(program, cards, day, rnd, grades, rnd.choice([3, 7, None]))
    asked += sit(program, cards, day, rnd, grades, None)  # the rest, and the drills that quitting left over
    assert due <= set(asked), (day, due - set(asked))
    assert len(set(asked) - due) == fresh, (day, len(set(asked) - due), fresh)
    left = program.json(day, "due")
    assert (left["due"], left["new"], left["learning"]) == (0, 0, 0), (day, left)
    check_dates(program, cards, day)
    return len(asked)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    rnd = random.Random(given.seed)
    cards = {f"question {i}": Card() for i in range(CARDS)}
    with tempfile.TemporaryDirectory() as folder:
        program = Program(os.path.abspath(given.program), folder)
        with open(folder + "/deck.json", "w", encoding="utf-8") as deck:
            json.dump([{"question": q, "answer": f"answer to {q}"} for q in cards], deck)
        program.json(START, "import", folder + "/deck.json")
        answers = sum(one_day(program, cards, START + datetime.timedelta(days=n), rnd) for n in range(DAYS))
        last = START + datetime.timedelta(days=DAYS - 1)
        stats = program.json(last, "stats")
        assert stats["streak_days"] >= 1 and stats["new"] == CARDS, stats
        assert not program.json(last, "doctor")["damaged"]
    print(f"{DAYS} days, {answers} answers, all dates as SM-2 says")


if __name__ == "__main__":
    sys.exit(main())
