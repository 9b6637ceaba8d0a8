// Reading numbers, days and ranges.
#include "cli/cards/filter_ranges.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ebb {
namespace {

// The two ends of `a..b` or of `>=a` and its like; the same text twice for a single value.
struct Ends {
  std::string_view low, high;
  bool above = false, below = false;  // the end itself is outside
  bool single = false;
};

std::optional<Ends> ends_of(std::string_view text) {
  Ends ends;
  if (text.starts_with(">=")) ends.low = text.substr(2);
  else if (text.starts_with("<=")) ends.high = text.substr(2);
  else if (text.starts_with('>')) ends = {text.substr(1), {}, true, false, false};
  else if (text.starts_with('<')) ends = {{}, text.substr(1), false, true, false};
  else if (const std::size_t dots = text.find(".."); dots != std::string_view::npos)
    ends = {text.substr(0, dots), text.substr(dots + 2), false, false, false};
  else {
    if (text.starts_with('=')) text.remove_prefix(1);
    ends = {text, text, false, false, true};
  }
  if (ends.low.empty() && ends.high.empty()) return {};
  return ends;
}

std::optional<double> number_in(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return {};
  return percent ? number / 100 : number;
}

std::optional<int> days_of_unit(std::string_view unit) {
  if (unit.empty() || unit == "d") return 1;
  if (unit == "w") return 7;
  if (unit == "m") return 30;
  if (unit == "y") return 365;
  return {};
}

// A day, and whether it was told as so many days.
struct TypedDay {
  DayPoint point;
  bool counted = false;
};

std::optional<TypedDay> day_in(std::string_view text, Counting counting) {
  if (text == "today") return TypedDay{};
  if (text == "tomorrow") return TypedDay{{{}, 1}, false};
  if (text == "yesterday") return TypedDay{{{}, -1}, false};
  if (const auto date = parse_date(text)) return TypedDay{{date, 0}, false};
  const bool plus = text.starts_with('+');
  if (plus) text.remove_prefix(1);
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || std::abs(static_cast<long>(count)) > 100'000) return {};
  const auto unit = days_of_unit(text.substr(static_cast<std::size_t>(end - text.data())));
  if (!unit) return {};
  const int days = count * *unit;
  return TypedDay{{{}, counting == Counting::ahead || plus ? days : -std::abs(days)}, true};
}

// The days before or after an end that is outside itself.
DayPoint moved(DayPoint point, int days) {
  if (point.date) *point.date += std::chrono::days{days};
  else point.days_from_today += days;
  return point;
}

}  // namespace

std::optional<NumberRange> number_range(std::string_view text) {
  const auto ends = ends_of(text);
  if (!ends) return {};
  NumberRange range;
  range.above_low = ends->above;
  range.below_high = ends->below;
  if (!ends->low.empty() && !(range.low = number_in(ends->low))) return {};
  if (!ends->high.empty() && !(range.high = number_in(ends->high))) return {};
  return range;
}

std::optional<DaySpan> day_range(std::string_view text, Counting counting) {
  const auto ends = ends_of(text);
  if (!ends) return {};
  std::optional<TypedDay> low, high;
  if (!ends->low.empty() && !(low = day_in(ends->low, counting))) return {};
  if (!ends->high.empty() && !(high = day_in(ends->high, counting))) return {};
  DaySpan range;
  if (low) range.first = moved(low->point, ends->above ? 1 : 0);
  if (high) range.last = moved(high->point, ends->below ? -1 : 0);
  const bool ages = counting == Counting::ago && (low ? low->counted : high->counted) && (high ? high->counted : low->counted);
  if (!ages) return range;
  // How long ago: more is earlier.
  if (ends->single) return DaySpan{DayPoint{{}, std::min(0, low->point.days_from_today + 1)}, DayPoint{}};
  std::swap(range.first, range.last);
  if (ends->above && range.last) range.last = moved(*range.last, -2);
  if (ends->below && range.first) range.first = moved(*range.first, 2);
  return range;
}

}  // namespace ebb
