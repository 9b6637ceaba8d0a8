// How well a card was remembered: Wozniak's quality 0-5, which the log stores, and the four keys.
#pragma once
#include <optional>
#include <string_view>

namespace ebb {

/// SM-2's quality of a response. The log stores this number, whatever keys were used.
enum class Quality : int { blackout = 0, wrong = 1, again = 2, hard = 3, good = 4, easy = 5 };

/// The four keys. Again, Hard, Good, Easy stand for the qualities 2, 3, 4, 5.
enum class Grade : int { again = 1, hard = 2, good = 3, easy = 4 };

/// The quality that a key stands for.
Quality quality_of(Grade grade);
/// The key that a quality is shown as: 0-2 are Again.
Grade grade_of(Quality quality);
/// `Again`, `Hard`, `Good`, `Easy`.
std::string_view name_of(Grade grade);
/// 0..5 as a quality; nothing outside.
std::optional<Quality> quality_from(int number);
/// 1..4 as a grade; nothing outside.
std::optional<Grade> grade_from(int number);
/// Below 3 is a failure (sm2.md, step 6).
constexpr bool failed(Quality quality) { return quality < Quality::hard; }

}  // namespace ebb
