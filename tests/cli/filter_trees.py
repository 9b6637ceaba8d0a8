#!/usr/bin/env python3
"""Random filters against an evaluator written down here a second time: filter_trees.py PROGRAM [--count N] [--seed N]

Each tree of words, decks, tags, states, numbers, days, and, or, not is spelt for the program; `ebb list FILTER` must find
the cards that the evaluator finds in `ebb list --json`. In ctest a few hundred trees, each a run of the program;
`--count 10000` was run before a release."""
import argparse, datetime, json, os, random, re, subprocess, sys, tempfile, unicodedata

NOW = datetime.date(2026, 12, 20)
WORDS = ["dog", "cat", "Größe", "café", "ser", "estar", "漢字", "ひらがな", "momentum", "don't", "a1", "C++"]
DECKS = ["es", "es::verbs", "es::nouns", "dnn::training", "漢"]
TAGS = ["irregular", "irregular::past", "a1", "Übung"]


def fold(text):
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(c for c in parts if not 0x300 <= ord(c) <= 0x36F)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def blankless(c):
    return c and (0x3041 <= ord(c) <= 0x30FF or 0x4E00 <= ord(c) <= 0x9FFF or 0xAC00 <= ord(c) <= 0xD7AF)


def joins(c):
    return bool(c) and unicodedata.category(c)[0] in "LMN" and not blankless(c)


def boundary(text, at):
    return at == 0 or at == len(text) or not (joins(text[at - 1]) and joins(text[at]))


def has_word(text, word):
    text, begins, ends = fold(text), not word.startswith("*"), not word.endswith("*")
    word = fold(word.strip("*"))
    return any((not begins or boundary(text, m.start())) and (not ends or boundary(text, m.start() + len(word)))
               for m in re.finditer("(?=%s)" % re.escape(word), text))


def under(name, wanted):
    name, wanted = fold(name), fold(wanted)
    return name == wanted or name.startswith(wanted + "::")


def day_of(card):
    return card["due"] and (datetime.date.fromisoformat(card["due"]) - NOW).days


def ranged(number, low, high):
    return number is not None and (low is None or number >= low) and (high is None or number <= high)


def spelt(low, high):
    return f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"


class Maker:
    """Makes pairs of the words that spell a filter and what it means."""

    def __init__(self, dice, cards):
        self.dice, self.cards = dice, cards

    def limits(self, values):
        low, high = sorted(self.dice.choices(values, k=2))
        return self.dice.choice([(low, high), (low, None), (None, high), (low, low)])

    def leaf(self):
        kind = self.dice.randrange(9)
        if kind < 2:
            word = self.dice.choice(WORDS)
            stars = self.dice.choice(["{}", "{}*", "*{}*", "*{}"])
            part = self.dice.choice([word, word[:2]])
            pattern = stars.format(part)
            field = self.dice.choice(["", "", "question:", "answer:"])
            sides = {"": ["question", "answer"]}.get(field, [field[:-1]])
            return [field + pattern], lambda card: any(has_word(card[side], pattern) for side in sides)
        if kind == 2:
            deck = self.dice.choice(DECKS + ["ES", "none"])
            return ["deck:" + deck], lambda card: under(card["deck"], deck)
        if kind == 3:
            tag = self.dice.choice(TAGS + ["UBUNG"])
            return ["tag:" + tag], lambda card: any(under(one, tag) for one in card["tags"])
        if kind == 4:
            return ["tag:none"], lambda card: not card["tags"]
        if kind == 5:
            state = self.dice.choice(["new", "learning", "review"])
            return ["is:" + state], lambda card: card["state"] == state
        if kind == 6:
            flag = self.dice.choice(["suspended", "buried", "marked", "orphan"])
            return ["is:" + flag], lambda card: card[flag]
        if kind == 7:
            key, name, values = self.dice.choice([("ivl", "interval", [0, 1, 6, 15, 16]), ("ease", "ease", [1.3, 2.36, 2.5, 2.6]),
                                                  ("lapses", "lapses", [0, 1, 2]), ("reps", "reps", [0, 1, 2, 3])])
            low, high = self.limits(values)
            return [f"{key}:{spelt(low, high)}"], lambda card: ranged(card[name], low, high)
        low, high = self.limits([-20, -7, -1, 0, 1, 7])
        text = spelt(low, high)
        if self.dice.random() < 0.3 and low is not None and high is None:
            text = (NOW + datetime.timedelta(days=low)).isoformat() + ".."
        return ["due:" + text], lambda card: ranged(day_of(card), low, high)

    def tree(self, depth):
        kind = self.dice.randrange(4) if depth > 0 else 3
        if kind == 3:
            return self.leaf()
        if kind == 2:
            words, means = self.tree(depth - 1)
            return ["not", "(", *words, ")"], lambda card: not means(card)
        (a, in_a), (b, in_b) = self.tree(depth - 1), self.tree(depth - 1)
        if kind == 0:
            between = self.dice.choice([[], ["and"]])
            return ["(", *a, ")", *between, "(", *b, ")"], lambda card: in_a(card) and in_b(card)
        return ["(", *a, "or", *b, ")"], lambda card: in_a(card) or in_b(card)


