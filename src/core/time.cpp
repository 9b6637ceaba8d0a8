// ISO 8601 spelling of days and instants. Pure arithmetic: no clock, no time zone, no locale.
#include "ebb/core/time.hpp"

#include <charconv>
#include <cstdio>

namespace ebb {
namespace {

using std::chrono::days;

// Reads exactly `digits` digits at the front of `text` and drops them.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return {};
  int number = 0;
  const char* end = text.data() + digits;
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end || text[0] == '-') return {};
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text[0] != wanted) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::chrono::year_month_day> take_date(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || *year < 1970 || !take(text, '-')) return {};
  const auto month = take_number(text, 2);
  if (!month || !take(text, '-')) return {};
  const auto day = take_number(text, 2);
  if (!day) return {};
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return {};
  return date;
}

// `Z`, `+01:00` or `-0530`: minutes east of UTC.
std::optional<int> take_zone(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return 0;
  const int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
  if (sign == 0) return {};
  const auto hours = take_number(text, 2);
  take(text, ':');
  const auto minutes = take_number(text, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return {};
  return sign * (*hours * 60 + *minutes);
}

}  // namespace

int day_number(Day day) { return static_cast<int>(day.time_since_epoch().count()); }

Day day_from_number(int number) { return Day{days{number}}; }

std::string iso_date(Day day) {
  const std::chrono::year_month_day date{day};
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

std::string iso_time(Instant at) {
  const auto day = std::chrono::floor<days>(at);
  const auto clock = static_cast<long>((at - day).count());
  const std::chrono::year_month_day date{day};
  char buffer[40];
  int length = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02ld:%02ld:%02ld", static_cast<int>(date.year()),
                             static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock / 3600000,
                             clock / 60000 % 60, clock / 1000 % 60);
  if (clock % 1000 != 0)
    length += std::snprintf(buffer + length, sizeof buffer - static_cast<std::size_t>(length), ".%03ld", clock % 1000);
  return std::string(buffer, static_cast<std::size_t>(length)) + "Z";
}

std::optional<Day> parse_date(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !text.empty()) return {};
  return Day{*date};
}

std::optional<Instant> parse_time(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !(take(text, 'T') || take(text, 't') || take(text, ' '))) return {};
  const auto hour = take_number(text, 2);
  if (!hour || !take(text, ':')) return {};
  const auto minute = take_number(text, 2);
  if (!minute) return {};
  std::optional<int> second = 0;
  int millis = 0;
  if (take(text, ':')) second = take_number(text, 2);
  if (take(text, '.') || take(text, ',')) {
    int scale = 100;
    while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
      millis += (text[0] - '0') * scale;
      scale /= 10;
      text.remove_prefix(1);
    }
  }
  const auto zone = take_zone(text);
  if (!second || !zone || !text.empty() || *hour > 24 || *minute > 59 || *second > 60) return {};
  const std::chrono::sys_days day{*date};
  return Instant{day} + std::chrono::hours{*hour} + std::chrono::minutes{*minute - *zone} +
         std::chrono::seconds{*second} + std::chrono::milliseconds{millis};
}

}  // namespace ebb
