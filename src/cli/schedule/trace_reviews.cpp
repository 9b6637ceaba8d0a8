// Reading DAY:GRADE pairs, strictly: a trace of something else than was meant is worse than none.
#include "cli/schedule/trace_reviews.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr int last_day = 1'000'000;

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

[[noreturn]] void refuse(std::size_t position, std::string_view pair, const std::string& why) {
  throw Error(Exit::usage,
              fmt::format("--reviews: pair {}, `{}`, {}. Write DAY:GRADE,… like 0:4,1:4,7:3", position, pair, why));
}

std::optional<Quality> quality(int grade, Scale scale) {
  if (scale == Scale::sm2) return quality_from(grade);
  const auto key = grade_from(grade);
  if (!key) return {};
  return quality_of(*key);
}

TracedReview parse_pair(std::string_view pair, std::size_t position, int day_before, Scale scale) {
  const std::size_t colon = pair.find(':');
  if (colon == std::string_view::npos) refuse(position, pair, "has no colon");
  const auto day = number(pair.substr(0, colon));
  if (!day || *day < 0 || *day > last_day) refuse(position, pair, fmt::format("has no day from 0 to {}", last_day));
  if (*day < day_before) refuse(position, pair, fmt::format("is before day {}", day_before));
  const auto grade = number(pair.substr(colon + 1));
  const auto meant = grade ? quality(*grade, scale) : std::nullopt;
  if (!meant) refuse(position, pair, scale == Scale::sm2 ? "has no grade from 0 to 5" : "has no grade from 1 to 4");
  return {*day, *grade, *meant};
}

}  // namespace

std::vector<TracedReview> parse_reviews(const std::string& text, Scale scale) {
  std::vector<TracedReview> reviews;
  for (std::string_view rest = text;;) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const int day_before = reviews.empty() ? 0 : reviews.back().day;
    reviews.push_back(parse_pair(rest.substr(0, comma), reviews.size() + 1, day_before, scale));
    if (comma == rest.size()) return reviews;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace ebb
