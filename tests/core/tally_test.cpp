// Bands and grades.
#include "ebb/core/tally.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("a band is counted by the days since the answer before") {
  const int days[] = {-1, 0, 1, 6, 7, 20, 21, 89, 90, 364, 365, 9000};
  const Band bands[] = {Band::same_day, Band::same_day, Band::days, Band::days, Band::weeks, Band::weeks,
                        Band::months, Band::months, Band::season, Band::season, Band::years, Band::years};
  for (std::size_t i = 0; i < std::size(days); ++i) CHECK(band_of(days[i]) == bands[i]);
}

TEST_CASE("the four keys stand for the qualities 2 to 5, and 0 to 2 are shown as Again") {
  CHECK(quality_of(Grade::again) == Quality::again);
  CHECK(quality_of(Grade::easy) == Quality::easy);
  for (int quality = 0; quality <= 2; ++quality) CHECK(grade_of(static_cast<Quality>(quality)) == Grade::again);
  CHECK(grade_of(Quality::good) == Grade::good);
  CHECK(name_of(Grade::hard) == "Hard");
  CHECK(!quality_from(6));
  CHECK(!grade_from(0));
}
