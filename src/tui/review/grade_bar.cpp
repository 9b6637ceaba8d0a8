// The grade keys with their previews: written out where there is room, in short where there is not.
#include <algorithm>
#include <array>

#include "ebb/core/words.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/review/pages.hpp"

namespace ebb {
namespace {

// A key and the quality it stands for.
struct ScreenGrade {
  std::string key;
  std::string_view name;
  Quality quality = Quality::good;
};

std::vector<ScreenGrade> plain_grades(int grades) {
  if (grades == 2) return {{"1", "Again", Quality::again}, {"2", "Good", Quality::good}};
  if (grades == 6)
    return {{"0", "Blank", Quality::blackout}, {"1", "Wrong", Quality::wrong}, {"2", "Again", Quality::again},
            {"3", "Hard", Quality::hard},      {"4", "Good", Quality::good},   {"5", "Easy", Quality::easy}};
  return {{"1", "Again", Quality::again},
          {"2", "Hard", Quality::hard},
          {"3", "Good", Quality::good},
          {"4", "Easy", Quality::easy}};
}

// With the keys that the person has for them; 0-5 are always digits.
std::vector<ScreenGrade> screen_grades(const ScreenLooks& looks) {
  std::vector<ScreenGrade> keys = plain_grades(looks.grades);
  if (looks.grades == 6) return keys;
  for (std::size_t at = 0; at < keys.size(); ++at)
    keys[at].key = looks.keys.name_of_grade(looks.grades == 2 && at == 1 ? 3 : static_cast<int>(at) + 1);
  if (looks.grades == 2 && keys[1].key == "3") keys[1].key = "2";
  return keys;
}

Style style_of(Quality quality) {
  switch (grade_of(quality)) {
    case Grade::again:
      return {true, false, Colour::red, false, false};
    case Grade::hard:
      return {true, false, Colour::yellow, false, false};
    case Grade::good:
      return {true, false, Colour::green, false, false};
    case Grade::easy:
      return {true, false, Colour::cyan, false, false};
  }
  return bold_style;
}

// Columns of text under each other, as wide as their widest cell.
struct Column {
  ScreenGrade key;
  std::string head;
  std::vector<std::string> under;
};

std::vector<Row> rows_of(const std::vector<Column>& columns, int least_width, int indent) {
  std::size_t height = 0;
  for (const Column& column : columns) height = std::max(height, column.under.size());
  std::vector<Row> rows(1 + height);
  int start = 1;
  for (const Column& column : columns) {
    int width = cells(column.head) + 1;
    rows[0].to(start).add(column.head, style_of(column.key.quality));
    for (std::size_t at = 0; at < column.under.size(); ++at) {
      width = std::max(width, cells(column.under[at]) + 1 + indent);
      rows[at + 1].to(start + indent).add(column.under[at], at == 0 ? plain_style : dim_style);
    }
    start += std::max(width, least_width);
  }
  return rows;
}

std::vector<Column> columns_of(const ReviewState& state, const ScreenLooks& looks, bool written_out, bool names) {
  std::vector<Column> columns;
  for (const ScreenGrade& key : screen_grades(looks)) {
    Column column{key, key.key + (names ? " " + std::string(key.name) : ""), {}};
    const Memory& after = state.outlook[static_cast<std::size_t>(key.quality)];
    const bool again = once_more(after, state.day);
    if (looks.preview && written_out) {
      column.under.push_back(when_text(after, state.day));
      if (again) column.under.insert(column.under.end(), {"and again", "today"});
    } else if (looks.preview) {
      column.under.push_back(when_short(after, state.day) + (again ? names ? " again" : "+" : ""));
    }
    columns.push_back(column);
  }
  return columns;
}

int widest(const std::vector<Row>& rows) {
  int out = 0;
  for (const Row& row : rows) out = std::max(out, row.cells());
  return out;
}

// `u undo   r sound   ? keys` at the right, as much of it as there is room for, the last first.
void add_other_keys(Row& row, const ReviewState& state, const ScreenLooks& looks, int end, bool wide) {
  const LiveKey all[] = {{looks.keys.name_of(Action::help), " keys"},
                         {looks.keys.name_of(Action::play), " sound   ", state.has_sounds && wide},
                         {looks.keys.name_of(Action::open), " picture   ", state.has_pictures && wide},
                         {looks.keys.name_of(Action::undo), " undo   ", state.can_undo && wide}};
  Row keys;
  for (const LiveKey& key : all) {
    if (!key.live) continue;
    Row more = Row{}.add(key.key, bold_style).add(key.does);
    more.add(keys);
    if (end - more.cells() > row.cells()) keys = more;
  }
  if (keys.cells() > 0) row.to(end - keys.cells()).add(keys);
}

}  // namespace

std::vector<Row> grade_bar(const ReviewState& state, Size size, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  if (measure.roomy) {
    std::vector<Row> rows = rows_of(columns_of(state, looks, true, true), 12, 2);
    if (widest(rows) < measure.page) {
      add_other_keys(rows.size() > 1 ? rows[1] : rows[0], state, looks, measure.page - 1, true);
      return rows;
    }
  }
  std::vector<Row> rows = rows_of(columns_of(state, looks, false, true), 0, 0);
  if (widest(rows) >= measure.page) rows = rows_of(columns_of(state, looks, false, false), 0, 0);
  add_other_keys(rows[0], state, looks, measure.page, measure.wide);
  return rows;
}

}  // namespace ebb
