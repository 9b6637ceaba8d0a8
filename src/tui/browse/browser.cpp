// The table of cards: searching, choosing, and what its keys do.
#include "tui/browse/browser.hpp"

#include <algorithm>
#include <array>

#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"

namespace ebb {
namespace {

constexpr std::size_t asked_above = 20;
constexpr std::array columns{SortBy::added, SortBy::state, SortBy::due,  SortBy::interval,
                             SortBy::ease,  SortBy::lapses, SortBy::deck, SortBy::question};
constexpr std::array<std::string_view, 8> column_names{"when they were added", "state", "due day", "interval",
                                                       "ease", "lapses", "deck", "question"};

bool is_text(const Key& key, char32_t code) { return key.kind == Key::Kind::text && key.code == code; }
bool is_control(const Key& key, char32_t code) { return key.kind == Key::Kind::control && key.code == code; }

void append_code_point(std::string& text, char32_t code) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0 | (code >> 6));
  } else {
    if (code < 0x10000) {
      byte(0xE0 | (code >> 12));
    } else {
      byte(0xF0 | (code >> 18));
      byte(0x80 | ((code >> 12) & 0x3F));
    }
    byte(0x80 | ((code >> 6) & 0x3F));
  }
  byte(0x80 | (code & 0x3F));
}

void drop_last(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
  if (!text.empty()) text.pop_back();
}

// The last word may be typed only half: it is the beginning of one until a blank follows.
std::string with_open_end(const std::string& filter) {
  const std::size_t start = filter.find_last_of(" (") + 1;
  const std::string word = filter.substr(start);
  const bool plain = !word.empty() && word.find_first_of(":*\"\\)@<>=") == std::string::npos;
  return plain && word != "and" && word != "or" && word != "not" ? filter + "*" : filter;
}

// Typing into a line; whether it changed.
bool type(std::string& line, const Key& key) {
  const std::string before = line;
  if (key.kind == Key::Kind::text) append_code_point(line, key.code);
  if (key.kind == Key::Kind::backspace) drop_last(line);
  if (is_control(key, 'u')) line.clear();
  if (is_control(key, 'w')) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
    while (!line.empty() && line.back() != ' ') drop_last(line);
  }
  return line != before;
}

}  // namespace

Browser::Browser(const BrowseSource& source, const BrowseScreenOptions& options) : source_(source), ascii_(options.ascii) {
  state_.filter = options.filter;
  state_.today = options.today;
}

void Browser::tell(const std::string& notice, bool wrong) {
  state_.notice = notice;
  state_.wrong = wrong;
}

template <typename Do>
void Browser::try_to(Do action) {
  try {
    action();
  } catch (const Error& error) {
    const std::string what = error.what();
    tell(what.substr(0, what.find('\n')), true);
  }
}

void Browser::search(const std::function<bool()>& go_on) {
  state_.searching = true;
  wants_search_ = false;
  // What cannot be read is told in the bar, and the last good result stays in the table.
  try_to([&] {
    auto found = source_.find(with_open_end(state_.filter), state_.by, state_.descending, go_on);
    wants_search_ = !found;
    if (!found) return;
    const CardId here = at_ < static_cast<std::int64_t>(cards_.size()) ? cards_[static_cast<std::size_t>(at_)] : CardId{};
    cards_ = std::move(*found);
    range_from_.reset();
    const auto same = std::find(cards_.begin(), cards_.end(), here);
    at_ = same == cards_.end() ? 0 : same - cards_.begin();
    if (state_.wrong) tell({});
    state_.searching = false;
  });
}

std::optional<Left> Browser::press(const Key& key) {
  if (is_control(key, 'c')) return Left::interrupted;
  switch (state_.mode) {
    case Mode::table: return press_table(key);
    case Mode::filter: press_filter(key); break;
    case Mode::prompt: press_prompt(key); break;
    case Mode::confirm: press_confirm(key); break;
    case Mode::card:
    case Mode::help: press_page(key); break;
  }
  return {};
}

