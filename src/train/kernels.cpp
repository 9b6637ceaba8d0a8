// What the kernels share: the constants of a set of weights, the gradient from the sums, and which kernels run here.
#include "train/kernels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace ebb {
namespace {

// The bonus of Hard may be 0, and the gradient divides by it.
constexpr double least_bonus = 1e-6;

double total(const Sums& sums, std::size_t which) {
  return std::accumulate(std::begin(sums.of[which]), std::end(sums.of[which]), 0.0);
}

struct Available {
  std::array<const Kernel*, 3> kernels{};
  std::size_t count = 0;
  void add(const Kernel& kernel) {
    if (kernel.runs_here()) kernels[count++] = &kernel;
  }
  Available() {
#if defined(__x86_64__)
    add(kernel_avx512);
    add(kernel_avx2);
#endif
    add(kernel_baseline);
  }
};

}  // namespace

KernelWeights kernel_weights(const FsrsWeights& w) {
  KernelWeights k{};
  for (std::size_t i = 0; i < w.size(); ++i) k.w[i] = static_cast<float>(w[i]);
  k.w[15] = static_cast<float>(std::max(w[15], least_bonus));
  const double power = std::exp(-std::log(0.9) / w[20]);
  k.factor = static_cast<float>(power - 1);
  k.factor_slope = static_cast<float>(power * std::log(0.9) / (w[20] * w[20]) / (power - 1));
  for (std::size_t g = 0; g < 4; ++g)
    k.first_difficulty[g] =
        static_cast<float>(std::clamp(w[4] - std::exp(w[5] * static_cast<double>(g)) + 1, 1.0, 10.0));
  k.aim = static_cast<float>(w[4] - std::exp(w[5] * 3) + 1);
  k.cap = static_cast<float>(std::exp(-w[17] * w[18]));
  return k;
}

FsrsWeights gradient_of(const Sums& sums, const FsrsWeights& w) {
  FsrsWeights g{};
  const double revert = w[7] * total(sums, sum_revert), same = total(sums, sum_same), cap = total(sums, sum_cap);
  g[4] = revert;
  g[5] = -3 * std::exp(3 * w[5]) * revert;
  for (std::size_t i = 0; i < 4; ++i) {
    const double first = total(sums, sum_first_difficulty + i), number = static_cast<double>(i);
    g[i] = total(sums, sum_first_stability + i);
    g[4] += first;
    g[5] -= number * std::exp(w[5] * number) * first;
  }
  g[6] = -(1 - w[7]) / 9 * total(sums, sum_damp);
  g[7] = total(sums, sum_mix);
  g[8] = total(sums, sum_grow);
  g[9] = -total(sums, sum_grow_log);
  g[10] = total(sums, sum_grow_miss);
  g[11] = total(sums, sum_fail) / w[11];
  g[12] = -total(sums, sum_fail_difficulty);
  g[13] = total(sums, sum_fail_stability);
  g[14] = total(sums, sum_fail_miss);
  g[15] = total(sums, sum_hard) / std::max(w[15], least_bonus);
  g[16] = total(sums, sum_easy) / w[16];
  g[17] = total(sums, sum_same_grade) + w[18] * (same - cap);
  g[18] = w[17] * (same - cap);
  g[19] = -total(sums, sum_same_log);
  g[20] = total(sums, sum_decay);
  return g;
}

double loss_of(const Sums& sums) {
  return -total(sums, sum_loss);
}

std::span<const Kernel* const> kernels_here() {
  static const Available available;
  return std::span(available.kernels).first(available.count);
}

}  // namespace ebb
