"""Every number of `ebb stats --json`, worked out again in Python from `ebb log --json` and `ebb list --json`. Shares no
code with the program. Definitions: docs/statistics.md."""
import datetime
import math

YOUNG, MATURE = (1, 20), (21, 10**9)
BANDS = [("1-6 days", 1, 6), ("7-20 days", 7, 20), ("21-89 days", 21, 89), ("90-364 days", 90, 364), ("365 and more", 365, 10**9)]
DAY_ENDS = [0, 1, 2, 4, 7, 14, 21, 45, 90, 180, 365, 730]
CURVE = [1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365, 730]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ONE = datetime.timedelta(days=1)


def date(text):
    return datetime.date.fromisoformat(text)


def two(number):
    """As C's round: halves away from zero."""
    return math.floor(number * 100 + 0.5) / 100


def four(number):
    return math.floor(number * 10000 + 0.5) / 10000


def share(right, n):
    """Wilson's interval at 95 %."""
    if n == 0:
        return {"n": 0, "right": 0, "percent": None, "low": None, "high": None}
    z, p = 1.959964, right / n
    centre, spread = p + z * z / n / 2, z * math.sqrt(p * (1 - p) / n + z * z / n / (4 * n))
    low = 0 if right == 0 else 100 * min(max((centre - spread) / (1 + z * z / n), 0), 1)
    high = 100 if right == n else 100 * min(max((centre + spread) / (1 + z * z / n), 0), 1)
    return {"n": n, "right": right, "percent": two(100 * p), "low": two(low), "high": two(high)}


class Answer:
    def __init__(self, entry, since):
        self.card, self.day, self.quality = entry["card"], date(entry["day"]), entry["quality"]
        self.ms, self.grade, self.since = entry["duration_ms"], entry["grade"], since  # None: its first
        local = datetime.datetime.fromisoformat(entry["at"].replace("Z", "+00:00"))
        self.hour = (local + datetime.timedelta(minutes=entry["utc_offset_min"])).hour
        self.right = self.quality >= 3


def answers_of(log):
    """Live answers without cram, oldest first, each with the days since the card's last."""
    last, answers = {}, []
    for entry in reversed(log):
        if entry["what"] != "review" or entry["undone"] or entry["kind"] == "cram":
            continue
        day = date(entry["day"])
        before = last.get(entry["card"])
        answers.append(Answer(entry, None if before is None else max(0, (day - before).days)))
        last[entry["card"]] = day if before is None else max(before, day)
    return answers


def between(answers, low, high):
    return [a for a in answers if a.since is not None and low <= a.since <= high]


def remembered(answers, low=1, high=10**9):
    those = between(answers, low, high)
    return share(sum(a.right for a in those), len(those))


def ages(answers):
    return {"all": remembered(answers), "young": remembered(answers, *YOUNG), "mature": remembered(answers, *MATURE)}


def start(by, day):
    if by == "week":
        return day - ONE * day.weekday()
    return day.replace(day=1) if by == "month" else day


def stretches(by, first, last):
    """Pairs of name and the two ends, for every stretch of the range."""
    starts = []
    for i in range((last - first).days + 1):
        if not starts or starts[-1] != start(by, first + ONE * i):
            starts.append(start(by, first + ONE * i))
    return starts


