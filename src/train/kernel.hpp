// FSRS-6 and its gradient on as many cards as a vector of the processor has floats. Compiled once for each width: all
// of it is local to the file that includes it, and it calls nothing of the library that another file might share.
#pragma once
#include "train/kernels.hpp"
#include "train/vector_math.hpp"

namespace ebb {
namespace {

template <class F, class I>
class Cards {
  using Math = VectorMath<F, I>;
  static constexpr std::size_t width = sizeof(F) / sizeof(float);
  static constexpr float lowest = 0.001f, highest = 36500, tiny = 1e-7f;

  const KernelWeights& k_;
  const std::size_t lane_;  // the first of ours

  F load(const float* row) const { return *reinterpret_cast<const F*>(row + lane_); }
  void store(float* row, F value) const { *reinterpret_cast<F*>(row + lane_) = value; }
  void add(Sums& sums, std::size_t which, F value) const { store(sums.of[which], load(sums.of[which]) + value); }
  static F all(float value) { return Math::all(value); }

  // What is known between two answers, and what an answer finds on its way.
  struct Memory {
    F stability, difficulty;
  };
  struct Recall {
    F inverse, over, log_over, chance;  // 1/S; factor t/S; ln(1 + over); R
  };
  struct Change {
    F log_stability, log_more, log_difficulty;  // ln S, ln(S+1), ln D
    F inner, outer;                             // the two exponentials that every formula is made of
    F scale;                                    // what they are multiplied by
    F stability, difficulty;                    // before they are clamped
  };
  struct Masks {
    I same, fail, grow;  // answered on the same day; on a later one without, with success
    explicit Masks(F days, F grade) {
      same = days < 0.5f;
      fail = ~same & (grade < 1.5f);
      grow = ~same & ~fail;
    }
  };

  Memory first(F grade) const {
    Memory memory{all(k_.w[0]), all(k_.first_difficulty[0])};
    for (int g = 2; g <= 4; ++g) {
      const I is = grade > static_cast<float>(g) - 0.5f;
      memory.stability = Math::choose(is, all(k_.w[g - 1]), memory.stability);
      memory.difficulty = Math::choose(is, all(k_.first_difficulty[g - 1]), memory.difficulty);
    }
    return memory;
  }

  Recall recall(const Memory& memory, F days) const {
    Recall recall;
    recall.inverse = 1.0f / memory.stability;
    recall.over = k_.factor * days * recall.inverse;
    recall.log_over = Math::log(recall.over + 1.0f);
    recall.chance = Math::exp(-k_.w[20] * recall.log_over);
    return recall;
  }

  Change change(const Memory& memory, F chance, F grade, const Masks& is) const {
    const float* w = k_.w;
    const F S = memory.stability, D = memory.difficulty, miss = 1.0f - chance;
    Change c;
    c.log_stability = Math::log(S);
    c.log_more = Math::log(S + 1.0f);
    c.log_difficulty = Math::log(D);
    c.inner = Math::exp(Math::choose(is.fail, w[13] * c.log_more, w[10] * miss));
    const F grow = w[8] - w[9] * c.log_stability;
    const F fail = w[14] * miss - w[12] * c.log_difficulty;
    const F same = w[17] * (grade + (w[18] - 3.0f)) - w[19] * c.log_stability;
    c.outer = Math::exp(Math::choose(is.same, same, Math::choose(is.fail, fail, grow)));
    const F bonus = Math::choose(grade < 2.5f, all(w[15]), Math::choose(grade > 3.5f, all(w[16]), all(1)));
    c.scale = Math::choose(is.fail, all(w[11]), (11.0f - D) * bonus);
    const F product = c.outer * c.scale * (c.inner - 1.0f);
    const F today = Math::choose((grade > 1.5f) & (c.outer < 1.0f), S, S * c.outer);
    c.stability =
        Math::choose(is.same, today, Math::choose(is.fail, Math::least(product, S * k_.cap), S + S * product));
    const F damped = D - (w[6] / 9.0f) * (grade - 3.0f) * (10.0f - D);
    c.difficulty = w[7] * k_.aim + (1.0f - w[7]) * damped;
    return c;
  }

  static Memory clamped(const Change& c) {
    return {Math::most(Math::least(c.stability, all(highest)), all(lowest)),
            Math::most(Math::least(c.difficulty, all(10)), all(1))};
  }

  void keep(LaneRow* room, const Memory& m, const Recall& r, const Change& c) const {
    const F values[kept_per_step] = {m.stability, m.difficulty,     r.inverse, r.over,  r.log_over, r.chance,
                                     c.log_more,  c.log_difficulty, c.inner,   c.outer, c.scale,    c.log_stability};
    for (std::size_t i = 0; i < kept_per_step; ++i) store(room[i].lane, values[i]);
  }

