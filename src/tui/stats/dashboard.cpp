// Keys and the frame of the dashboard.
#include "tui/stats/dashboard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr int around = 4;  // the two lines at the top, a blank one, and the keys
constexpr int least_width = 20, least_height = 6;

Style style_of(Tone tone) {
  switch (tone) {
    case Tone::bold:
      return bold_style;
    case Tone::dim:
      return dim_style;
    case Tone::good:
      return {false, false, Colour::green};
    case Tone::plain:
      break;
  }
  return plain_style;
}

std::vector<Row> body(const DashboardState& state, const DashboardOptions& options, int width) {
  std::vector<Row> rows;
  std::size_t last_height = 0;
  for (const StatsTable& table : state.tables) {
    const std::vector<ChartLine> lines = chart(table, {width, options.ascii});
    if (!rows.empty() && (lines.size() > 1 || last_height > 1)) rows.emplace_back();
    last_height = lines.size();
    for (const ChartLine& line : lines) {
      Row& row = rows.emplace_back();
      for (const ChartSpan& span : line) row.add(span.text, style_of(span.tone));
    }
  }
  return rows;
}

// The names side by side where they fit, else the one that is shown and which it is.
Row names(const DashboardState& state, const DashboardOptions& options, int width) {
  int all = 0;
  for (const std::string& name : options.whats) all += cells(name) + 2;
  Row row;
  if (all > width) {
    row.add(" " + options.whats[state.choice.what], bold_style);
    return row.right(fmt::format("{}/{} ", state.choice.what + 1, options.whats.size()), width, dim_style);
  }
  for (std::size_t i = 0; i < options.whats.size(); ++i)
    row.add(i == 0 ? " " : "  ").add(options.whats[i], i == state.choice.what ? bold_style : dim_style);
  return row;
}

std::vector<Row> help_rows() {
  static constexpr std::array<std::pair<const char*, const char*>, 9> lines{{
      {"Tab, Right, n", "the next statistic"},
      {"Left, p", "the one before"},
      {"r, R", "other days, forward and back"},
      {"d, D", "the next deck, the one before"},
      {"j, k, arrows", "a line down or up"},
      {"Space, b, PgDn, PgUp", "a page down or up"},
      {"g, G", "to the top, to the end"},
      {"?", "these keys"},
      {"q, Esc", "leave"},
  }};
  std::vector<Row> rows;
  for (const auto& [keys, does] : lines) rows.emplace_back().add(" ").add(keys, bold_style).to(23).add(does);
  return rows;
}

std::vector<Row> shown_rows(const DashboardState& state, const DashboardOptions& options, int width) {
  return state.help ? help_rows() : body(state, options, width);
}

std::size_t turned(std::size_t place, std::size_t count, bool back) {
  return (place + (back ? count - 1 : 1)) % count;
}

bool is_text(const Key& key, char32_t code) {
  return key.kind == Key::Kind::text && key.code == code;
}

// Which choice a key changes, if any.
bool choose(DashboardChoice& choice, const DashboardOptions& options, const Key& key) {
  const DashboardChoice before = choice;
  using Kind = Key::Kind;
  if (key.kind == Kind::tab || key.kind == Kind::right || is_text(key, 'n') || is_text(key, 'l'))
    choice.what = turned(choice.what, options.whats.size(), false);
  else if (key.kind == Kind::left || is_text(key, 'p') || is_text(key, 'h'))
    choice.what = turned(choice.what, options.whats.size(), true);
  else if (is_text(key, 'r') || is_text(key, 'R'))
    choice.range = turned(choice.range, options.ranges.size(), key.code == 'R');
  else if (is_text(key, 'd') || is_text(key, 'D'))
    choice.deck = turned(choice.deck, options.decks.size(), key.code == 'D');
  return choice != before;
}

// Where the page goes by a key; the same place if the key means nothing.
int scrolled(int first, int page, int most, const Key& key) {
  using Kind = Key::Kind;
  if (key.kind == Kind::down || is_text(key, 'j')) first += 1;
  if (key.kind == Kind::up || is_text(key, 'k')) first -= 1;
  if (key.kind == Kind::page_down || is_text(key, ' ')) first += page;
  if (key.kind == Kind::page_up || is_text(key, 'b')) first -= page;
  if (key.kind == Kind::home || is_text(key, 'g')) first = 0;
  if (key.kind == Kind::end || is_text(key, 'G')) first = most;
  return std::clamp(first, 0, most);
}

Row key_row(int width, int first, int most) {
  Row row;
  row.add(" ");
  const auto add = [&](std::string_view key, std::string_view does) {
    if (row.cells() + cells(key) + cells(does) + 4 < width) row.add(key, bold_style).add(fmt::format(" {}   ", does), dim_style);
  };
  add("q", "leave");
  add("?", "keys");
  add("Tab", "next");
  add("r", "days");
  add("d", "deck");
  if (most > 0) add(first < most ? "j" : "k", first < most ? "more below" : "up");
  return row;
}

}  // namespace

int most_scrolled(const DashboardState& state, const DashboardOptions& options, Size size) {
  const int lines = static_cast<int>(shown_rows(state, options, size.width).size());
  return std::max(0, lines - std::max(1, size.height - around));
}

Frame dashboard_frame(const DashboardState& state, const DashboardOptions& options, Size size) {
  Frame frame{size, std::vector<Row>(static_cast<std::size_t>(std::max(size.height, 0)))};
  if (size.width < least_width || size.height < least_height) {
    if (!frame.rows.empty()) frame.rows[0].add("too small");
    for (Row& row : frame.rows) row.fit(size.width, options.ascii);
    return frame;
  }
  const std::vector<Row> rows = shown_rows(state, options, size.width);
  const int page = size.height - around, most = std::max(0, static_cast<int>(rows.size()) - page);
  const int first = std::clamp(state.first, 0, most);
  frame.rows[0] = names(state, options, size.width);
  const std::string deck = one_line(options.decks[state.choice.deck]);
  frame.rows[1].add(" " + cut(deck, size.width / 2, options.ascii), dim_style);
  frame.rows[1].right(options.ranges[state.choice.range] + " ", size.width, dim_style);
  const auto begin = rows.begin() + first;
  std::copy(begin, begin + std::min(page, static_cast<int>(rows.size()) - first), frame.rows.begin() + 3);
  frame.rows.back() = key_row(size.width, first, most);
  for (Row& row : frame.rows) row.fit(size.width, options.ascii);
  return frame;
}

DashboardStep press(DashboardState& state, const DashboardOptions& options, Size size, const Key& key) {
  if (key.kind == Key::Kind::control && key.code == 'l') return DashboardStep::redraw;
  if (is_text(key, '?') || (state.help && (is_text(key, 'q') || key.kind == Key::Kind::escape))) {
    state.help = !state.help;
    state.first = 0;
    return DashboardStep::shown;
  }
  if (is_text(key, 'q') || key.kind == Key::Kind::escape) return DashboardStep::left;
  if (choose(state.choice, options, key)) {
    state.first = 0;
    state.help = false;
    return DashboardStep::chosen;
  }
  const int most = most_scrolled(state, options, size);
  const int first = scrolled(std::min(state.first, most), std::max(1, size.height - around - 1), most, key);
  if (first == state.first) return DashboardStep::nothing;
  state.first = first;
  return DashboardStep::shown;
}

}  // namespace ebb
