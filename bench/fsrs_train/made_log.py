"""A log of answers made from a seed: cards that follow FSRS-6 with other weights and noise. made_log.py N SEED FILE"""
import math
import random
import sys

W = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
     1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]


def card_days(dice, w):
    """(day, days since the last answer, rating) of one card, within four years."""
    factor = 0.9 ** (-1 / w[20]) - 1
    day, own = dice.randrange(1095), math.exp(dice.gauss(0, 0.35))
    g = dice.choices([1, 2, 3, 4], [26, 9, 58, 7])[0]
    s, d = w[g - 1] * own, min(max(w[4] - math.exp(w[5] * (g - 1)) + 1 + dice.gauss(0, 0.8), 1), 10)
    yield day, 0, g
    for _ in range(60):
        again = (g == 1 and dice.random() < 0.85) or (g == 2 and dice.random() < 0.25)
        wait = 0 if again else max(1, round(s * dice.lognormvariate(0, 0.3) + dice.expovariate(1 / 0.35)))
        day += wait
        if day >= 1460 or dice.random() < 0.01:
            return
        r = (1 + factor * wait / s) ** -w[20]
        right = dice.random() < (0.88 if wait == 0 else min(max(r - 0.005, 0.02), 0.995))
        g = dice.choices([2, 3, 4], [10, 80, 10])[0] if right else 1
        if wait == 0:
            grown = math.exp(w[17] * (g - 3 + w[18])) * s ** -w[19]
            s *= max(grown, 1) if g > 1 else grown
        elif g == 1:
            s = min(w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * math.exp((1 - r) * w[14]), s / math.exp(w[17] * w[18]))
        else:
            bonus = {2: w[15], 3: 1, 4: w[16]}[g]
            s *= 1 + math.exp(w[8]) * (11 - d) * s ** -w[9] * (math.exp((1 - r) * w[10]) - 1) * bonus
        s = min(max(s * dice.lognormvariate(0, 0.08), 0.001), 36500)
        d = min(max(w[7] * (w[4] - math.exp(3 * w[5]) + 1) + (1 - w[7]) * (d - w[6] * (g - 3) * (10 - d) / 9), 1), 10)
        yield day, wait, g


def make(count, seed, path):
    dice = random.Random(seed)
    w = [x * math.exp(dice.gauss(0, 0.15)) for x in W]
    w[4], w[20] = min(w[4], 8), 0.22
    rows, card = [], 0
    while len(rows) < count:
        rows += [(day, card, i, wait, g) for i, (day, wait, g) in enumerate(card_days(dice, w))]
        card += 1
    rows = rows[:count]
    order = {row[1:3]: i for i, row in enumerate(sorted(rows))}
    with open(path, "w", encoding="utf-8") as file:
        file.write("card_id,order,delta_t,rating\n")
        file.writelines(f"{c},{order[c, i]},{wait},{g}\n" for _, c, i, wait, g in rows)


if __name__ == "__main__":
    make(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
