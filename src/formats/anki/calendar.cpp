// Which day a day number is.
#include "formats/anki/calendar.hpp"

#include <algorithm>

namespace ebb {
namespace {

constexpr std::int64_t last_day = 2932896;  // 9999-12-31
constexpr std::int64_t last_ms = (last_day + 1) * 86400000 - 1;
constexpr int day_minutes = 24 * 60, most_offset = 14 * 60;

// Collections from before Anki knew time zones began at four in the morning, local time: that tells the zone.
int guessed_offset(std::int64_t created, int rollover) {
  const auto minute = static_cast<int>(std::clamp<std::int64_t>(created, 0, last_ms / 1000) / 60 % day_minutes);
  const int offset = rollover * 60 - minute;
  return offset < -10 * 60 ? offset + day_minutes : offset;
}

int sane_offset(int west) {
  return std::clamp(-west, -most_offset, most_offset);
}

Day floor_day(std::int64_t seconds) {
  const std::int64_t number = seconds >= 0 ? seconds / 86400 : 0;
  return day_from_number(static_cast<int>(std::min(number, last_day)));
}

}  // namespace

AnkiCalendar::AnkiCalendar(const AnkiClock& clock) : rollover_(std::clamp(clock.rollover, 0, 23)) {
  const std::int64_t created = std::clamp<std::int64_t>(clock.created, 0, last_ms / 1000);
  const int at_creation = clock.creation_west ? sane_offset(*clock.creation_west) : guessed_offset(created, 4);
  offset_min_ = clock.west ? sane_offset(*clock.west) : at_creation;
  first_ = floor_day(created + std::int64_t{at_creation} * 60);
}

Day AnkiCalendar::day(std::int64_t number) const {
  const std::int64_t all = std::clamp<std::int64_t>(number, -last_day, last_day) + day_number(first_);
  return day_from_number(static_cast<int>(std::clamp<std::int64_t>(all, 0, last_day)));
}

Day AnkiCalendar::day_of_second(std::int64_t second) const {
  const std::int64_t sane = std::clamp<std::int64_t>(second, 0, last_ms / 1000);
  return floor_day(sane + std::int64_t{offset_min_} * 60 - std::int64_t{rollover_} * 3600);
}

Day AnkiCalendar::day_of(Instant at) const {
  return day_of_second(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

Instant instant_from_ms(std::int64_t ms) {
  return Instant(std::chrono::milliseconds(std::clamp<std::int64_t>(ms, 0, last_ms)));
}

}  // namespace ebb
