// The dashboard's lists: statistics, days, decks; and the numbers of each choice, read once.
#include "cli/stats/stats_screen.hpp"

#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "cli/program/looks.hpp"
#include "cli/stats/stats_what.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/system/environment.hpp"
#include "ebb/tui/dashboard.hpp"
#include "ebb/tui/review_screen.hpp"

namespace ebb {
namespace {

struct Days {
  const char* name;
  std::optional<int> days;  // nothing: as each statistic has it
};
constexpr std::array<Days, 5> day_choices{{{"", {}}, {"last 7 days", 7}, {"last 30 days", 30}, {"last 90 days", 90}, {"last 365 days", 365}}};

std::string days_asked(const StatsAsked& asked) {
  if (!asked.since && !asked.until) return "all days";
  return (asked.since ? iso_date(*asked.since) : "the first day") + " to " + (asked.until ? iso_date(*asked.until) : "today");
}

// One source for each deck and stretch of days that was looked at.
class Sources {
 public:
  Sources(Collection& collection, StatsAsked asked, const Today& today)
      : collection_(collection), asked_(std::move(asked)), today_(today), decks_(deck_names(collection)) {}
  const std::vector<std::string>& decks() const { return decks_; }
  std::vector<StatsTable> tables(const DashboardChoice& choice) {
    return stats_whats()[choice.what].tables(source(choice));
  }

 private:
  StatsSource& source(const DashboardChoice& choice) {
    auto& kept = sources_[{choice.range, choice.deck}];
    if (kept) return *kept;
    StatsAsked asked = asked_;
    if (choice.deck > 0) {
      asked.filter = parse_filter({}, decks_[choice.deck - 1]);
      asked.filter_text = "deck:" + decks_[choice.deck - 1];
    }
    if (const auto days = day_choices[choice.range].days) {
      asked.since = today_.day - std::chrono::days{*days - 1};
      asked.until.reset();
    }
    return kept.emplace(collection_, std::move(asked), today_);
  }
  Collection& collection_;
  StatsAsked asked_;
  Today today_;
  std::vector<std::string> decks_;
  std::map<std::pair<std::size_t, std::size_t>, std::optional<StatsSource>> sources_;
};

}  // namespace

bool may_show_dashboard(const World& world) {
  return world.in_terminal && world.out_terminal && !world.globals.plain && !world.globals.quiet &&
         terminal_is_usable(environment("TERM").value_or("dumb"));
}

void show_statistics(const World& world, Collection& collection, const StatsAsked& asked) {
  Sources sources(collection, asked, world.today());
  const Looks looks = looks_of(world);
  DashboardOptions options;
  for (const StatsWhat& what : stats_whats()) options.whats.emplace_back(what.name);
  for (const Days& days : day_choices) options.ranges.emplace_back(days.days ? days.name : days_asked(asked));
  options.decks.push_back(asked.filtered() ? asked.filter_text : "all cards");
  for (const std::string& deck : sources.decks()) options.decks.push_back(deck);
  options.colour = looks.colour;
  options.ascii = looks.ascii;
  options.tables = [&sources](const DashboardChoice& choice) { return sources.tables(choice); };
  show_dashboard(options);
}

}  // namespace ebb