class Program:
    def __init__(self, path, folder):
        self.path = path
        self.base = {"PATH": os.environ["PATH"], "HOME": folder, "XDG_DATA_HOME": folder + "/data", "TZ": "UTC",
                     "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config", "LC_ALL": "C.UTF-8"}

    def run(self, *words, day=NOW, stdin=None, code=0):
        done = subprocess.run([self.path, *words], env={**self.base, "EBB_NOW": f"{day}T09:00:00Z"}, input=stdin,
                              stdin=None if stdin is not None else subprocess.DEVNULL, capture_output=True, text=True)
        assert done.returncode == code, (words, done.returncode, done.stderr)
        return done.stdout


def make_collection(program, folder, dice):
    decks = []
    for deck in DECKS:
        cards = [{"id": f"{deck}{i}", "question": " ".join(dice.choices(WORDS, k=dice.randint(1, 4))),
                  "answer": ", ".join(dice.choices(WORDS, k=2)) + " and dogs", "tags": dice.sample(TAGS, dice.randint(0, 2))}
                 for i in range(12)]
        decks.append({"name": deck, "cards": cards})
    for number, deck in enumerate(decks):
        path = f"{folder}/{number}.json"
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "ebb-deck", "version": 1, **deck}, file)
        program.run("import", path, day="2026-12-01")
    for day in ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-09", "2026-12-18"]:
        grades = "".join(f"\n{dice.choice('1234')}\n" for _ in range(15))
        program.run("review", "--plain", "-n", "15", "--new", "15", day=day, stdin=grades + "q\n")
    cards = json.loads(program.run("list", "--json"))["cards"]
    for verb in ["suspend", "mark", "bury"]:
        for card in dice.sample(cards, 6):
            program.run(verb, card["id"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program, folder)
        make_collection(program, folder, dice)
        cards = json.loads(program.run("list", "--json"))["cards"]
        maker, matched = Maker(dice, cards), 0
        for number in range(options.count):
            words, means = maker.tree(dice.randint(0, 4))
            wanted = [card["id"] for card in cards if means(card)]
            found = program.run("list", "--fields", "id", *words).split()
            if found != wanted:
                print("Filter:", words, "\nseed", options.seed, "number", number, "\nonly the program:",
                      sorted(set(found) - set(wanted)), "\nonly the evaluator:", sorted(set(wanted) - set(found)))
                return 1
            matched += 0 < len(found) < len(cards)
        assert matched > options.count // 3, "too few filters that tell cards apart"
    print(f"{options.count} filters, {matched} of them with some cards and not all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
