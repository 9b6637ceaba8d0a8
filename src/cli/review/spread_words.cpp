// The days of a plan under each other.
#include "cli/review/spread_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/words.hpp"

namespace ebb {

std::vector<std::string> day_lines(const SpreadPlan& plan, const Looks& looks) {
  constexpr int longest_bar = 30;
  int most = 1;
  for (const SpreadPlan::OfDay& day : plan.days) most = std::max(most, day.cards);
  std::vector<std::string> lines;
  for (const SpreadPlan::OfDay& day : plan.days) {
    std::string bar;
    for (int n = 0; n < (day.cards * longest_bar + most - 1) / most; ++n) bar += looks.ascii ? "#" : "▇";
    const std::string space(static_cast<std::size_t>(longest_bar - (day.cards * longest_bar + most - 1) / most), ' ');
    lines.push_back(fmt::format("  {} {:>6}  {}{}  {}", iso_date(day.day), with_commas(day.cards), bar, space, about_time(day.time)));
  }
  return lines;
}

std::string a_day_text(int cards, int days) {
  return fmt::format("about {} a day for {}", with_commas((cards + days / 2) / std::max(days, 1)), days_text(days));
}

void add_plan(JsonObject& object, const SpreadPlan& plan, bool applied) {
  std::vector<std::string> days;
  for (const SpreadPlan::OfDay& day : plan.days)
    days.push_back(JsonObject().text("day", iso_date(day.day)).number("cards", day.cards).number("time_ms", std::int64_t{day.time.count()}).str());
  object.number("cards", plan.cards)
      .number("moved", static_cast<int>(plan.moves.size()))
      .raw("days", json_array(days))
      .number("forgotten", plan.forgotten)
      .number("forgotten_in_order", plan.forgotten_in_order)
      .flag("applied", applied);
}

}  // namespace ebb