  void recalled(const LaneRow* room, Memory& m, Recall& r, Change& c) const {
    F* const values[kept_per_step] = {&m.stability, &m.difficulty, &r.inverse,  &r.over,
                                      &r.log_over,  &r.chance,     &c.log_more, &c.log_difficulty,
                                      &c.inner,     &c.outer,      &c.scale,    &c.log_stability};
    for (std::size_t i = 0; i < kept_per_step; ++i) *values[i] = load(room[i].lane);
  }

  // The slope of the loss by the chance that was predicted. `inverse` is 1 / the chance given to what happened.
  static F loss_slope(F chance, F grade, F weight, F inverse) {
    const F slope = weight * inverse;
    return Math::where((chance >= tiny) & (chance <= 1.0f - tiny), Math::choose(grade > 1.5f, -slope, slope));
  }

  // The chance that was given to what happened; its logarithm goes into the loss.
  F of_answer(F chance, F grade, F weight, Sums& sums) const {
    const F bounded = Math::most(Math::least(chance, all(1.0f - tiny)), all(tiny));
    const F given = Math::choose(grade > 1.5f, bounded, 1.0f - bounded);
    add(sums, sum_loss, weight * Math::log(given));
    return given;
  }

  // 1 / x for the four divisors of a step, by one division: that is what costs. None is 0, and their product is a
  // float.
  struct Inverses {
    F given, recall, more, difficulty;
    Inverses(F a, F b, F c, F d) {
      const F ab = a * b, cd = c * d, all = 1.0f / (ab * cd), for_ab = all * cd, for_cd = all * ab;
      given = for_ab * b;
      recall = for_ab * a;
      more = for_cd * d;
      difficulty = for_cd * c;
    }
  };

  // From the slope by the memory after the answer to the slope by the memory before it.
  struct Back {
    F stability, difficulty, chance;
  };
  Back back(const Memory& m, const Recall& r, const Change& c, F grade, const Masks& is, const Memory& slope,
            const Inverses& over, Sums& sums) const {
    const float* w = k_.w;
    const F S = m.stability, D = m.difficulty, miss = 1.0f - r.chance;
    const F product = c.outer * c.scale * (c.inner - 1.0f);
    const F most_left = S * k_.cap;
    const I capped = is.fail & (product > most_left), fell = is.fail & ~capped;
    const I floored = is.same & (grade > 1.5f) & (c.outer < 1.0f), moved = is.same & ~floored;
    const F grown = S + S * product, today = S * c.outer;
    const F raw = Math::choose(
        is.grow, grown, Math::choose(fell, product, Math::choose(capped, most_left, Math::choose(moved, today, S))));
    const F g = Math::where((raw >= lowest) & (raw <= highest), slope.stability);

    const F outer = g * Math::choose(is.grow, S * product, Math::choose(fell, product, Math::where(moved, today)));
    const F inner = g * Math::where(is.grow | fell, Math::choose(is.grow, S, all(1)) * c.outer * c.scale * c.inner);
    const F grow_outer = Math::where(is.grow, outer), grow_inner = Math::where(is.grow, inner);
    const F fell_outer = Math::where(fell, outer), fell_inner = Math::where(fell, inner);
    const F same_outer = Math::where(moved, outer);

    const F damp = (grade - 3.0f) * (10.0f - D);
    const F damped = D - (w[6] / 9.0f) * damp;
    const F aimed = w[7] * k_.aim + (1.0f - w[7]) * damped;
    const F d = Math::where((aimed >= 1.0f) & (aimed <= 10.0f), slope.difficulty);

    add(sums, sum_grow, grow_outer);
    add(sums, sum_grow_log, grow_outer * c.log_stability);
    add(sums, sum_grow_miss, grow_inner * miss);
    add(sums, sum_hard, Math::where(grade < 2.5f, grow_outer));
    add(sums, sum_easy, Math::where(grade > 3.5f, grow_outer));
    add(sums, sum_fail, fell_outer);
    add(sums, sum_fail_difficulty, fell_outer * c.log_difficulty);
    add(sums, sum_fail_stability, fell_inner * c.log_more);
    add(sums, sum_fail_miss, fell_outer * miss);
    add(sums, sum_cap, Math::where(capped, g * most_left));
    add(sums, sum_same, same_outer);
    add(sums, sum_same_grade, same_outer * (grade - 3.0f));
    add(sums, sum_same_log, same_outer * c.log_stability);
    add(sums, sum_revert, d);
    add(sums, sum_damp, d * damp);
    add(sums, sum_mix, d * (k_.aim - damped));

    Back before;
    before.chance = -(grow_inner * w[10] + fell_outer * w[14]);
    before.stability =
        g * Math::choose(is.grow, 1.0f + product,
                         Math::choose(capped, all(k_.cap), Math::choose(moved, c.outer, Math::where(floored, all(1)))));
    before.stability += fell_inner * w[13] * over.more - (grow_outer * w[9] + same_outer * w[19]) * r.inverse;
    before.difficulty = d * ((1.0f - w[7]) * (1.0f + (w[6] / 9.0f) * (grade - 3.0f)));
    before.difficulty -= Math::choose(is.fail, w[12] * fell_outer, grow_outer) * over.difficulty;
    return before;
  }

