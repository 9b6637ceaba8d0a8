"""The calibration of `ebb stats`, by the models of optimize_metrics.py: SM-2, and FSRS with the published weights."""
import math

from optimize_metrics import PUBLISHED, fsrs, items_of, measures, sm2
from stats_model import CURVE, share, two


def foretold(answers, by_fsrs):
    rows = [(a.card, a.day.toordinal(), a.grade) for a in answers]
    items, cards = items_of(ordered(rows))
    return items, fsrs(PUBLISHED, items, cards) if by_fsrs else sm2(items, cards)


def ordered(rows):
    """A day before the card's last counts as that day."""
    last, out = {}, []
    for card, day, grade in rows:
        last[card] = max(day, last.get(card, day))
        out.append((card, last[card], grade))
    return out


def row(pairs, loose):
    n, right = len(pairs), sum(recalled for _, recalled in pairs)
    mean = 100 * sum(chance for chance, _ in pairs) / n
    return {"retention": share(right, n), "foretold_percent": (mean, 0.02) if loose else two(mean)}


def calibration(model, fsrs_decks):
    """Of the answers in the range; the cards of `fsrs_decks` by FSRS, all others by SM-2."""
    items, chances = [], []
    history = [a for a in model.all if a.day <= model.until]
    deck = lambda a: model.cards[a.card]["deck"] if a.card in model.cards else ""
    for by_fsrs in (False, True):
        those = [a for a in history if (deck(a) in fsrs_decks) == by_fsrs]
        found, given = foretold(those, by_fsrs)
        days = item_days(those)
        kept = [i for i, day in enumerate(days) if day >= model.since.toordinal()]
        items += [found[i] for i in kept]
        chances += [given[i] for i in kept]
    loose = bool(fsrs_decks)
    bins, curve = {}, {}
    for item, chance in zip(items, chances):
        bins.setdefault(min(max(math.floor(chance * 100 / 5), 0), 19) * 5, []).append((chance, item[3]))
        curve.setdefault(max(d for d in CURVE if d <= item[0]), []).append((chance, item[3]))
    totals = {"answers": len(items), "log_loss": None, "rmse_bins": None, "auc": None}
    if items:
        both = len({item[3] for item in items}) == 2
        for key, value in measures(items, chances, both).items():
            totals[key] = value if value is None else (value, 0.00006)
    following = dict(zip(CURVE, CURVE[1:] + [None]))
    return {"range": model.range(), "totals": totals,
            "bins": [{"from_percent": at, "below_percent": at + 5, **row(pairs, loose)} for at, pairs in sorted(bins.items())],
            "curve": [{"from_days": at, "below_days": following[at], **row(pairs, loose)} for at, pairs in sorted(curve.items())]}


def item_days(answers):
    """The day of each item of items_of, in its order."""
    last, days = {}, []
    for answer in answers:
        day = max(answer.day.toordinal(), last.get(answer.card, answer.day.toordinal()))
        if answer.card in last and day > last[answer.card]:
            days.append(answer.day.toordinal())
        last[answer.card] = day
    return days
