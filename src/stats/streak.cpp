// Study days in a row. A day is not lost before it is over: until then the streak that ended yesterday still counts.
#include "ebb/stats/stats.hpp"

namespace ebb {

int streak(std::span<const TallyRow> rows, Day today) {
  int length = 0;
  Day expected = today;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (row->answers == 0 || row->day > expected) continue;  // a day already counted, or one that is still to come
    if (length == 0 && row->day == today - std::chrono::days{1}) expected = row->day;
    if (row->day != expected) break;
    ++length;
    expected -= std::chrono::days{1};
  }
  return length;
}

}  // namespace ebb
