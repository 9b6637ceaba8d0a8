// When reviews are done, and how well: by hour of the day and day of the week.
#pragma once
#include <array>

#include "ebb/stats/tables.hpp"

namespace ebb {

/// Answers by the hour of the local clock when they were given, and by the weekday of their study day.
class HourSum {
 public:
  void add(const CountedAnswer& answer);
  /// 24 rows.
  StatsTable hours() const;
  /// Seven rows, Monday first.
  StatsTable weekdays() const;

 private:
  struct Sum {
    std::int64_t reviews = 0, time_ms = 0, n = 0, right = 0;
    void add(const CountedAnswer& answer);
    void append_to(std::vector<StatsCell>& cells) const;
  };
  std::array<Sum, 24> hours_;
  std::array<Sum, 7> weekdays_;
};

}  // namespace ebb
