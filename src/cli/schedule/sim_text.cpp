// Simulated days as a table that fits a screen, and bars.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/schedule/sim_output.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr std::size_t most_rows = 13, chart_width = 52;
constexpr int name_width = 24;

// How many days a row is for: a week, unless that makes too many rows.
std::size_t row_days(std::size_t days) {
  for (const std::size_t length : {1U, 7U, 10U, 14U, 30U, 61U, 91U, 182U})
    if ((days + length - 1) / length <= most_rows) return length;
  return 365;
}

// At most `chart_width` means of as many days each.
std::vector<std::int64_t> charted(const Simulation& simulation, double (*value)(const SimulatedDay&)) {
  const std::size_t days = simulation.days.size(), length = (days + chart_width - 1) / chart_width;
  std::vector<std::int64_t> means;
  for (std::size_t first = 0; first < days; first += length) {
    const std::size_t last = std::min(first + length, days);
    double sum = 0;
    for (std::size_t i = first; i < last; ++i) sum += value(simulation.days[i]);
    means.push_back(std::llround(sum / static_cast<double>(last - first)));
  }
  return means;
}

double reviews_of(const SimulatedDay& day) {
  return day.reviews;
}
double seconds_of(const SimulatedDay& day) {
  return day.seconds;
}
double remembered_of(const SimulatedDay& day) {
  return day.remembered;
}

std::int64_t highest(const std::vector<std::int64_t>& counts) {
  return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

// Bars where `most` has the full height: charts under each other are to one scale.
std::string scaled_bars(std::vector<std::int64_t> counts, std::int64_t most, bool ascii) {
  counts.push_back(std::max<std::int64_t>(most, 1));
  std::string line = bars(counts, ascii);
  line.resize(line.size() - (ascii ? 1 : std::string_view("█").size()));
  return line;
}

std::string padded(const std::string& name, int width, bool ascii) {
  const std::string text = cut(name, width, ascii);
  return text + std::string(static_cast<std::size_t>(std::max(0, width - cells(text))), ' ');
}

std::string hours_text(double seconds) {
  return duration_text(Millis{std::llround(seconds / 60) * 60000});
}

std::string heading(const SimulationPlan& plan) {
  return fmt::format(" {} from {}: {} begun, {} new", counted(plan.days, "day"), iso_date(plan.today),
                     counted(static_cast<std::int64_t>(plan.cards.size()), "card"),
                     with_commas(static_cast<std::int64_t>(plan.fresh.size())));
}

std::string row_text(const std::string& title, const SimulationTotal& sum, std::size_t days) {
  const auto count = static_cast<double>(days);
  return fmt::format(" {:<12}{:>12.1f}{:>10.1f}{:>13.1f}{:>14} of {}\n", title,
                     static_cast<double>(sum.reviews) / count, static_cast<double>(sum.fresh) / count,
                     sum.seconds / 60 / count, with_commas(std::llround(sum.remembered)), with_commas(sum.begun));
}

std::string chart_line(const std::string& title, const Simulation& simulation, double (*value)(const SimulatedDay&),
                       bool ascii) {
  const auto counts = charted(simulation, value);
  return fmt::format(" {:<14}{}  max {}\n", title, scaled_bars(counts, highest(counts), ascii),
                     with_commas(highest(counts)));
}

std::string one_text(const PlayedVariant& variant, const Looks& looks) {
  const Simulation& simulation = variant.simulation;
  const SimulationPlan& plan = *variant.plan;
  const std::size_t days = simulation.days.size(), length = row_days(days);
  std::string text = fmt::format("{}, {} a day; {}\n\n", heading(plan), plan.new_limit, variant.name);
  text += looks.dim(fmt::format(" {:<12}{:>12}{:>10}{:>13}{:>14}", "from", "reviews/day", "new/day", "minutes/day",
                                "remembered")) +
          "\n";
  for (std::size_t first = 0; first < days; first += length)
    text += row_text(iso_date(simulation.days[first].day), total(simulation, first, first + length),
                     std::min(length, days - first));
  const SimulationTotal all = total(simulation, 0, days);
  if (days > length) text += row_text("all", all, days);
  text += fmt::format("\n {}, {} new, {}; the busiest day has {}", counted(all.reviews, "review"),
                      with_commas(all.fresh), hours_text(all.seconds), with_commas(all.most_reviews));
  const int left = simulation.days.back().left;
  text += left > 0 ? fmt::format("; {} left over at the end\n", with_commas(left)) : "\n";
  text += chart_line("reviews a day", simulation, reviews_of, looks.ascii);
  return text + chart_line("remembered", simulation, remembered_of, looks.ascii);
}

// How many of the reviews were remembered.
std::string recall_text(const SimulationTotal& sum) {
  if (sum.reviews == 0) return "-";
  return fmt::format("{:.0f} %", 100 - 100 * static_cast<double>(sum.forgotten) / static_cast<double>(sum.reviews));
}

std::string compared_text(const std::vector<PlayedVariant>& played, const Looks& looks) {
  std::string text = heading(*played.front().plan) + "\n\n";
  text += looks.dim(fmt::format(" {:<{}}{:>12}{:>13}{:>9}{:>16}{:>8}", "", name_width, "reviews/day", "minutes/day",
                                "busiest", "remembered", "recall")) +
          "\n";
  std::int64_t most = 1;
  for (const PlayedVariant& variant : played) {
    const std::size_t days = variant.simulation.days.size();
    const SimulationTotal all = total(variant.simulation, 0, days);
    const auto count = static_cast<double>(days);
    text += fmt::format(
        " {}{:>12.1f}{:>13.1f}{:>9}{:>16}{:>8}\n", padded(variant.name, name_width, looks.ascii),
        static_cast<double>(all.reviews) / count, all.seconds / 60 / count, with_commas(all.most_reviews),
        fmt::format("{} of {}", with_commas(std::llround(all.remembered)), with_commas(all.begun)), recall_text(all));
    most = std::max(most, highest(charted(variant.simulation, seconds_of)));
  }
  text += fmt::format("\n time a day; the highest bar is {:.1f} minutes\n", static_cast<double>(most) / 60);
  for (const PlayedVariant& variant : played)
    text += fmt::format(" {}{}\n", padded(variant.name, name_width, looks.ascii) + " ",
                        scaled_bars(charted(variant.simulation, seconds_of), most, looks.ascii));
  return text;
}

}  // namespace

std::string sim_text(const std::vector<PlayedVariant>& played, const Looks& looks) {
  return played.size() == 1 ? one_text(played.front(), looks) : compared_text(played, looks);
}

}  // namespace ebb
