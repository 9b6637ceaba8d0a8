// The forms of configuration values: told to people, checked, and brought into one spelling.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/config/config_keys.hpp"
#include "cli/program/suggest.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

std::optional<std::string> spelled_flag(std::string_view value) {
  if (value == "true" || value == "on" || value == "yes") return "true";
  if (value == "false" || value == "off" || value == "no") return "false";
  return {};
}

// `4`, `4:00` and `04:00`. Study days begin at a whole hour.
std::optional<std::string> spelled_hour(std::string_view value) {
  if (value.ends_with(":00")) value.remove_suffix(3);
  const auto hour = whole_number(value);
  if (!hour || *hour < 0 || *hour > 23) return {};
  return fmt::format("{:02}:00", *hour);
}

std::string words_text(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += fmt::format("{}{}", i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", words[i]);
  return text;
}

}  // namespace

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  std::int64_t seconds = 0;
  if (text.empty()) return {};
  while (!text.empty()) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0 || end == text.data() + text.size()) return {};
    const std::int64_t unit = *end == 's' ? 1 : *end == 'm' ? 60 : *end == 'h' ? 3600 : *end == 'd' ? 86400 : 0;
    if (unit == 0) return {};
    seconds += unit * number;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  }
  return std::chrono::seconds{seconds};
}

std::string form_text(const ConfigKey& key) {
  switch (key.shape) {
    case Shape::text: return "a text";
    case Shape::word: return words_text(key.words);
    case Shape::flag: return "true or false";
    case Shape::duration: return "a time like 30s, 10m or 2h";
    case Shape::hour: return "an hour like 04:00";
    case Shape::list: return "a list of texts";
    case Shape::number: break;
  }
  if (key.most == std::numeric_limits<int>::max()) return fmt::format("a whole number, {} or more", key.least);
  return fmt::format("a whole number from {} to {}", key.least, key.most);
}

std::string unfit_text(const ConfigKey& key, std::string_view name, std::string_view value) {
  return fmt::format("{} is `{}`.{} It is {}.", name, one_line(std::string(value)), did_you_mean(value, key.words),
                     form_text(key));
}

std::optional<std::string> spelled_value(const ConfigKey& key, std::string_view value) {
  switch (key.shape) {
    case Shape::text:
    case Shape::list: return std::string(value);
    case Shape::flag: return spelled_flag(value);
    case Shape::hour: return spelled_hour(value);
    case Shape::duration: return parse_duration(value) ? std::optional(std::string(value)) : std::nullopt;
    case Shape::word:
      if (std::find(key.words.begin(), key.words.end(), value) == key.words.end()) return {};
      return std::string(value);
    case Shape::number: break;
  }
  const auto number = whole_number(value);
  if (!number || *number < key.least || *number > key.most) return {};
  return std::to_string(*number);
}

}  // namespace ebb
