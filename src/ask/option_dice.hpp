// A shuffle that is the same on every machine.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace ebb {

// xorshift64* (Vigna 2016), begun through a multiplication so that neighbouring seeds differ.
class OptionDice {
 public:
  explicit OptionDice(std::uint64_t seed) : state_((seed + 1) * 0x9e3779b97f4a7c15U | 1U) {}
  std::uint64_t roll() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return (state_ * 0x2545f4914f6cdd1dU) >> 16;
  }
  template <typename T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t left = values.size(); left > 1; --left)
      std::swap(values[left - 1], values[static_cast<std::size_t>(roll() % left)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace ebb
