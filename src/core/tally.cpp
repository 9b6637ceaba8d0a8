// Bands of the tally.
#include "ebb/core/tally.hpp"

namespace ebb {

Band band_of(int elapsed_days) {
  if (elapsed_days < 1) return Band::same_day;
  if (elapsed_days < 7) return Band::days;
  if (elapsed_days < 21) return Band::weeks;
  if (elapsed_days < 90) return Band::months;
  if (elapsed_days < 365) return Band::season;
  return Band::years;
}

}  // namespace ebb
