// A history that is listed by session, looked up by card.
#include "formats/json/told_answers.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "formats/json/keys.hpp"

namespace ebb {
namespace {

std::optional<Quality> quality_named(const std::string& grade) {
  const std::string name = lower_case(grade);
  if (name == "forgot" || name == "again") return quality_of(Grade::again);
  if (name == "hard") return quality_of(Grade::hard);
  if (name == "good") return quality_of(Grade::good);
  if (name == "easy") return quality_of(Grade::easy);
  return std::nullopt;
}

std::uint64_t hash_of(std::string_view name) { return std::hash<std::string_view>{}(name); }

// Times stand without a zone; one that has one is taken by it.
std::optional<Instant> moment(const std::string& time) {
  const std::optional<Instant> exact = parse_time(time);
  return exact ? exact : parse_time(time + "Z");
}

}  // namespace

bool ToldAnswers::add(const ToldAnswer& answer) {
  const std::optional<Instant> at = moment(answer.at);
  const std::optional<Quality> quality = quality_named(answer.grade);
  if (answer.hash.empty() || !at || !quality) return false;
  entries_.push_back({hash_of(answer.hash), *at, *quality});
  return true;
}

void ToldAnswers::sort() {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.card != b.card ? a.card < b.card : a.at < b.at; });
}

std::vector<ImportedReview> ToldAnswers::of(std::string_view hash) const {
  std::vector<ImportedReview> reviews;
  if (entries_.empty()) return reviews;
  const std::uint64_t card = hash_of(hash);
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), card,
                                [](const Entry& e, std::uint64_t wanted) { return e.card < wanted; });
  for (; entry != entries_.end() && entry->card == card; ++entry) {
    ImportedReview review;
    review.at = entry->at;
    review.day = Day(std::chrono::floor<std::chrono::days>(entry->at).time_since_epoch());  // its days begin at midnight
    review.quality = entry->quality;
    reviews.push_back(std::move(review));
  }
  return reviews;
}

}  // namespace ebb
