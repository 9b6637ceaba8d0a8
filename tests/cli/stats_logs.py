"""Logs to count: made collections as `--full` exports, which `ebb import` reads. Seeded: the same bytes every time."""
import datetime
import json
import random

EPOCH = datetime.date(1970, 1, 1)


class Log:
    """Entries of one device, in order."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.device, self.entries, self.clock = self.guid(), [], 0

    def guid(self):
        return f"{self.dice.getrandbits(128):032x}"

    def add(self, ms, offset=0, batch=None, **members):
        """`ms`: UTC milliseconds. A clock that was set back leaves a lag behind the log's own order."""
        self.clock = max(ms << 16, self.clock + 1)
        name = f"{self.device}:{len(self.entries) + 1}"
        entry = {"entry": name, "hlc": self.clock, "lag": (self.clock >> 16) - ms, "tz": offset}
        if members["what"] != "review":
            entry["batch"] = batch or name
        self.entries.append({**entry, **members})
        return name

    def deck(self, ms, name):
        guid = self.guid()
        self.add(ms, what="deck.new", deck=guid, guid=guid, question=name)
        return guid

    def note(self, ms, deck, question, tags=()):
        guid = self.guid()
        more = {"id": question, **({"tags": list(tags)} if tags else {})}
        self.add(ms, what="note.new", note=guid, home=deck, guid=guid, question=question, answer="an answer", more=more)
        return guid

    def answer(self, note, ms, offset, quality, took, kind="answer", params=None):
        local = datetime.timedelta(milliseconds=ms + offset * 60000 - 4 * 3600000)
        day = EPOCH + datetime.timedelta(days=local.days)
        return self.add(ms, offset, what="review", card=note + ".0", day=str(day), quality=quality, duration_ms=took,
                        kind=kind, params=params, session=None, due=None)

    def undo(self, ms, entry):
        self.add(ms, what="undo", target=entry)

    def suspend(self, ms, note):
        self.add(ms, what="card.suspend", note=note, part=0, number=1)

    def settings(self, ms, deck, key, value):
        self.add(ms, what="deck.set", deck=deck, question=key, answer=value)

    def parameters(self, ms):
        """FSRS with the published weights, as answers name them."""
        return self.add(ms, what="params", more={
            "version": 6, "scheduler": "fsrs", "retention": "0.9", "steps": "1m 10m", "relearning": "10m", "longest": "36500",
            "ordered": "on", "fuzz": "off", "balance": "off", "weekdays": "even", "exam": "none", "window": "14", "weights": "default"})

    def write(self, path):
        whole = {"format": "ebb-deck", "version": 1, "name": "made", "cards": [], "log": {"entries": self.entries}}
        with open(path, "w", encoding="utf-8") as file:
            json.dump(whole, file)


def at(day, hour, minute=0):
    return int(datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=datetime.timezone.utc).timestamp() * 1000)


def awkward(today):
    """Undone answers, cram, drill, one card never seen, a clock set back, zones far apart, an answer after midnight."""
    log, days = Log(1), [today - datetime.timedelta(days=n) for n in range(400, -1, -1)]
    deck, under = log.deck(at(days[0], 1), "es"), log.deck(at(days[0], 1), "es::verbs")
    notes = [log.note(at(days[0], 2), deck if i % 2 else under, f"=q{i}, <b>|\"", ["x", "y::z"][: i % 3]) for i in range(8)]
    for day, note, quality in ((0, 0, 4), (0, 1, 2), (0, 1, 4), (1, 0, 1), (1, 0, 3), (9, 0, 5), (10, 2, 4), (31, 1, 3), (150, 0, 4)):
        log.answer(notes[note], at(days[day], 9, len(log.entries) % 60), 60, quality, 1000 * len(log.entries))
    gone = log.answer(notes[3], at(days[151], 9), 0, 2, 9999)
    log.undo(at(days[151], 10), gone)
    log.answer(notes[2], at(days[152], 12), 0, 2, 5000, kind="cram")
    log.answer(notes[2], at(days[153], 23, 30), 840, 4, 60000)    # already tomorrow there
    log.answer(notes[3], at(days[154], 2), 0, 3, 700)             # after midnight: still the day before
    log.answer(notes[3], at(days[154], 12), -720, 4, 0)
    log.answer(notes[0], at(days[100], 8), 0, 2, 4000)            # the clock was set back
    log.suspend(at(days[300], 8), notes[4])
    log.answer(notes[5], at(days[398], 9), 0, 4, 1000)
    log.answer(notes[5], at(days[399], 9), 0, 4, 1000)
    log.suspend(at(days[399], 10), notes[5])
    return log


def one_review(today):
    log = Log(2)
    note = log.note(at(today, 5), log.deck(at(today, 5), "one"), "q")
    log.answer(note, at(today, 6), 0, 4, 1234)
    return log


def generated(today, cards=300, span=800):
    """A few thousand answers over two years, two decks under FSRS, drills, undone batches, two hours of drift."""
    log, dice = Log(3), random.Random(20261125)
    first = today - datetime.timedelta(days=span)
    decks = [log.deck(at(first, 1), name) for name in ("de", "fr::verbs", "fr")]
    for deck in decks[1:]:
        log.settings(at(first, 1), deck, "scheduler", "fsrs")
    fsrs, in_deck = log.parameters(at(first, 1)), {}
    notes = [log.note(at(first, 2), dice.choice(decks), f"word {i}", dice.sample(["a", "b::c", "Ü"], dice.choice([0, 0, 1, 2])))
             for i in range(cards)]
    for entry in log.entries:
        in_deck[entry.get("note")] = entry.get("home")
    answers = []
    for note in notes[: cards * 5 // 6]:
        day, interval = dice.randrange(span), 1.0
        while day <= span:
            moment = first + datetime.timedelta(days=day)
            answers.append((at(moment, dice.choice([5, 7, 8, 8, 12, 19, 22]), dice.randrange(60)), note))
            interval = 1.0 if dice.random() < 0.12 else interval * dice.uniform(1.2, 3)
            day += 0 if dice.random() < 0.07 else max(1, round(interval))
    answers.sort()
    for ms, note in answers:
        if ms <= at(today, 8):
            params = fsrs if in_deck[note] != decks[0] else None
            quality = dice.choice([0, 1, 2, 3, 4, 4, 4, 4, 4, 5])
            entry = log.answer(note, ms, dice.choice([0, 0, 0, 60, -120]), quality, dice.randrange(60000), params=params)
            if dice.random() < 0.01:
                log.undo(ms + 1000, entry)
    return log


def from_benchmark(path, today, most=4000):
    """A real log in the form of srs-benchmark: `card_id,order,delta_t,rating`, a line an answer; the first `most`."""
    log, cards = Log(4), {}
    with open(path, encoding="utf-8") as file:
        rows = [line.strip().split(",") for line in file][1:][:most]
    begin = today - datetime.timedelta(days=1 + max_span(rows))
    deck = log.deck(at(begin, 1), "real")
    answers = []
    for card, order, since, rating in rows:
        if card not in cards:
            cards[card] = [log.note(at(begin, 2), deck, f"card {card}"), 0]
        cards[card][1] += int(since)
        answers.append((cards[card][1], int(order), cards[card][0], int(rating)))
    for day, order, note, rating in sorted(answers):
        log.answer(note, at(begin + datetime.timedelta(days=day), 9) + order, 0, rating + 1, 1000 + order % 7000)
    return log


def max_span(rows):
    spans = {}
    for card, _, since, _ in rows:
        spans[card] = spans.get(card, 0) + int(since)
    return max(spans.values())
