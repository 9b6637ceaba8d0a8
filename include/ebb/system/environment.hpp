// The outside world as values: environment variables, the clock, the time zone. Read here and nowhere else.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "ebb/core/time.hpp"

namespace ebb {

/// The value of an environment variable; nothing if it is unset or empty.
std::optional<std::string> environment(const char* name);

/// Sets a variable for programs that are started from here.
void set_environment(const char* name, const std::string& value);

/// Tells the time.
using Clock = std::function<Instant()>;
/// The wall clock, or a clock that stands still at `EBB_NOW` (ISO 8601 with a zone). Throws `Error(Exit::usage)` if
/// `EBB_NOW` is set and cannot be read.
Clock real_clock();
/// Whether `EBB_NOW` fixes the clock: then answers take 0 ms and nothing waits for time to pass.
bool clock_is_fixed();
/// A clock that only runs forward, for how long things take and for key guards; stands still with `EBB_NOW`.
Millis steady_clock_ms();
/// The same to the microsecond, for what takes less than a millisecond.
std::chrono::microseconds steady_clock_us();

/// Turns moments into study days in the zone of `TZ`.
class Calendar {
 public:
  /// `rollover_hour` (0..23) is when a study day begins, local time.
  explicit Calendar(int rollover_hour = 4) : rollover_hour_(rollover_hour) {}
  /// The study day of `now`, when it ends, and the UTC offset. Right across changes of daylight saving time, and for
  /// days that a zone skipped.
  Today today(Instant now) const;
  /// When a study day begins.
  Instant start_of(Day day) const;

 private:
  // The study day found last: a review asks many times a second, and finding one takes dozens of conversions.
  struct Span {
    Day day{};
    Instant from{}, until{};
    std::chrono::seconds offset{};
  };
  int rollover_hour_;
  mutable Span found_;
};

/// Local time as `2026-11-25 08:30`, for people.
std::string local_time(Instant at);

}  // namespace ebb
