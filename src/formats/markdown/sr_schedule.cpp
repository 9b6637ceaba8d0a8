// Schedules from comments: SM-2's three numbers, or nine of FSRS.
#include "formats/markdown/sr_schedule.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "formats/json/values.hpp"

namespace ebb {
namespace {

constexpr std::string_view opening = "<!--SR:", closing = "-->";
// What the plugin writes for a side that was never asked.
constexpr std::string_view never = "2000-01-01";

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = std::min(text.find(at), text.size());
    parts.emplace_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

double number(const std::string& text) {
  const double value = std::strtod(text.c_str(), nullptr);
  return std::isfinite(value) ? value : 0;
}

int whole(const std::string& text, int least, int most) {
  return static_cast<int>(std::clamp(std::round(number(text)), static_cast<double>(least), static_cast<double>(most)));
}

std::optional<Memory> sm2(const std::vector<std::string>& fields) {
  Memory memory;
  memory.due = parse_date(fields[0].substr(0, 10));
  if (!memory.due) return std::nullopt;
  memory.interval = whole(fields[1], 1, longest_interval);
  memory.ease = whole(fields[2], 130, 10000);
  memory.last = *memory.due - std::chrono::days(memory.interval);
  memory.repetitions = likely_repetitions(memory.interval);
  memory.reviews = memory.repetitions;
  return memory;
}

// fsrs, due, interval, stability, difficulty, state, reps, lapses, learning steps, last review.
std::optional<Memory> fsrs(const std::vector<std::string>& fields) {
  constexpr std::size_t most = 9;
  if (fields.size() < most) return std::nullopt;
  Memory memory;
  memory.due = parse_date(fields[1].substr(0, 10));
  if (!memory.due) return std::nullopt;
  memory.interval = whole(fields[2], 1, longest_interval);
  memory.stability = std::clamp(number(fields[3]), 0.0, static_cast<double>(longest_interval));
  memory.difficulty = std::clamp(number(fields[4]), 1.0, 10.0);
  memory.reviews = whole(fields[6], 1, 1000000);
  memory.lapses = whole(fields[7], 0, 1000000);
  const bool learning = fields[5] == "1" || fields[5] == "3";
  memory.repetitions = learning ? 0 : likely_repetitions(memory.interval);
  memory.last = parse_date(fields.back().substr(0, 10));
  if (!memory.last) memory.last = *memory.due - std::chrono::days(memory.interval);
  return memory;
}

}  // namespace

std::vector<std::optional<Memory>> take_schedules(std::string& text, int& bad) {
  std::vector<std::optional<Memory>> list;
  const std::size_t begin = text.find(opening);
  if (begin == std::string::npos) return list;
  const std::size_t end = text.find(closing, begin);
  if (end == std::string::npos) return list;
  const std::string inside = text.substr(begin + opening.size(), end - begin - opening.size());
  text.erase(begin, end + closing.size() - begin);
  for (const std::string& entry : split(inside, '!')) {
    if (entry.empty()) continue;
    const std::vector<std::string> fields = split(entry, ',');
    const bool with_fsrs = fields[0] == "fsrs";
    const std::string& due = with_fsrs && fields.size() > 1 ? fields[1] : fields[0];
    const bool fresh = due.starts_with(never) || (with_fsrs && fields.size() > 5 && fields[5] == "0");
    std::optional<Memory> memory;
    if (!fresh && with_fsrs) memory = fsrs(fields);
    if (!fresh && !with_fsrs && fields.size() == 3) memory = sm2(fields);
    if (!fresh && !memory) ++bad;
    list.push_back(memory);
  }
  return list;
}

}  // namespace ebb
