// Numbers, days and ranges of them, as filters spell them.
#pragma once
#include <optional>
#include <string_view>

#include "ebb/store/card_filter.hpp"

namespace ebb {

// `30`, `30..`, `..2.5`, `1..3`, `>=30`, `<2`; a percent sign stands for hundredths. Nothing if it is none of these.
std::optional<NumberRange> number_range(std::string_view text);

// Whether so many days are ahead of today or behind it.
enum class Counting { ahead, ago };
// `7d`, `2w`, `3m`, `1y` or a bare number of days, `today`, `tomorrow`, `yesterday`, dates, and ranges of them: `..7d`,
// `2026-11-01..`. Counting `ago`, `7d` by itself are the last seven days, today the first of them, and in a range how
// long ago it was. Nothing if it is none of these.
std::optional<DaySpan> day_range(std::string_view text, Counting counting);

}  // namespace ebb
