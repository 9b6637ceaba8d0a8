// Answers counted by study day, band and grade: what statistics are made of.
#pragma once
#include <cstdint>

#include "ebb/core/grade.hpp"
#include "ebb/core/ids.hpp"
#include "ebb/core/time.hpp"

namespace ebb {

/// Days since the card's previous live answer (not its interval): what a review's age is counted by.
enum class Band : int {
  first = 0,     ///< its first answer ever: a new card
  same_day = 1,  ///< drill, or answered again on the same day
  days = 2,      ///< 1-6
  weeks = 3,     ///< 7-20
  months = 4,    ///< 21-89: from here on "mature"
  season = 5,    ///< 90-364
  years = 6,     ///< 365 and more
};

/// The band of an answer `elapsed_days` (0 and up) after the one before.
Band band_of(int elapsed_days);

/// One live answer as statistics count it.
struct CountedAnswer {
  CardId card;
  Instant at;
  int offset_min = 0;                          ///< local time minus UTC when answered, in minutes
  Day day;                                     ///< its study day
  Quality quality = Quality::good;
  Millis took{0};
  bool cram = false;                           ///< cram is counted apart: it has no band
  Band band = Band::first;
};

/// One cell of the tally.
struct TallyRow {
  Day day;
  Band band = Band::first;
  Quality quality = Quality::good;
  std::int64_t answers = 0;
  std::int64_t took_ms = 0;
};

}  // namespace ebb
