// Study days in local time. The only file that asks the C library about time zones: GCC 12 has none in <chrono>.
#include <ctime>

#include "ebb/system/environment.hpp"

namespace ebb {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using LocalSeconds = std::chrono::local_seconds;

// What a clock on the wall shows at a moment.
struct Wall {
  LocalSeconds time;
  seconds offset;  // east of UTC
};

Wall wall(sys_seconds at) {
  const std::time_t count = at.time_since_epoch().count();
  std::tm parts{};
  ::localtime_r(&count, &parts);
  const seconds offset{parts.tm_gmtoff};
  return {LocalSeconds{at.time_since_epoch() + offset}, offset};
}

Day date(sys_seconds at) {
  return std::chrono::floor<days>(wall(at).time);
}

// The first moment at which the wall clock shows `wanted` or later. Bisected rather than asked of mktime, which may
// answer as it likes where a change of the clocks skipped or repeated the hour.
sys_seconds first_at_or_after(LocalSeconds wanted) {
  const sys_seconds as_if_utc{wanted.time_since_epoch()};
  sys_seconds before = as_if_utc - hours{27};  // zones lie between UTC-12 and UTC+14, and one skips a whole day
  sys_seconds reached = as_if_utc + hours{27};
  while (reached - before > seconds{1}) {
    const sys_seconds middle = before + (reached - before) / 2;
    (wall(middle).time < wanted ? before : reached) = middle;
  }
  return reached;
}

// A study day that may not exist: Samoa went from 29 to 31 December 2011.
struct Start {
  sys_seconds at;
  bool exists;
};

Start start(Day day, int rollover_hour) {
  const sys_seconds at = first_at_or_after(day + hours{rollover_hour});
  return {at, date(at) == day || date(at - seconds{1}) == day};
}

}  // namespace

Instant Calendar::start_of(Day day) const {
  ::tzset();  // localtime_r need not look at TZ, and a laptop may have moved
  Start found = start(day, rollover_hour_);
  while (!found.exists) found = start(day += days{1}, rollover_hour_);
  return found.at;
}

Today Calendar::today(Instant now) const {
  ::tzset();
  const sys_seconds at = std::chrono::floor<seconds>(now);
  const seconds offset = wall(at).offset;
  if (now < found_.from || now >= found_.until || offset != found_.offset) {
    Day day = date(at) + days{1};
    Start found = start(day, rollover_hour_);
    while (!found.exists || found.at > now) found = start(day -= days{1}, rollover_hour_);
    found_ = {day, found.at, start_of(day + days{1}), offset};
  }
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(offset);
  return {now, found_.day, found_.until, static_cast<int>(minutes.count())};
}

std::string local_time(Instant at) {
  ::tzset();
  const LocalSeconds time = wall(std::chrono::floor<seconds>(at)).time;
  const auto day = std::chrono::floor<days>(time);
  const std::string clock = iso_time(Instant{(time - day)});  // 1970-01-01THH:MM:SSZ
  return iso_date(day) + ' ' + clock.substr(11, 5);
}

}  // namespace ebb
