// Anki's day numbers in four zones.
#include "formats/anki/calendar.hpp"

#include <doctest/doctest.h>

namespace ebb {
namespace {

// 04:00 local time on 2024-03-10, as a collection of that zone has it.
std::int64_t created(int offset_min) {
  return 19792LL * 86400 + 4 * 3600 - offset_min * 60LL;
}

}  // namespace

TEST_CASE("a due day is the same date in every zone, with and without the zone written down") {
  for (const int offset : {0, 540, -480, 780, -600}) {
    CAPTURE(offset);
    CHECK(iso_date(AnkiCalendar({created(offset), -offset, -offset, 4}).day(10)) == "2024-03-20");
    CHECK(iso_date(AnkiCalendar({created(offset), std::nullopt, std::nullopt, 4}).day(10)) == "2024-03-20");
  }
  CHECK(iso_date(AnkiCalendar({created(840), -840, -840, 4}).day(0)) == "2024-03-10");
}

TEST_CASE("an answer before the rollover hour belongs to the day before") {
  const AnkiCalendar calendar({created(540), -540, -540, 4});
  const std::int64_t local_midnight = 19800LL * 86400 - 540 * 60;
  CHECK(iso_date(calendar.day_of_second(local_midnight + 4 * 3600 - 1)) == "2024-03-17");
  CHECK(iso_date(calendar.day_of_second(local_midnight + 4 * 3600)) == "2024-03-18");
}

TEST_CASE("numbers out of all bounds stay within the years that can be written") {
  const AnkiCalendar calendar({INT64_MAX, -100000, 100000, 99});
  CHECK(iso_date(calendar.day(INT64_MAX)) == "9999-12-31");
  CHECK(iso_date(AnkiCalendar({INT64_MIN, 0, 0, 4}).day(INT64_MIN)) == "1970-01-01");
  CHECK(iso_date(calendar.day_of_second(INT64_MAX)) == "9999-12-30");
}

}  // namespace ebb
