// The first predictions of all cards, by first grade and days: what outliers are told by and first stabilities fitted
// to.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "train/histories.hpp"

namespace ebb {

// The cards with one first grade that came back after the same number of days.
struct FirstGroup {
  std::uint32_t days = 0;
  std::uint32_t count = 0, recalled = 0;
};

// What is left of the log once outliers are gone.
struct Kept {
  std::array<std::vector<FirstGroup>, 4> groups;  // by first grade, days rising
  std::vector<std::uint8_t> cards;                // whether a card is kept, 0 or 1
};

// Leaves out the cards whose first grade and first wait are rare: see docs/training.md.
Kept without_outliers(const Histories& histories);

// The place of a card's first item among its answers; the number of answers if it has none.
std::size_t first_item(std::span<const Answered> answers);

}  // namespace ebb
