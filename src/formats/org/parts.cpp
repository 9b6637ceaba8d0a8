// Cutting the lines of org files.
#include "formats/org/parts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "formats/intake.hpp"
#include "formats/json/values.hpp"

namespace ebb {
namespace {

constexpr int most_number = 500;

// Takes `:a:b:` off the end of a title.
void take_tags(std::string_view& title, OrgHeading& heading) {
  const std::size_t at = title.find_last_of(" \t");
  std::string_view last = at == std::string_view::npos ? title : title.substr(at + 1);
  if (last.size() < 3 || last.front() != ':' || last.back() != ':') return;
  title = trimmed(title.substr(0, title.size() - last.size()));
  last.remove_prefix(1);
  while (!last.empty()) {
    const std::size_t end = last.find(':');
    const std::string_view tag = last.substr(0, end);
    if (tag == "fc")
      heading.card = true;
    else if (!tag.empty())
      heading.tags.emplace_back(tag);
    last.remove_prefix(end + 1);
  }
}

std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 3 || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

// The hole that begins with the `{{` at `at`; nothing if it is not well formed. `at` is moved past it.
std::optional<Hole> org_hole(std::string_view text, std::size_t& at, std::string& out, int next_number) {
  const std::size_t end = text.find_first_of("{}", at + 2);
  if (end == std::string_view::npos || text[end] == '{') return std::nullopt;
  Hole hole;
  std::size_t rest = end + 1;
  if (text.substr(rest).starts_with('{')) {
    const std::size_t hint_end = text.find_first_of("{}", rest + 1);
    if (hint_end == std::string_view::npos || text[hint_end] == '{') return std::nullopt;
    hole.hint = text.substr(rest + 1, hint_end - rest - 1);
    rest = hint_end + 1;
  }
  const std::size_t close = text.find_first_of("{}", rest);
  if (close == std::string_view::npos || text[close] == '{') return std::nullopt;
  const std::string_view mark = text.substr(rest, close - rest);
  int number = next_number;
  if (mark.starts_with('@')) {
    const auto position = small_number(mark.substr(1));
    if (!position) return std::nullopt;
    number = *position + 1;
  } else if (!mark.empty()) {
    return std::nullopt;
  }
  hole.numbers = {std::min(number, most_number)};
  hole.begin = out.size();
  out += text.substr(at + 2, end - at - 2);
  hole.end = out.size();
  at = close + 1;
  return hole;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  line = trimmed(line);
  if (!line.starts_with('|')) return cells;
  line.remove_prefix(1);
  while (!line.empty()) {
    const std::size_t end = std::min(line.find('|'), line.size());
    cells.push_back(trimmed(line.substr(0, end)));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return cells;
}

double number(std::string_view text, double least, double most) {
  const double value = std::strtod(std::string(text).c_str(), nullptr);
  return std::isfinite(value) ? std::clamp(value, least, most) : least;
}

}  // namespace

std::optional<OrgHeading> org_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('*'), line.size());
  if (level == 0 || level >= line.size() || line[level] != ' ' || level > 50) return std::nullopt;
  OrgHeading heading;
  heading.level = static_cast<int>(level);
  std::string_view title = trimmed(line.substr(level));
  for (const std::string_view word : {"TO" "DO ", "DONE ", "NEXT ", "WAITING "})
    if (title.starts_with(word)) title = trimmed(title.substr(word.size()));
  if (title.size() > 4 && title.starts_with("[#") && title[3] == ']') title = trimmed(title.substr(4));
  take_tags(title, heading);
  heading.title = title;
  return heading;
}

Cloze parse_org_cloze(std::string_view text) {
  Cloze cloze;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.substr(at).starts_with("{{")) {
      auto hole = org_hole(text, at, cloze.text, static_cast<int>(cloze.holes.size()) + 1);
      if (hole) {
        cloze.holes.push_back(std::move(*hole));
        continue;
      }
    }
    cloze.text += text[at++];
  }
  return cloze;
}

std::optional<OrgReview> org_review(std::string_view line) {
  const auto cells = cells_of(line);
  if (cells.size() < 5) return std::nullopt;
  OrgReview review;
  const auto position = small_number(cells[0]);
  if (cells[0] != "front" && cells[0] != "back" && !position) return std::nullopt;
  review.ordinal = cells[0] == "back" ? 1 : position.value_or(0);
  Memory memory;
  const int box = static_cast<int>(std::floor(number(cells[2], -1, 1000)));
  memory.interval = static_cast<int>(std::lround(number(cells[3], 0, longest_interval)));
  memory.due = parse_date(cells[4].substr(0, 10));
  if (!memory.due) return std::nullopt;
  if (box <= 0 && memory.interval == 0) return review;
  memory.interval = std::max(1, memory.interval);
  memory.ease = static_cast<int>(std::lround(number(cells[1], 1.3, 100) * 100));
  memory.repetitions = likely_repetitions(memory.interval);
  memory.reviews = std::max(memory.repetitions, box);
  memory.last = *memory.due - std::chrono::days(memory.interval);
  review.memory = memory;
  return review;
}

}  // namespace ebb