std::optional<Left> Browser::press_table(const Key& key) {
  if (!state_.wrong) tell({});
  if (is_text(key, 'q')) return Left::finished;
  if (move(key) || deed(key)) return {};
  if (is_text(key, '/')) state_.mode = Mode::filter;
  else if (is_text(key, '?')) state_.mode = Mode::help;
  else if (key.kind == Key::Kind::enter && !cards_.empty()) state_.mode = Mode::card;
  else if (is_text(key, ' ')) choose_here();
  else if (is_text(key, 'v')) choose_range();
  else if (is_text(key, 'a')) choose_all();
  else if (is_text(key, '<')) sort_by(-1);
  else if (is_text(key, '>')) sort_by(+1);
  else if (is_text(key, 'o')) {
    state_.descending = !state_.descending;
    wants_search_ = true;
  } else if (!is_control(key, 'l') && key.kind != Key::Kind::escape) {
    tell("? for keys");
  }
  state_.scrolled = 0;
  return {};
}

void Browser::go(std::int64_t to) {
  at_ = std::clamp<std::int64_t>(to, 0, std::max<std::int64_t>(0, static_cast<std::int64_t>(cards_.size()) - 1));
}

bool Browser::move(const Key& key) {
  using Kind = Key::Kind;
  if (key.kind == Kind::down || is_text(key, 'j')) go(at_ + 1);
  else if (key.kind == Kind::up || is_text(key, 'k')) go(at_ - 1);
  else if (key.kind == Kind::page_down || is_control(key, 'f')) go(at_ + page_);
  else if (key.kind == Kind::page_up || is_control(key, 'b')) go(at_ - page_);
  else if (is_control(key, 'd')) go(at_ + page_ / 2);
  else if (is_control(key, 'u')) go(at_ - page_ / 2);
  else if (key.kind == Kind::home || is_text(key, 'g')) go(0);
  else if (key.kind == Kind::end || is_text(key, 'G')) go(static_cast<std::int64_t>(cards_.size()));
  else return false;
  return true;
}

bool Browser::deed(const Key& key) {
  const bool back = is_text(key, 'u'), again = is_control(key, 'r');
  if (back || again) {
    try_to([&] { tell(back ? source_.undo() : source_.redo()), wants_search_ = true; });
    return true;
  }
  if (meant().empty()) return false;
  if (is_text(key, 't')) ask_text(BrowseDeed::tag, "Tags, +new,-old:");
  else if (is_text(key, 'd')) ask_text(BrowseDeed::move, "Move to the deck:");
  else if (is_text(key, 's')) ask(BrowseDeed::suspend, "Suspend");
  else if (is_text(key, 'S')) ask(BrowseDeed::resume, "Resume");
  else if (is_text(key, 'b')) ask(BrowseDeed::bury, "Bury until tomorrow");
  else if (is_text(key, 'm')) ask(BrowseDeed::mark, "Mark");
  else if (is_text(key, 'M')) ask(BrowseDeed::unmark, "Take the marks off");
  else if (is_text(key, 'r')) ask(BrowseDeed::reset, "Make new again");
  else if (is_text(key, 'D')) ask(BrowseDeed::remove, "Delete");
  else if (is_text(key, 'e')) wants_editor_ = true;
  else return false;
  return true;
}

std::vector<CardId> Browser::meant() const {
  if (!chosen_.empty()) return {chosen_.begin(), chosen_.end()};
  if (cards_.empty()) return {};
  return {cards_[static_cast<std::size_t>(at_)]};
}

void Browser::choose_here() {
  if (cards_.empty()) return;
  const CardId here = cards_[static_cast<std::size_t>(at_)];
  if (chosen_.erase(here) == 0) chosen_.insert(here);
  go(at_ + 1);
}

void Browser::choose_range() {
  if (cards_.empty()) return;
  if (!range_from_) {
    range_from_ = at_;
    tell("Go to the other end, and v again.");
    return;
  }
  const auto [low, high] = std::minmax(*range_from_, at_);
  for (std::int64_t i = low; i <= high; ++i) chosen_.insert(cards_[static_cast<std::size_t>(i)]);
  range_from_.reset();
}

void Browser::choose_all() {
  if (!chosen_.empty()) chosen_.clear();
  else chosen_.insert(cards_.begin(), cards_.end());
}

