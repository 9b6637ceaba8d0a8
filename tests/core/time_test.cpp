// ISO 8601 in and out.
#include "ebb/core/time.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("a day is read and written as a date") {
  CHECK(iso_date(*parse_date("2026-11-25")) == "2026-11-25");
  CHECK(day_number(*parse_date("1970-01-01")) == 0);
  CHECK(day_number(*parse_date("2024-02-29")) == 19782);
  CHECK(day_from_number(19782) == *parse_date("2024-02-29"));
}

TEST_CASE("what is not a real date is no date") {
  for (const char* text : {"", "2026", "2026-11", "2026-13-01", "2026-02-29", "2026-11-25x", "1969-12-31", "20261125", "-026-11-25", "2026-1-05"})
    CHECK_MESSAGE(!parse_date(text), text);
}

TEST_CASE("an instant is read with its zone and written in UTC") {
  CHECK(iso_time(*parse_time("2026-11-25T07:30:00Z")) == "2026-11-25T07:30:00Z");
  CHECK(iso_time(*parse_time("2026-11-25T07:30:00+01:00")) == "2026-11-25T06:30:00Z");
  CHECK(iso_time(*parse_time("2026-11-25T00:10-0530")) == "2026-11-25T05:40:00Z");
  CHECK(iso_time(*parse_time("2026-11-25 07:30:00.25Z")) == "2026-11-25T07:30:00.250Z");
}

TEST_CASE("an instant without a zone, or with nonsense in it, is none") {
  for (const char* text : {"2026-11-25T07:30:00", "2026-11-25", "2026-11-25T7:30:00Z", "2026-11-25T25:30:00Z", "2026-11-25T07:61Z", "2026-11-25T07:30:00Zx", "now"})
    CHECK_MESSAGE(!parse_time(text), text);
}
