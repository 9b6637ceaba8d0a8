#!/usr/bin/env python3
"""Works out again, from the log and the printed weights, every number that `ebb optimize --json` prints about them:
FSRS-6, SM-2, log loss, RMSE over bins and AUC, in sample and over the splits by time. Usage: optimize_metrics.py EBB"""
import json
import math
import os
import random
import subprocess
import sys
import tempfile

EBB = sys.argv[1] if len(sys.argv) > 1 else ""
PUBLISHED = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
             1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]


def chance(w, days, s):
    return (1 + (0.9 ** (-1 / w[20]) - 1) * days / s) ** -w[20]


def first(w, g):
    return w[g - 1], min(max(w[4] - math.exp(w[5] * (g - 1)) + 1, 1), 10)


def following(w, s, d, g, days):
    r = chance(w, days, s)
    if days == 0:
        growth = math.exp(w[17] * (g - 3 + w[18])) * s ** -w[19]
        after = s * (max(growth, 1) if g > 1 else growth)
    elif g == 1:
        after = min(w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * math.exp((1 - r) * w[14]), s / math.exp(w[17] * w[18]))
    else:
        bonus = {2: w[15], 3: 1, 4: w[16]}[g]
        after = s * (1 + math.exp(w[8]) * (11 - d) * s ** -w[9] * (math.exp((1 - r) * w[10]) - 1) * bonus)
    damped = d + (10 - d) / 9 * (-w[6] * (g - 3))
    d = w[7] * (w[4] - math.exp(w[5] * 3) + 1) + (1 - w[7]) * damped
    return min(max(after, 0.001), 36500), min(max(d, 1), 10)


def made_log():
    """Rows (card, day, rating) in the order of review."""
    dice = random.Random(20261125)
    rows = []
    for card in range(900):
        day, s, d, seen = dice.randrange(200), 0, 0, False
        last = day
        while day < 400:
            if seen:
                right = dice.random() < chance(PUBLISHED, day - last, s) - 0.04
                g = dice.choice([2, 3, 3, 3, 3, 4]) if right else 1
                s, d = following(PUBLISHED, s, d, g, day - last)
            else:
                g = dice.choice([1, 1, 2, 3, 3, 3, 3, 4])
                s, d = first(PUBLISHED, g)
            seen, last = True, day
            rows.append((day, dice.random() if g > 1 else 0, card, g))
            day += 0 if g == 1 and dice.random() < 0.6 else max(1, round(s * dice.uniform(0.7, 1.5)))
    # Answers of one day keep their order within a card.
    rows = [(day, i, card, g) for i, (day, _, card, g) in enumerate(rows)]
    rows.sort(key=lambda row: (row[0], row[1]))
    return [(card, day, g) for day, _, card, g in rows]


def items_of(rows):
    """(days, nth, lapses, recalled, card, place in the card's history) in the order of review."""
    items, cards = [], {}
    for card, day, g in rows:
        history = cards.setdefault(card, [])
        if history and day > history[-1][0]:
            later = [h for a, h in zip(history, history[1:]) if h[0] > a[0]]
            items.append((day - history[-1][0], len(later) + 1, sum(h[1] == 1 for h in later), g > 1, card, len(history)))
        history.append((day, g))
    return items, cards


def fsrs(w, items, cards):
    chances = {}
    for card, history in cards.items():
        s, d = first(w, history[0][1])
        for i in range(1, len(history)):
            days = history[i][0] - history[i - 1][0]
            chances[card, i] = chance(w, days, s)
            s, d = following(w, s, d, history[i][1], days)
    return [chances[item[4], item[5]] for item in items]


