// The table of cards as a frame: a filter bar, columns, the card beside or below, a line of what happened, the keys.
#include <algorithm>
#include <array>

#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/browse/browse_state.hpp"
#include "tui/review/pages.hpp"
#include "tui/terminal/glyphs.hpp"

namespace ebb {
namespace {

constexpr int beside_from = 100, below_from = 16;

// How the body is divided.
struct Parts {
  int rows = 1;         // of the table, without its header
  int table = 80;       // cells of the table
  int preview_rows = 0; // below; or beside, if `beside`
  bool beside = false;
};

Parts parts_of(Size size) {
  const int body = std::max(1, size.height - 4);  // bar, header, notice, keys
  Parts parts{body, size.width, 0, false};
  if (size.width >= beside_from) return {body, size.width * 3 / 5, body + 1, true};
  if (size.height >= below_from) {
    parts.preview_rows = body / 3;
    parts.rows = body - parts.preview_rows;
  }
  return parts;
}

struct Column {
  std::string_view name;
  int width;  // 0: what is left
  int from;   // the least width of a table that shows it
  SortBy by;
  std::string (*text)(const CardView& card, Day today);
};

std::string due_text(const CardView& card, Day) { return card.memory.due ? iso_date(*card.memory.due) : ""; }
std::string interval_text(const CardView& card, Day) {
  return card.memory.reviews > 0 ? days_short(card.memory.interval) : "";
}
std::string state_text(const CardView& card, Day today) {
  return card.suspended ? "suspended" : card.buried ? "buried" : state_name(card.memory, today);
}

constexpr std::array<Column, 5> columns{{
    {"state", 9, 60, SortBy::state, state_text},
    {"due", 10, 0, SortBy::due, due_text},
    {"ivl", 6, 50, SortBy::interval, interval_text},
    {"deck", 16, 90, SortBy::deck, [](const CardView& card, Day) { return one_line(card.deck); }},
    {"question", 0, 0, SortBy::question, [](const CardView& card, Day) { return one_line(card.question); }},
}};

// One cell of the table, padded; the last column takes what is left.
void add_cell(Row& row, const Column& column, const std::string& text, int table, Style style, bool ascii) {
  const int left = std::max(0, table - row.cells() - 1);
  const int width = column.width == 0 ? left : std::min(column.width, left);
  const int end = row.cells() + width;
  row.add(cut(text, width, ascii), style);
  if (column.width != 0) row.to(end + 2);
}

Row header_row(const BrowseState& state, const Parts& parts, bool ascii) {
  Row row;
  row.to(3);
  for (const Column& column : columns) {
    if (parts.table < column.from) continue;
    const bool sorted = state.by == column.by;
    const std::string arrow = !sorted ? "" : state.descending ? (ascii ? " v" : " ▼") : (ascii ? " ^" : " ▲");
    add_cell(row, column, std::string(column.name) + arrow, parts.table, sorted ? bold_style : dim_style, ascii);
  }
  return row;
}

Row card_row(const BrowseState& state, int number, const Parts& parts, bool ascii) {
  Row row;
  if (number == 0 && state.found == 0 && !state.searching) return std::move(row.to(3).add("No card matches.", dim_style));
  if (number >= static_cast<int>(state.rows.size())) return row;
  const BrowseRow& shown = state.rows[static_cast<std::size_t>(number)];
  const bool here = number == state.at;
  row.add(here ? ">" : " ", bold_style).add(shown.chosen ? "*" : " ", bold_style).add(shown.card.marked ? "!" : " ");
  const Style style = here ? bold_style : shown.card.suspended ? dim_style : plain_style;
  for (const Column& column : columns)
    if (parts.table >= column.from)
      add_cell(row, column, column.text(shown.card, state.today), parts.table, style, ascii);
  return row;
}

// The card as lines: deck and tags, question, a rule, answer, and its numbers.
std::vector<Row> card_lines_of(const BrowseState& state, int width, bool ascii) {
  std::vector<Row> lines;
  if (state.at >= static_cast<int>(state.rows.size())) return lines;
  const CardView& card = state.rows[static_cast<std::size_t>(state.at)].card;
  const auto add = [&](const std::string& text, Style style) {
    for (const std::string& line : wrap(screen_text(text), std::max(1, width))) lines.emplace_back().add(line, style);
  };
  std::string tags;
  for (const std::string& tag : card.tags) tags += (tags.empty() ? "#" : " #") + tag;
  add(one_line(card.deck + (tags.empty() ? "" : "  " + tags)), dim_style);
  add(card.question, bold_style);
  lines.emplace_back().add(glyphs(ascii).rule, dim_style);
  add(card.answer, plain_style);
  lines.emplace_back();
  add(card.id.substr(0, 8) + "  " + counted(card.memory.reviews, "answer") + ", " + counted(card.memory.lapses, "lapse"),
      dim_style);
  return lines;
}

Row bar(const BrowseState& state, int width, bool ascii) {
  Row row;
  row.add(" ");
  const std::string count =
      with_commas(state.found) + (state.chosen > 0 ? ", " + with_commas(state.chosen) + " chosen" : "") +
      (state.searching ? (ascii ? " ..." : " …") : "");
  const bool typing = state.mode == BrowseState::Mode::filter;
  const int room = std::max(4, width - cells(count) - 6);
  std::string text = one_line(state.filter);
  if (cells(text) > room) {  // the end is where one types
    std::string end;
    const auto all = clusters(text);
    int used = 0;
    for (auto at = all.rbegin(); at != all.rend() && used + at->cells <= room - 1; ++at) {
      used += at->cells;
      end.insert(0, at->bytes);
    }
    text = end;
  }
  row.add("/ ", bold_style).add(text, typing ? bold_style : plain_style);
  if (typing) row.add("_", bold_style);
  else if (text.empty()) row.add("all cards", dim_style);
  row.right(count, width - 1, dim_style);
  return row;
}

Row notice_row(const BrowseState& state) {
  Row row;
  row.to(1);
  if (state.mode == BrowseState::Mode::prompt) return std::move(row.add(state.asks + " ", bold_style).add(one_line(state.typed)).add("_", bold_style));
  if (state.mode == BrowseState::Mode::confirm) return std::move(row.add(state.asks + "  y yes   n no", bold_style));
  return std::move(row.add(one_line(state.notice), state.wrong ? Style{true, false, Colour::red} : plain_style));
}

Row keys_row(const BrowseState& state, int width) {
  using Mode = BrowseState::Mode;
  if (state.mode == Mode::filter) return key_line({{"Enter", "to the cards"}, {"Ctrl-U", "empty"}, {"Esc", "back"}}, width);
  if (state.mode == Mode::prompt) return key_line({{"Enter", "do it"}, {"Esc", "leave it"}}, width);
  if (state.mode == Mode::confirm) return {};
  if (state.mode == Mode::card || state.mode == Mode::help) return key_line({{"Esc", "back"}, {"j k", "scroll"}}, width);
  return key_line({{"?", "keys"}, {"q", "quit"}, {"/", "filter"}, {"Space", "choose"}, {"t", "tag"}, {"s", "suspend"},
                   {"e", "edit"}, {"u", "undo"}, {"< >", "sort"}, {"D", "delete"}},
                  width);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 19> help_lines{{
    {"/", "filter as you type; Enter goes to the cards"},
    {"j k arrows", "down, up; PgDn PgUp by a page; g G to the ends"},
    {"Enter", "the whole card"},
    {"Space", "choose this card, or not"},
    {"v", "choose from here to where v is pressed again"},
    {"a", "choose all, or none"},
    {"t", "tag: +new,-old"},
    {"d", "move to a deck"},
    {"s S", "suspend, resume"},
    {"b", "bury until tomorrow"},
    {"m M", "mark, unmark"},
    {"r", "reset: new again"},
    {"D", "delete"},
    {"e", "edit this card"},
    {"< >", "sort by the column before, after"},
    {"o", "the other way round"},
    {"u Ctrl-R", "undo, redo"},
    {"Ctrl-L", "draw anew"},
    {"q Ctrl-C", "leave"},
}};

std::vector<Row> help_rows() {
  std::vector<Row> rows;
  rows.emplace_back().to(1).add("What is chosen is changed; else the card at the cursor.", dim_style);
  for (const auto& [keys, does] : help_lines) rows.emplace_back().to(1).add(keys, bold_style).to(13).add(does);
  return rows;
}

void add_page(Frame& frame, const std::vector<Row>& lines, int rows, int scrolled) {
  const int first = std::clamp(scrolled, 0, std::max(0, static_cast<int>(lines.size()) - rows));
  for (int i = first; i < first + rows; ++i)
    frame.rows.push_back(i < static_cast<int>(lines.size()) ? lines[static_cast<std::size_t>(i)] : Row{});
}

void add_table(Frame& frame, const BrowseState& state, const Parts& parts, bool ascii) {
  std::vector<Row> preview;
  if (parts.preview_rows > 0)
    preview = card_lines_of(state, parts.beside ? frame.size.width - parts.table - 3 : frame.size.width - 4, ascii);
  std::vector<Row> rows{header_row(state, parts, ascii)};
  for (int i = 0; i < parts.rows; ++i) rows.push_back(card_row(state, i, parts, ascii));
  for (std::size_t i = 0; parts.beside && i < rows.size() && i < preview.size(); ++i)
    rows[i].to(parts.table + 2).add(preview[i]);
  for (Row& row : rows) frame.rows.push_back(std::move(row));
  for (int i = 0; !parts.beside && i < parts.preview_rows; ++i) {
    Row row;
    if (i == 0) row.to(1).add(glyphs(ascii).rule, dim_style);
    else if (i - 1 < static_cast<int>(preview.size())) row.to(3).add(preview[static_cast<std::size_t>(i) - 1]);
    frame.rows.push_back(std::move(row));
  }
}

}  // namespace

int browse_rows(Size size) { return parts_of(size).rows; }

Frame render_browse(const BrowseState& state, Size size, bool ascii) {
  Frame frame{size, {}};
  if (size.width < 20 || size.height < 5) {
    frame.rows.resize(static_cast<std::size_t>(std::max(1, size.height)));
    frame.rows[0].add("too small").fit(size.width, ascii);
    return frame;
  }
  frame.rows.push_back(bar(state, size.width, ascii));
  const Parts parts = parts_of(size);
  if (state.mode == BrowseState::Mode::help) add_page(frame, help_rows(), size.height - 3, state.scrolled);
  else if (state.mode == BrowseState::Mode::card) add_page(frame, card_lines_of(state, size.width - 1, ascii), size.height - 3, state.scrolled);
  else add_table(frame, state, parts, ascii);
  frame.rows.push_back(notice_row(state));
  frame.rows.push_back(keys_row(state, size.width));
  for (Row& row : frame.rows) row.fit(size.width, ascii);
  frame.rows.resize(static_cast<std::size_t>(size.height));
  return frame;
}

}  // namespace ebb
