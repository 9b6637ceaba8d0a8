// What `ebb stats` and `ebb report` were asked for: which statistic, of which cards, over which days, by what.
#pragma once
#include <optional>
#include <string>

#include "cli/program/command.hpp"
#include "ebb/stats/tables.hpp"

namespace ebb {

inline constexpr Option since_option{"--since", "DAY", "from this day on: 2026-01-31, or 30d, 4w, 6m, 1y back"};
inline constexpr Option until_option{"--until", "DAY", "up to this day; a forecast looks so far ahead"};

struct StatsAsked {
  CardFilter filter;
  std::string filter_text;  // as it was typed; empty: all cards
  std::optional<Day> since, until;
  std::optional<By> by;
  bool filtered() const { return !filter_text.empty(); }
};

// Reads the filter words, --deck, --since, --until and --by. Throws Error(Exit::usage) for what it cannot read.
// `ahead`: --until is a day to come.
StatsAsked stats_asked(const World& world, const Arguments& arguments, const std::vector<std::string>& filter_words,
                       Day today, bool ahead);

}  // namespace ebb