  // The slope by the chance becomes one by the stability, and one by the decay. `inverse` is 1 / (1 + over).
  F through_recall(const Recall& r, F slope, F inverse, Sums& sums) const {
    const F share = r.over * inverse, by_chance = slope * r.chance;
    add(sums, sum_decay, -by_chance * (r.log_over + k_.w[20] * k_.factor_slope * share));
    return by_chance * k_.w[20] * share * r.inverse;
  }

  void first_back(F grade, const Memory& slope, Sums& sums) const {
    for (std::size_t g = 0; g < 4; ++g) {
      const float number = static_cast<float>(g + 1);
      const I is = (grade > number - 0.5f) & (grade < number + 0.5f);
      const float at = k_.first_difficulty[g];
      add(sums, sum_first_stability + g, Math::where(is, slope.stability));
      if (at > 1 && at < 10) add(sums, sum_first_difficulty + g, Math::where(is, slope.difficulty));
    }
  }

 public:
  Cards(const KernelWeights& weights, std::size_t lane) : k_(weights), lane_(lane) {}

  void learn(const LaneStep* steps, std::uint32_t length, LaneRow* room, Sums& sums) const {
    Memory memory = first(load(steps[0].grade));
    for (std::uint32_t i = 1; i + 1 < length; ++i) {
      const F days = load(steps[i].days), grade = load(steps[i].grade);
      const Recall now = recall(memory, days);
      const Change next = change(memory, now.chance, grade, Masks(days, grade));
      keep(room + i * kept_per_step, memory, now, next);
      memory = clamped(next);
    }
    const std::uint32_t last = length - 1;
    const Recall end = recall(memory, load(steps[last].days));
    const F answer = load(steps[last].grade), weight = load(steps[last].weight);
    const F given = of_answer(end.chance, answer, weight, sums);
    Memory slope{
        through_recall(end, loss_slope(end.chance, answer, weight, 1.0f / given), 1.0f / (1.0f + end.over), sums), F{}};
    for (std::uint32_t i = last - 1; i > 0; --i) {
      const F days = load(steps[i].days), grade = load(steps[i].grade);
      Recall then;
      Change next;
      recalled(room + i * kept_per_step, memory, then, next);
      const Masks is(days, grade);
      const F share = load(steps[i].weight);
      const Inverses over(of_answer(then.chance, grade, share, sums), 1.0f + then.over, 1.0f + memory.stability,
                          Math::choose(is.fail, memory.difficulty, 11.0f - memory.difficulty));
      const Back before = back(memory, then, next, grade, is, slope, over, sums);
      const F chance = before.chance + loss_slope(then.chance, grade, share, over.given);
      slope = {before.stability + through_recall(then, chance, over.recall, sums), before.difficulty};
    }
    first_back(load(steps[0].grade), slope, sums);
  }

  void lose(const LaneStep* steps, std::uint32_t length, Sums& sums) const {
    Memory memory = first(load(steps[0].grade));
    for (std::uint32_t i = 1; i < length; ++i) {
      const F days = load(steps[i].days), grade = load(steps[i].grade);
      const Recall now = recall(memory, days);
      of_answer(now.chance, grade, load(steps[i].weight), sums);
      if (i + 1 < length) memory = clamped(change(memory, now.chance, grade, Masks(days, grade)));
    }
  }

  void predict(const LaneStep* steps, std::uint32_t length, LaneRow* chances) const {
    Memory memory = first(load(steps[0].grade));
    store(chances[0].lane, all(1));
    for (std::uint32_t i = 1; i < length; ++i) {
      const F days = load(steps[i].days), grade = load(steps[i].grade);
      const Recall now = recall(memory, days);
      store(chances[i].lane, now.chance);
      memory = clamped(change(memory, now.chance, grade, Masks(days, grade)));
    }
  }
};

// The functions of a kernel, for vectors of floats `F` and of integers `I`.
template <class F, class I>
struct KernelOf {
  static void learn(const KernelWeights& weights, const LaneStep* steps, std::uint32_t length, LaneRow* room,
                    Sums& sums) {
    for (std::size_t lane = 0; lane < lane_count; lane += sizeof(F) / sizeof(float))
      Cards<F, I>(weights, lane).learn(steps, length, room, sums);
  }
  static void lose(const KernelWeights& weights, const LaneStep* steps, std::uint32_t length, Sums& sums) {
    for (std::size_t lane = 0; lane < lane_count; lane += sizeof(F) / sizeof(float))
      Cards<F, I>(weights, lane).lose(steps, length, sums);
  }
  static void predict(const KernelWeights& weights, const LaneStep* steps, std::uint32_t length, LaneRow* chances) {
    for (std::size_t lane = 0; lane < lane_count; lane += sizeof(F) / sizeof(float))
      Cards<F, I>(weights, lane).predict(steps, length, chances);
  }
};

}  // namespace
}  // namespace ebb
