// Days as people give them, and what rows are.
#include "cli/stats/stats_ask.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "cli/program/suggest.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr int most_days = 36525;

// `30d`, `4w`, `6m`, `1y`: a number of days; months have 30 of them, years 365.
std::optional<int> span_of_days(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0 || number > most_days || end + 1 != text.data() + text.size()) return {};
  const int times = *end == 'd' ? 1 : *end == 'w' ? 7 : *end == 'm' ? 30 : *end == 'y' ? 365 : 0;
  if (times == 0 || number > most_days / times) return {};
  return number * times;
}

// The last N days are today and those before it: `1d` is today.
Day day_of(std::string_view option, const std::string& text, Day today, bool ahead) {
  if (const auto date = parse_date(text)) return *date;
  if (text == "today") return today;
  if (text == "yesterday") return today - std::chrono::days{1};
  if (const auto span = span_of_days(text); span && *span > 0)
    return today + std::chrono::days{ahead ? *span - 1 : 1 - *span};
  throw Error(Exit::usage, fmt::format("{} is `{}`. It takes a day like 2026-01-31, today, yesterday, or a span like "
                                       "30d, 4w, 6m, 1y.", option, one_line(text)));
}

By by_of(const std::string& text) {
  static constexpr std::array<std::string_view, 5> names{"day", "week", "month", "deck", "tag"};
  for (const By by : {By::day, By::week, By::month, By::deck, By::tag})
    if (name_of(by) == text) return by;
  throw Error(Exit::usage, fmt::format("--by is `{}`.{} There are: day, week, month, deck, tag.", one_line(text),
                                       did_you_mean(text, names)));
}

}  // namespace

StatsAsked stats_asked(const World& world, const Arguments& arguments, const std::vector<std::string>& filter_words, Day today,
                       bool ahead) {
  StatsAsked asked;
  const auto deck = arguments.value("--deck");
  asked.filter = given_filter(world, filter_words, deck);
  asked.filter_text = deck ? "deck:" + *deck : "";
  for (const std::string& word : filter_words) asked.filter_text += (asked.filter_text.empty() ? "" : " ") + word;
  if (const auto since = arguments.value("--since")) asked.since = day_of("--since", *since, today, false);
  if (const auto until = arguments.value("--until")) asked.until = day_of("--until", *until, today, ahead);
  if (asked.since && asked.until && *asked.since > *asked.until)
    throw Error(Exit::usage, fmt::format("--since {} is after --until {}.", iso_date(*asked.since), iso_date(*asked.until)));
  if (const auto by = arguments.value("--by")) asked.by = by_of(*by);
  return asked;
}

}  // namespace ebb
