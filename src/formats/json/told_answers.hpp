// The answers of a hashcards export, which lists them by session and not by card. Sixteen bytes and a grade each.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/import.hpp"

namespace ebb {

// One answer as the file spells it.
struct ToldAnswer {
  std::string hash, at, grade;
};

class ToldAnswers {
 public:
  // False, and nothing kept, if the time or the grade cannot be read.
  bool add(const ToldAnswer& answer);
  // Call once after the last: sorts them by card and time.
  void sort();
  // The answers of a card, oldest first. Their times are those of the clock on the wall there: the file has no zones.
  std::vector<ImportedReview> of(std::string_view hash) const;

 private:
  struct Entry {
    std::uint64_t card;
    Instant at;
    Quality quality;
  };
  std::vector<Entry> entries_;
};

}  // namespace ebb