class Model:
    """The answers and the cards that a filter lets through, today, and the range."""

    def __init__(self, log, cards, today, since=None, until=None):
        self.cards = {card["id"]: card for card in cards}
        self.today = today
        self.all = [a for a in answers_of(log) if a.day <= today]
        self.until = until or today
        first = min([a.day for a in self.all], default=self.until)
        self.since = min(since or first, self.until)
        self.asked = bool(since or until)
        self.answers = self.within(self.since, self.until)

    def within(self, first, last):
        return [a for a in self.all if first <= a.day <= last]

    def range(self, days=None):
        since = self.until - ONE * (days - 1) if days and not self.asked else self.since
        return {"name": "asked" if self.asked else "default", "from": str(since), "until": str(self.until)}

    # -- parts ------------------------------------------------------------------------------------------------------
    def state(self, card):
        if card["suspended"]:
            return "suspended"
        if card["reps"] == 0:
            return "new"
        if card["state"] == "learning":
            return "learning"
        return "young" if card["interval"] < 21 else "mature"

    def states(self, cards=None):
        found = [self.state(card) for card in (self.cards.values() if cards is None else cards)]
        return {name: found.count(name) for name in ("new", "learning", "young", "mature", "suspended")}

    def recall(self, card):
        """SM-2: nine in ten after the interval. FSRS: its forgetting curve, with the decay of the default weights."""
        last = max(a.day for a in self.all if a.card == card["id"])
        days = max(0, (self.today - last).days)
        if card["stability"]:
            factor = 0.9 ** (-1 / 0.1542) - 1
            return (1 + factor * days / card["stability"]) ** -0.1542
        return 0.9 ** (days / max(card["interval"], 1))

    def sums(self, cards):
        seen = [card for card in cards if card["reps"] > 0]
        due = [c for c in seen if not c["suspended"] and date(c["due"]) <= self.today]
        return {"cards": len(cards), **self.states(cards), "due": len(due), "known": four(sum(map(self.recall, seen)))}

    def due(self, cards=None):
        cards = self.cards.values() if cards is None else cards
        return [date(c["due"]) for c in cards if c["reps"] > 0 and not c["suspended"]]

    def streaks(self):
        days = sorted({a.day for a in self.all})
        runs, run = [], 0
        for i, day in enumerate(days):
            run = run + 1 if i and days[i - 1] == day - ONE else 1
            runs.append(run)
        now = runs[-1] if days and days[-1] >= self.today - ONE else 0
        return {"streak_days": now, "longest_streak_days": max(runs, default=0)}

    def work(self, answers):
        return {"reviews": len(answers), "new": sum(a.since is None for a in answers), "time_ms": sum(a.ms for a in answers)}

    def groups(self, by):
        """Pairs of a name and the ids of its cards, in the order of their bytes; `(no tag)` last."""
        names = {}
        for card in self.cards.values():
            for name in [card["deck"]] if by == "deck" else card["tags"] or ["(no tag)"]:
                names.setdefault(name, set()).add(card["id"])
        return sorted(names.items(), key=lambda item: (item[0] == "(no tag)", item[0].encode()))

    # -- statistics -------------------------------------------------------------------------------------------------
    def period(self, name, first, last):
        those = self.within(first, last)
        retention = {"young": remembered(those, *YOUNG), "mature": remembered(those, *MATURE)}
        return {"range": {"name": name, "from": str(first), "until": str(last)}, **self.work(those), "retention": retention}

    def summary(self, by=None):
        first = min([a.day for a in self.all], default=self.today)
        back = lambda days: self.today - ONE * (days - 1)
        periods = [self.period(name, begin, self.today) for name, begin in
                   (("today", back(1)), ("7_days", back(7)), ("30_days", back(30)), ("365_days", back(365)), ("all", first))]
        top = periods[2]
        days = self.by_time("day", back(30), self.today)
        if self.asked:
            top = self.period("asked", self.since, self.until)
            periods.insert(0, top)
            days = self.by_time("day", self.since, self.until)
        out = {**top, **self.streaks(), "periods": periods, "days": days,
               "forecast": self.forecast_rows("day", self.today + ONE * 13), "cards": self.states()}
        return {**out, **({"by_" + by: self.retention_by(by)} if by else {})}

    def retention_by(self, by):
        if by in ("deck", "tag"):
            rows = [(name, [a for a in self.answers if a.card in ids]) for name, ids in self.groups(by)]
            return [{by: name, **ages(those)} for name, those in rows if those]
        return [{by: str(day), **ages([a for a in self.answers if start(by, a.day) == day])}
                for day in stretches(by, self.since, self.until)]

    def retention(self, by=None):
        shares = ages(self.answers)
        presses = []
        for name, those in (("new", [a for a in self.answers if a.since is None]), ("same day", between(self.answers, 0, 0)),
                            ("young", between(self.answers, *YOUNG)), ("mature", between(self.answers, *MATURE))):
            counts = {button: sum(a.grade == i for a in those) for i, button in enumerate(("again", "hard", "good", "easy"), 1)}
            presses.append({"age": name, **counts, "retention": share(len(those) - counts["again"], len(those))})
        out = {"range": self.range(), "ages": [{"age": n, "retention": shares[n]} for n in ("young", "mature", "all")],
               "bands": [{"band": name, "retention": remembered(self.answers, low, high)} for name, low, high in BANDS],
               "buttons": presses}
        return {**out, **({"by_" + by: self.retention_by(by)} if by else {})}

    def forecast_rows(self, by, last):
        rows, so_far = [], 0
        for day in stretches(by, self.today, last):
            cards = sum(start(by, max(d, self.today)) == day for d in self.due() if d <= last)
            so_far += cards
            rows.append({by: str(day), "cards": cards, "so_far": so_far})
        return rows

    def forecast(self, by="day", last=None):
        last = last or self.today + ONE * 29
        until = lambda due, days: sum(d <= self.today + ONE * days for d in due)
        if by in ("deck", "tag"):
            rows = []
            for name, ids in self.groups(by):
                due = self.due([self.cards[i] for i in ids])
                rows.append({by: name, "today": until(due, 0), "next_7_days": until(due, 6), "next_30_days": until(due, 29)})
        else:
            rows = self.forecast_rows(by, last)
        due = self.due()
        late = [(self.today - d).days for d in due]
        backlog = [{"days_late": name, "cards": sum(low <= days <= high for days in late)} for name, low, high in
                   (("1 day", 1, 1), ("2-6 days", 2, 6), ("7-29 days", 7, 29), ("30-89 days", 30, 89), ("90 and more", 90, 10**9))]
        totals = {"overdue": until(due, -1), "today": until(due, 0), "next_7_days": until(due, 6),
                  "next_30_days": until(due, 29), "new": self.states()["new"]}
        return {"days" if by == "day" else "by_" + by: rows, "totals": totals, "backlog": backlog}

    def by_time(self, by, first, last):
        those = self.within(first, last)
        return [{by: str(day), **self.work([a for a in those if start(by, a.day) == day])} for day in stretches(by, first, last)]

    def totals(self, first, last):
        those, days = self.within(first, last), (last - first).days + 1
        work = self.work(those)
        return {**work, "days": days, "days_studied": len({a.day for a in those}), "reviews_per_day": four(len(those) / days),
                "time_per_day_ms": work["time_ms"] // days, "time_per_review_ms": work["time_ms"] // len(those) if those else None}

    def heatmap(self):
        first = date(self.range(371)["from"])
        return {"range": self.range(371), "days": self.by_time("day", first, self.until),
                "totals": self.totals(first, self.until), "streaks": self.streaks()}

    def workload(self, by="month"):
        if by in ("deck", "tag"):
            rows = []
            for name, ids in self.groups(by):
                those = [a for a in self.answers if a.card in ids]
                cards = len({a.card for a in those})
                if cards:
                    rows.append({by: name, **self.work(those), "cards": cards, "time_per_card_ms": sum(a.ms for a in those) // cards})
        else:
            rows = self.by_time(by, self.since, self.until)
        return {"range": self.range(), "by_" + by: rows, "totals": self.totals(self.since, self.until)}

    def hours(self):
        row = lambda those: {"reviews": len(those), "time_ms": sum(a.ms for a in those), "retention": remembered(those)}
        return {"range": self.range(),
                "hours": [{"hour": hour, **row([a for a in self.answers if a.hour == hour])} for hour in range(24)],
                "weekdays": [{"weekday": name, **row([a for a in self.answers if a.day.weekday() == i])}
                             for i, name in enumerate(WEEKDAYS)]}

    def decks(self, by="deck"):
        rows = []
        for name, ids in self.groups(by):
            those = [a for a in self.answers if a.card in ids]
            answered, ms = len({a.card for a in those}), sum(a.ms for a in those)
            rows.append({by: name, **self.sums([self.cards[i] for i in self.cards if i in ids]), "reviews": len(those), "time_ms": ms,
                         "time_per_card_ms": ms // answered if answered else None, "retention": remembered(those)})
        return {"range": self.range(), by + "s": rows, "totals": self.sums(list(self.cards.values()))}

    def histogram(self, numbers, ends, last=None):
        rows = []
        for i, low in enumerate(ends):
            below = ends[i + 1] if i + 1 < len(ends) else last
            rows.append({"from": low, "below": below, "cards": sum(low <= x and (below is None or x < below) for x in numbers)})
        return rows

    def cards_now(self):
        cards = list(self.cards.values())
        review = [c for c in cards if self.state(c) in ("young", "mature")]
        seen = [c for c in cards if c["reps"] > 0 and not c["suspended"]]
        fsrs = [c for c in seen if c["stability"]]
        ease = [e / 100 for e in range(130, 331, 20)]
        return {"range": self.range(), "totals": self.sums(cards),
                "intervals": self.histogram([c["interval"] for c in review], DAY_ENDS),
                "ease": self.histogram([c["ease"] for c in review], ease),
                "stability": self.histogram([c["stability"] for c in fsrs], DAY_ENDS),
                "difficulty": self.histogram([min(c["difficulty"], 9.9) for c in fsrs], list(range(1, 10)), 10),
                "recall": self.histogram([min(100 * self.recall(c), 99.9) for c in seen], list(range(0, 100, 10)), 100)}

    def leeches(self):
        failing = sorted((c for c in self.cards.values() if c["lapses"] > 0), key=lambda c: -c["lapses"])
        rows = [{"card": c["id"], "deck": c["deck"], "lapses": c["lapses"], "reviews": c["reps"], "interval_days": c["interval"],
                 "suspended": c["suspended"], "question": c["question"]} for c in failing[:50]]
        return {"range": self.range(), "leeches": rows,
                "totals": {"leeches": sum(c["lapses"] >= 6 for c in failing), "lapsed": len(failing)}}
