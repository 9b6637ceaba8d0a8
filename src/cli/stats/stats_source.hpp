// The numbers of a collection for statistics, each read when it is first asked for and only once.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "cli/stats/card_models.hpp"
#include "cli/stats/note_groups.hpp"
#include "cli/stats/stats_ask.hpp"
#include "ebb/stats/card_tables.hpp"
#include "ebb/stats/hours.hpp"
#include "ebb/store/statistics.hpp"

namespace ebb {

class StatsSource {
 public:
  StatsSource(Collection& collection, StatsAsked asked, const Today& today);

  const StatsAsked& asked() const { return asked_; }
  // What rows are from here on.
  void ask_by(std::optional<By> by) { asked_.by = by; }
  Collection& collection() const { return collection_; }
  const Today& now() const { return today_; }
  Day today() const { return today_.day; }
  // The days asked for; without --since from the first answer on, or so many.
  DayRange range(std::optional<int> days = {});

  // The tally of the cards asked for, sorted by day.
  const std::vector<TallyRow>& rows();
  // Of the days asked for.
  const HourSum& hours();
  // Answers by deck or tag, of the days asked for, sorted by name.
  const std::vector<TallyGroup>& groups(By by);
  // Cards by due day, and by state.
  const DueDays& due();
  StateCounts states();

  // The days that the person was away.
  const std::vector<DayRange>& away();
  int streak_days() { return streak(rows(), today(), away()); }
  int longest_streak_days() { return longest_streak(rows(), today(), away()); }

  // What one pass over the cards gives.
  struct CardsRead {
    CardSums sums;
    CardHistograms histograms;
    DueDays due;
    std::vector<CountedCard> failing;  // with a lapse
    std::int64_t leeches = 0;
  };
  const CardsRead& cards();
  // Cards by deck or tag, those without any left out, sorted by name.
  struct CardGroup {
    std::string key;
    CardSums sums;
    DueDays due;
  };
  const std::vector<CardGroup>& card_groups(By by);
  // Every answer of the days asked for that a model could foretell, and how well it did.
  const ForetoldAnswers& foretold();

 private:
  struct LogSums {
    TallySum tally;
    HourSum hours;
  };
  const LogSums& log();
  void for_each_answer_asked(const std::function<void(const CountedAnswer&, bool in_range)>& visit);
  Collection& collection_;
  StatsAsked asked_;
  Today today_;
  std::optional<std::vector<TallyRow>> rows_;
  std::optional<LogSums> log_;
  std::map<By, std::vector<TallyGroup>> groups_;
  std::map<By, std::vector<CardGroup>> card_groups_;
  std::optional<DueDays> due_;
  std::optional<std::vector<DayRange>> away_;
  std::optional<CardsRead> cards_;
  std::optional<ForetoldAnswers> foretold_;
};

}  // namespace ebb
