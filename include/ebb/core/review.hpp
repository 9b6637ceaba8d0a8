// One answer, as the log keeps it.
#pragma once
#include <optional>

#include "ebb/core/grade.hpp"
#include "ebb/core/ids.hpp"
#include "ebb/core/time.hpp"

namespace ebb {

/// Why a card was answered. Cram never changes a schedule. Learn, relearn and drill are derived by the fold, not stored.
enum class Intent : int { answer = 0, cram = 1 };

/// One answer. The study day is decided once, when answering, and never computed again.
struct Review {
  CardId card;
  Instant at;
  int offset_min = 0;  ///< local time minus UTC when answered, in minutes
  Day day;
  Quality quality = Quality::good;
  Millis took{0};
  Intent intent = Intent::answer;
  std::int64_t session = 0;  ///< the first entry of the sitting it belongs to; 0 if none
  std::optional<Day> due;    ///< the due day that was chosen with the answer; nothing: as the scheduler says
  bool operator==(const Review&) const = default;
};

}  // namespace ebb
