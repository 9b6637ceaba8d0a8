// Instants and study days, two types that do not mix, and their ISO 8601 spelling.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ebb {

/// A moment in UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A study day: a local calendar day that begins at the rollover hour (04:00), not at midnight.
using Day = std::chrono::local_days;

/// Milliseconds, for how long an answer took.
using Millis = std::chrono::milliseconds;

/// What "now" means to everything below `cli`: nothing there reads a clock.
struct Today {
  Instant now;         ///< the moment
  Day day;             ///< the study day that `now` is in
  Instant ends;        ///< when the next study day begins
  int offset_min = 0;  ///< local time minus UTC at `now`, in minutes
};

/// Days since 1970-01-01; what the database stores.
int day_number(Day day);
/// The inverse of `day_number`.
Day day_from_number(int number);

/// `2026-11-25`.
std::string iso_date(Day day);
/// `2026-11-25T07:30:00.250Z`; the milliseconds are left out when they are zero.
std::string iso_time(Instant at);

/// Reads `2026-11-25`; nothing if it is not a real date between 1970 and 9999.
std::optional<Day> parse_date(std::string_view text);
/// Reads `2026-11-25T07:30:00Z`, also with milliseconds and `+01:00` offsets; nothing if it is not valid or has no zone.
std::optional<Instant> parse_time(std::string_view text);

}  // namespace ebb
