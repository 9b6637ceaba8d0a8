// Chance without state: the n-th draw of a card is a function of the seed, the card and n.
#pragma once
#include <cstdint>
#include <span>

namespace ebb {

// splitmix64: the same numbers on every machine, which the standard distributions do not promise.
inline std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

class Luck {
 public:
  Luck(std::uint64_t seed, std::uint64_t card) : key_(mixed(seed ^ mixed(card))) {}
  // 0 and more, below 1.
  double draw() { return static_cast<double>(mixed(key_ + ++drawn_ * 0x9e3779b97f4a7c15U) >> 11) * 0x1.0p-53; }
  // An index, by its chance.
  std::size_t choose(std::span<const double> chances) {
    double left = draw();
    std::size_t i = 0;
    while (i + 1 < chances.size() && left >= chances[i]) left -= chances[i++];
    return i;
  }

 private:
  std::uint64_t key_, drawn_ = 0;
};

}  // namespace ebb