def sm2(items, cards):
    chances = {}
    for card, history in cards.items():
        interval, ease, repetitions = 0, 2.5, 0
        for i, (day, g) in enumerate(history):
            if i > 0:
                days = day - history[i - 1][0]
                if days == 0:
                    continue
                chances[card, i] = 0.9 ** (days / interval)
            repetitions = repetitions + 1 if g > 1 else 1
            interval = 1 if repetitions == 1 else 6 if repetitions == 2 else interval * ease
            ease = min(max(ease + 0.1 - (4 - g) * (0.08 + (4 - g) * 0.02), 1.3), 10)
    return [chances[item[4], item[5]] for item in items]


def measures(items, chances, has_auc=True):
    loss, bins = 0, {}
    for item, p in zip(items, chances):
        loss -= math.log(min(max(p if item[3] else 1 - p, 1e-15), 1 - 1e-15))
        days = round(2.48 * 3.62 ** math.floor(math.log(item[0], 3.62)), 2)
        nth = round(1.99 * 1.89 ** math.floor(math.log(item[1] + 1, 1.89)))
        lapses = 0 if item[2] == 0 else round(1.65 * 1.73 ** math.floor(math.log(item[2], 1.73)))
        bins.setdefault((days, nth, lapses), []).append((p, item[3]))
    square = sum(len(b) * (sum(p for p, _ in b) / len(b) - sum(y for _, y in b) / len(b)) ** 2 for b in bins.values())
    right = [p for item, p in zip(items, chances) if item[3]]
    wrong = [p for item, p in zip(items, chances) if not item[3]]
    if not has_auc:
        return {"log_loss": loss / len(items), "rmse_bins": math.sqrt(square / len(items)), "auc": None}
    pairs = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return {"log_loss": loss / len(items), "rmse_bins": math.sqrt(square / len(items)), "auc": pairs / len(right) / len(wrong)}


def near(name, printed, wanted):
    for key, value in wanted.items():
        if abs(printed[key] - value) > 2e-5:
            sys.exit(f"{name}: {key} is {printed[key]}, but {value} by Python")


def optimize(folder, name, lines):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    environment = dict(os.environ, TZ="UTC", HOME=folder, XDG_DATA_HOME=folder)
    command = [EBB, "optimize", "--log", path, "--evaluate", "--json"]
    return json.loads(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)


def both_forms(folder, rows):
    waits, moments, last = ["card_id,order,delta_t,rating"], ["review_rating,card_id,other,review_time"], {}
    for i, (card, day, g) in enumerate(rows):
        waits.append(f"{card},{i},{day - last.get(card, day)},{g}")
        last[card] = day
        moments.append(f"{g},{card},x,{(day + 19000) * 86400000 + 5 * 3600000 + i}")
    backwards = waits[:1] + sorted(waits[1:], key=lambda line: int(line.split(",")[0]))
    return optimize(folder, "waits.csv", backwards), optimize(folder, "moments.csv", moments)


def main():
    rows = made_log()
    items, cards = items_of(rows)
    with tempfile.TemporaryDirectory() as folder:
        result, other = both_forms(folder, rows)
    result.pop("train_ms"), other.pop("train_ms")
    if result != other:
        sys.exit("the two forms of the same log give different results")
    if (result["reviews"], result["items"]) != (len(rows), len(items)):
        sys.exit(f"{result['reviews']} reviews, {result['items']} items; there are {len(rows)} and {len(items)}")
    by_default, by_sm2 = fsrs(PUBLISHED, items, cards), sm2(items, cards)
    near("trained", result, measures(items, fsrs(result["weights"], items, cards)))
    near("default", result["default"], measures(items, by_default))
    near("sm2", result["sm2"], measures(items, by_sm2))
    tested = len(items) // 6 * 5
    near("splits, default", result["splits"]["default"], measures(items[-tested:], by_default[-tested:]))
    near("splits, sm2", result["splits"]["sm2"], measures(items[-tested:], by_sm2[-tested:]))
    if result["splits"]["items"] != tested:
        sys.exit(f"splits foretell {result['splits']['items']} items, not {tested}")


if __name__ == "__main__":
    main()
