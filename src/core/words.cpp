// Counts, intervals and durations in words.
#include "ebb/core/words.hpp"

namespace ebb {

std::string with_commas(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string counted(std::int64_t count, std::string_view noun) {
  std::string words = with_commas(count) + " " + std::string(noun);
  if (count == 1) return words;
  const bool entries = noun.size() > 1 && noun.back() == 'y' && std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
  if (!entries) return words + "s";
  words.pop_back();
  return words + "ies";
}

std::string days_text(int days) { return days == 0 ? "today" : counted(days, "day"); }

std::string days_short(int days) { return std::to_string(days) + "d"; }

namespace {

// Between two learning steps of today.
bool waits(const Memory& after, Day day) { return after.step > 0 && drills_on(after, day); }

int days_until_due(const Memory& after, Day day) {
  return after.due ? static_cast<int>((*after.due - day).count()) : after.interval;
}

}  // namespace

bool once_more(const Memory& after, Day day) { return after.step == 0 && drills_on(after, day); }

std::string when_text(const Memory& after, Day day) {
  return waits(after, day) ? duration_text(after.wait) : days_text(days_until_due(after, day));
}

std::string when_short(const Memory& after, Day day) {
  if (!waits(after, day)) return days_short(days_until_due(after, day));
  const auto seconds = after.wait.count();
  if (seconds < 60) return std::to_string(seconds) + "s";
  return seconds < 6000 ? std::to_string((seconds + 30) / 60) + "m" : std::to_string((seconds + 1800) / 3600) + "h";
}

std::string preview_text(const Memory& after, Day day) {
  return when_text(after, day) + (once_more(after, day) ? ", and again today" : "");
}

std::string duration_text(Millis duration) {
  const std::int64_t seconds = (duration.count() + 500) / 1000;
  if (seconds < 60) return std::to_string(seconds) + " s";
  const std::int64_t minutes = seconds / 60;
  if (minutes < 60) {
    const std::int64_t rest = seconds % 60;
    return std::to_string(minutes) + " min" + (rest ? " " + std::to_string(rest) + " s" : "");
  }
  const std::int64_t rest = minutes % 60;
  return std::to_string(minutes / 60) + " h" + (rest ? " " + std::to_string(rest) + " min" : "");
}

std::string about_time(Millis duration) {
  const std::int64_t minutes = (duration.count() + 30000) / 60000;
  if (minutes < 1) return "less than a minute";
  if (minutes < 90) return "about " + counted(minutes, "minute");
  return "about " + counted((minutes + 30) / 60, "hour");
}

}  // namespace ebb
