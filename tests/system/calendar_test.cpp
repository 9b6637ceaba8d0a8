// Study days in the zones that break naive arithmetic. A row: zone, moment, study day, its end, offset in minutes.
#include <doctest/doctest.h>

#include <vector>

#include "ebb/system/environment.hpp"
#include "system/scratch.hpp"

using namespace ebb;
using test::Variable;

namespace {

struct Case {
  const char* zone;
  const char* now;
  const char* day;
  const char* ends;
  int offset_min;
};

void check(const Case& wanted, const Calendar& calendar = Calendar{}) {
  CAPTURE(wanted.zone);
  CAPTURE(wanted.now);
  const Variable zone{"TZ", wanted.zone};
  const Today today = calendar.today(*parse_time(wanted.now));
  CHECK(iso_date(today.day) == wanted.day);
  CHECK(iso_time(today.ends) == wanted.ends);
  CHECK(today.offset_min == wanted.offset_min);
}

}  // namespace

TEST_CASE("a study day begins at 04:00 local, to the millisecond") {
  check({"UTC", "2026-11-25T03:59:59.999Z", "2026-11-24", "2026-11-25T04:00:00Z", 0});
  check({"UTC", "2026-11-25T04:00:00Z", "2026-11-25", "2026-11-26T04:00:00Z", 0});
  check({"Asia/Kathmandu", "2026-11-24T22:14:59Z", "2026-11-24", "2026-11-24T22:15:00Z", 345});
  check({"Asia/Kathmandu", "2026-11-24T22:15:00Z", "2026-11-25", "2026-11-25T22:15:00Z", 345});
  check({"Pacific/Kiritimati", "2026-11-24T13:59:59Z", "2026-11-24", "2026-11-24T14:00:00Z", 840});
  check({"Pacific/Kiritimati", "2026-11-24T14:00:00Z", "2026-11-25", "2026-11-25T14:00:00Z", 840});
  check({"Pacific/Pago_Pago", "2026-11-25T15:00:00Z", "2026-11-25", "2026-11-26T15:00:00Z", -660});
}

TEST_CASE("the days that change the clocks have 23 or 25 hours") {
  check({"America/New_York", "2026-03-08T08:00:00Z", "2026-03-08", "2026-03-09T08:00:00Z", -240});
  check({"America/New_York", "2026-03-08T07:59:59Z", "2026-03-07", "2026-03-08T08:00:00Z", -240});
  check({"America/New_York", "2026-03-07T09:00:00Z", "2026-03-07", "2026-03-08T08:00:00Z", -300});
  check({"America/New_York", "2026-10-31T08:00:00Z", "2026-10-31", "2026-11-01T09:00:00Z", -240});
  check({"America/New_York", "2026-11-01T08:59:59Z", "2026-10-31", "2026-11-01T09:00:00Z", -300});
  check({"Australia/Lord_Howe", "2026-04-03T17:00:00Z", "2026-04-04", "2026-04-04T17:30:00Z", 660});
  check({"Australia/Lord_Howe", "2026-10-02T17:30:00Z", "2026-10-03", "2026-10-03T17:00:00Z", 630});
  check({"Africa/Casablanca", "2026-02-14T03:00:00Z", "2026-02-14", "2026-02-15T04:00:00Z", 60});
  check({"Africa/Casablanca", "2026-03-21T04:00:00Z", "2026-03-21", "2026-03-22T03:00:00Z", 0});
}

TEST_CASE("a day that a zone skipped does not exist: Apia, 30 December 2011") {
  check({"Pacific/Apia", "2011-12-29T14:00:00Z", "2011-12-29", "2011-12-30T14:00:00Z", -600});
  check({"Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29", "2011-12-30T14:00:00Z", -600});
  check({"Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-29", "2011-12-30T14:00:00Z", 840});
  check({"Pacific/Apia", "2011-12-30T14:00:00Z", "2011-12-31", "2011-12-31T14:00:00Z", 840});
  const Variable zone{"TZ", "Pacific/Apia"};
  CHECK(iso_time(Calendar{}.start_of(*parse_date("2011-12-30"))) == "2011-12-30T14:00:00Z");
}

TEST_CASE("a day whose first hour was skipped begins when the clocks reach it") {
  check({"America/New_York", "2026-03-08T06:59:59Z", "2026-03-07", "2026-03-08T07:00:00Z", -300}, Calendar{2});
  check({"America/New_York", "2026-03-08T07:00:00Z", "2026-03-08", "2026-03-09T06:00:00Z", -240}, Calendar{2});
  check({"Africa/Cairo", "2026-04-23T22:00:00Z", "2026-04-24", "2026-04-24T21:00:00Z", 180}, Calendar{0});
  // In Nuuk 23:00 became midnight: the day that should have begun then lies wholly in the next date.
  check({"America/Nuuk", "2026-03-28T12:00:00Z", "2026-03-27", "2026-03-29T01:00:00Z", -120}, Calendar{23});
}

TEST_CASE("an hour that comes twice does not begin a day twice") {
  const Variable zone{"TZ", "America/New_York"};
  const Calendar calendar{1};
  CHECK(iso_date(calendar.today(*parse_time("2026-11-01T05:00:00Z")).day) == "2026-11-01");
  CHECK(iso_date(calendar.today(*parse_time("2026-11-01T06:00:00Z")).day) == "2026-11-01");
}

TEST_CASE("days follow each other without a gap, through two years of the oddest zones") {
  for (const char* name : {"America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca",
                           "Pacific/Kiritimati", "America/St_Johns", "Antarctica/Troll", "Pacific/Apia"}) {
    const Variable zone{"TZ", name};
    for (const int rollover : {0, 4, 23}) {
      const Calendar calendar{rollover};
      Instant now = *parse_time("2011-01-01T00:30:00Z");
      const Instant stop = now + std::chrono::days{730};
      while (now < stop) {
        const Today today = calendar.today(now);
        const Instant start = calendar.start_of(today.day);
        CAPTURE(name);
        CAPTURE(iso_time(now));
        REQUIRE(start <= now);
        REQUIRE(today.ends > now);
        REQUIRE(calendar.today(today.ends).day > today.day);
        REQUIRE(calendar.today(start).day == today.day);
        REQUIRE(calendar.today(today.ends - Millis{1}).day == today.day);
        now += std::chrono::hours{11};
      }
    }
  }
}

TEST_CASE("a calendar that is kept follows the clock back and forth, and a machine that moved") {
  const Calendar kept;
  for (const char* now : {"2026-11-25T03:00:00Z", "2026-11-25T05:00:00Z", "2026-11-24T23:00:00Z", "2026-03-08T06:59:59Z",
                          "2026-03-08T12:00:00Z", "2026-11-25T05:00:00Z"})
    for (const char* name : {"UTC", "America/New_York", "Pacific/Kiritimati", "UTC"}) {
      const Variable zone{"TZ", name};
      const Today is = kept.today(*parse_time(now)), wanted = Calendar{}.today(*parse_time(now));
      CAPTURE(name);
      CAPTURE(now);
      CHECK(is.day == wanted.day);
      CHECK(is.ends == wanted.ends);
      CHECK(is.offset_min == wanted.offset_min);
    }
}

TEST_CASE("local time is told to the minute") {
  const Variable zone{"TZ", "Asia/Kathmandu"};
  CHECK(local_time(*parse_time("2026-11-25T22:44:59Z")) == "2026-11-26 04:29");
}