void Browser::ask(BrowseDeed deed, const std::string& question) {
  deed_ = deed;
  const std::size_t count = meant().size();
  const bool sure = deed != BrowseDeed::remove && deed != BrowseDeed::reset && count <= asked_above;
  if (sure) return act(deed, {});
  state_.asks = question + " " + counted(static_cast<std::int64_t>(count), "card") + "?";
  state_.mode = Mode::confirm;
}

void Browser::ask_text(BrowseDeed deed, const std::string& question) {
  deed_ = deed;
  state_.asks = question;
  state_.typed.clear();
  state_.mode = Mode::prompt;
}

void Browser::act(BrowseDeed deed, const std::string& text) {
  state_.mode = Mode::table;
  try_to([&] {
    tell(source_.act(deed, meant(), text));
    if (deed == BrowseDeed::remove) chosen_.clear();
    wants_search_ = true;
  });
}

void Browser::press_filter(const Key& key) {
  if (key.kind == Key::Kind::enter || key.kind == Key::Kind::escape || key.kind == Key::Kind::down) {
    state_.mode = Mode::table;
  } else if (type(state_.filter, key)) {
    wants_search_ = true;
    state_.searching = true;
  }
}

void Browser::press_prompt(const Key& key) {
  if (key.kind == Key::Kind::escape) {
    state_.mode = Mode::table;
  } else if (key.kind == Key::Kind::enter) {
    if (state_.typed.empty()) state_.mode = Mode::table;
    else act(deed_, state_.typed);
  } else {
    type(state_.typed, key);
  }
}

void Browser::press_confirm(const Key& key) {
  if (is_text(key, 'y') || is_text(key, 'Y')) return act(deed_, {});
  if (is_text(key, 'n') || is_text(key, 'N') || key.kind == Key::Kind::escape) {
    state_.mode = Mode::table;
    tell("Nothing was changed.");
  }
}

void Browser::press_page(const Key& key) {
  if (is_text(key, 'j') || key.kind == Key::Kind::down) ++state_.scrolled;
  else if (is_text(key, 'k') || key.kind == Key::Kind::up) state_.scrolled = std::max(0, state_.scrolled - 1);
  else if (key.kind == Key::Kind::page_down || is_text(key, ' ')) state_.scrolled += page_;
  else if (key.kind == Key::Kind::page_up) state_.scrolled = std::max(0, state_.scrolled - page_);
  else if (!is_control(key, 'l')) state_.mode = Mode::table;
}

void Browser::sort_by(int step) {
  const auto here = std::find(columns.begin(), columns.end(), state_.by) - columns.begin();
  const auto count = static_cast<std::ptrdiff_t>(columns.size());
  const auto next = static_cast<std::size_t>((here + step + count) % count);
  state_.by = columns[next];
  wants_search_ = true;
  tell("Sorted by " + std::string(column_names[next]) + ".");
}

void Browser::edit_now() {
  wants_editor_ = false;
  if (cards_.empty()) return;
  try_to([&] { source_.edit(cards_[static_cast<std::size_t>(at_)]); });
  wants_search_ = true;
}

Frame Browser::frame(Size size) {
  page_ = browse_rows(size);
  first_ = std::clamp<std::int64_t>(first_, at_ - page_ + 1, at_);
  first_ = std::max<std::int64_t>(0, first_);
  state_.rows.clear();
  const auto end = std::min<std::int64_t>(first_ + page_, static_cast<std::int64_t>(cards_.size()));
  for (std::int64_t i = first_; i < end; ++i) {
    const CardId id = cards_[static_cast<std::size_t>(i)];
    // One that another terminal deleted meanwhile leaves an empty row until the next search.
    auto card = source_.card(id);
    const bool in_range = range_from_ && i >= std::min(*range_from_, at_) && i <= std::max(*range_from_, at_);
    state_.rows.push_back({card ? std::move(*card) : CardView{}, chosen_.contains(id) || in_range});
  }
  state_.at = static_cast<int>(at_ - first_);
  state_.found = static_cast<std::int64_t>(cards_.size());
  state_.chosen = static_cast<std::int64_t>(chosen_.size());
  state_.picking = range_from_.has_value();
  return render_browse(state_, size, ascii_);
}

}  // namespace ebb
