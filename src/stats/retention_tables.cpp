// Remembered: by band, by age, by button, over time, by group.
#include <array>

#include "ebb/stats/tables.hpp"

namespace ebb {
namespace {

struct Rights {
  std::int64_t n = 0, right = 0;
  void add(const TallyRow& row) {
    n += row.answers;
    if (!failed(row.quality)) right += row.answers;
  }
  Retention share() const { return retention(right, n); }
};

constexpr int band_count = 7;
bool is_young(Band band) {
  return band == Band::days || band == Band::weeks;
}
bool is_mature(Band band) {
  return band >= Band::months;
}

// Young, mature and both of some rows.
struct Ages {
  Rights young, mature, both;
  void add(const TallyRow& row) {
    if (is_young(row.band)) young.add(row);
    if (is_mature(row.band)) mature.add(row);
    if (is_young(row.band) || is_mature(row.band)) both.add(row);
  }
  void append_to(std::vector<StatsCell>& cells) const {
    append(cells, both.share());
    append(cells, young.share());
    append(cells, mature.share());
  }
};

StatsTable with_ages(StatsTable table) {
  table.retention_columns("all", "remembered").retention_columns("young", "young").retention_columns("mature", "mature");
  table.minor({"young", "mature"});
  table.pictured = 3;
  table.kind = ChartKind::bars;
  return table;
}

}  // namespace

StatsTable band_table(std::span<const TallyRow> rows, const DayRange& range) {
  std::array<Rights, band_count> bands;
  for (const TallyRow& row : rows)
    if (range.contains(row.day)) bands[static_cast<std::size_t>(row.band)].add(row);
  StatsTable table{"bands", "Remembered by the days since the last review", "Share of answers that were Hard, Good or Easy.",
              {}, {}, ChartKind::bars, 3};
  table.column("band", "days since", StatsUnit::text).retention_columns("retention", "remembered");
  for (int band = static_cast<int>(Band::days); band < band_count; ++band) {
    std::vector<StatsCell> cells{name_of(static_cast<Band>(band))};
    append(cells, bands[static_cast<std::size_t>(band)].share());
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable age_table(std::span<const TallyRow> rows, const DayRange& range) {
  Ages ages;
  for (const TallyRow& row : rows)
    if (range.contains(row.day)) ages.add(row);
  StatsTable table{"ages", "Remembered", "Young: 1 to 20 days since the card's last review; mature: 21 and more.",
              {}, {}, ChartKind::bars, 3};
  table.column("age", "", StatsUnit::text).retention_columns("retention", "remembered");
  const std::pair<const char*, const Rights*> lines[] = {{"young", &ages.young}, {"mature", &ages.mature}, {"all", &ages.both}};
  for (const auto& [name, rights] : lines) {
    std::vector<StatsCell> cells{std::string(name)};
    append(cells, rights->share());
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable button_table(std::span<const TallyRow> rows, const DayRange& range) {
  // Rows: new, the same day, young, mature; columns: Again, Hard, Good, Easy.
  std::array<std::array<std::int64_t, 4>, 4> presses{};
  const auto line_of = [](Band band) {
    return is_mature(band) ? 3U : is_young(band) ? 2U : band == Band::same_day ? 1U : 0U;
  };
  for (const TallyRow& row : rows)
    if (range.contains(row.day))
      presses[line_of(row.band)][static_cast<std::size_t>(grade_of(row.quality)) - 1] += row.answers;
  StatsTable table{"buttons", "Answer buttons", "How often each button was pressed.", {}, {}, ChartKind::none, 1};
  table.column("age", "", StatsUnit::text).column("again", "Again").column("hard", "Hard").column("good", "Good");
  table.column("easy", "Easy").retention_columns("retention", "remembered").minor({"retention"});
  constexpr const char* lines[] = {"new", "same day", "young", "mature"};
  for (std::size_t line = 0; line < 4; ++line) {
    const auto& [again, hard, good, easy] = presses[line];
    std::vector<StatsCell> cells{std::string(lines[line]), again, hard, good, easy};
    append(cells, retention(hard + good + easy, again + hard + good + easy));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable retention_over_time(std::span<const TallyRow> rows, const DayRange& range, By by) {
  std::map<Day, Ages> found;
  for (const TallyRow& row : rows)
    if (range.contains(row.day)) found[start_of(by, row.day)].add(row);
  StatsTable table{"by_" + name_of(by), "Remembered by " + name_of(by), "Share of young and mature answers remembered."};
  table.column(name_of(by), name_of(by), unit_of(by));
  table = with_ages(std::move(table));
  for (const Day start : stretches(by, range)) {
    std::vector<StatsCell> cells{start};
    found[start].append_to(cells);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable retention_by_group(std::span<const TallyGroup> groups, const DayRange& range, By by) {
  StatsTable table{"by_" + name_of(by), "Remembered by " + name_of(by), "Share of young and mature answers remembered."};
  table.column(name_of(by), name_of(by), StatsUnit::text);
  table = with_ages(std::move(table));
  for (const TallyGroup& group : groups) {
    Ages ages;
    for (const TallyRow& row : group.rows)
      if (range.contains(row.day)) ages.add(row);
    std::vector<StatsCell> cells{group.key};
    ages.append_to(cells);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace ebb
