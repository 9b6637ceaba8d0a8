// Counts as aligned text.
#include "cli/review/due_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {

Millis time_to_go(const Counts& counts) {
  const int answers = counts.due + counts.drill + counts.fresh;
  return Millis{static_cast<std::int64_t>(answers * counts.seconds_per_answer * 1000)};
}

std::string counts_line(const Counts& counts, const Looks& looks) {
  std::string text = with_commas(counts.due) + " due";
  if (counts.drill > 0) text += fmt::format(" · {} to drill", with_commas(counts.drill));
  text += fmt::format(" · {} new", with_commas(counts.fresh));
  if (counts.deferred > 0) text += fmt::format(" · +{} deferred", with_commas(counts.deferred));
  const std::string line = looks.drawn(std::move(text));
  const int column = looks.width > 0 ? std::min(40, looks.width - 20) : 40;
  const std::string gap(static_cast<std::size_t>(std::max(2, column - cells(line))), ' ');
  return looks.bold(line) + gap + about_time(time_to_go(counts));
}

std::string deck_line(const DeckCounts& deck, int name_width, const Looks& looks) {
  const std::string name = cut(one_line(deck.name), name_width, looks.ascii);
  std::string line = "  " + name + std::string(static_cast<std::size_t>(std::max(0, name_width - cells(name))), ' ');
  line += fmt::format(" {:>6} due {:>6} new", with_commas(deck.due), with_commas(deck.fresh));
  if (deck.deferred > 0) line += fmt::format("   +{} deferred", with_commas(deck.deferred));
  if (deck.drill > 0) line += fmt::format(" {:>6} to drill", with_commas(deck.drill));
  return line;
}

int deck_name_width(const std::vector<DeckCounts>& rows, const Looks& looks) {
  int widest = 8, drill = 0;
  for (const DeckCounts& row : rows) widest = std::max(widest, cells(one_line(row.name))), drill += row.drill;
  const int numbers = drill > 0 ? 41 : 25;
  const int most = looks.width > 0 ? std::max(12, looks.width - numbers) : 60;
  return std::min(widest, most);
}

}  // namespace ebb
