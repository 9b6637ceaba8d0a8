// Anki's days: numbers counted from the collection's first day, which is stored as a moment.
#pragma once
#include <cstdint>
#include <optional>

#include "ebb/core/time.hpp"

namespace ebb {

// What a collection says of its days.
struct AnkiClock {
  std::int64_t created = 0;                // col.crt, seconds
  std::optional<int> creation_west, west;  // minutes west of UTC at creation and last; absent in old collections
  int rollover = 4;                        // the hour at which a day begins
};

class AnkiCalendar {
 public:
  explicit AnkiCalendar(const AnkiClock& clock);

  // The day that number counts to, within 1970..9999.
  Day day(std::int64_t number) const;
  // The study day of a moment in seconds.
  Day day_of_second(std::int64_t second) const;
  Day day_of(Instant at) const;
  // Local time minus UTC, in minutes, as far as the collection tells.
  int offset_min() const { return offset_min_; }

 private:
  Day first_;
  int offset_min_ = 0, rollover_ = 4;
};

// Seconds or milliseconds that a file gives, as an instant within 1970..9999.
Instant instant_from_ms(std::int64_t ms);

}  // namespace ebb
