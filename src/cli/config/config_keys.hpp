// The keys of the configuration: one row each (config_keys.cpp), with the form of its values.
#pragma once
#include <chrono>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

// What a value looks like in the file: a string, one of some words, a whole number, true or false, a time such as "10m",
// an hour such as "04:00", a list of strings.
enum class Shape { text, word, number, flag, duration, hour, list };

// A variable of the environment that sets a key: to `value`, or to what it says where that is empty.
struct FromVariable {
  std::string_view name;
  std::string_view value = {};
  bool zero_is_off = false;  // `EBB_PLAIN=0` is as if it were unset
};

// One key. In `key` a level `*` stands for any name: `set.*.filter`.
struct ConfigKey {
  std::string_view key;
  Shape shape = Shape::text;
  std::span<const std::string_view> words = {};                // of Shape::word
  int least = 0, most = std::numeric_limits<int>::max();       // of Shape::number
  std::string_view built_in = {};                              // as in the file, without quotes; empty: none
  std::string_view help = {};
  std::string_view where = {};                                 // the verbs that heed it
  std::string_view flag = {};                                  // the option that sets it for once: `--grades`
  std::span<const FromVariable> variables = {};
};

std::span<const ConfigKey> config_keys();
// The row of `review.grades`, or of `set.morning.filter`; null if there is none.
const ConfigKey* find_config_key(std::string_view key);
const ConfigKey* find_config_key(std::span<const std::string> levels);
// `review.grades` taken apart as its row says: what stands for `*` may itself have dots. Throws Error(Exit::usage), with
// the nearest key that exists.
std::vector<std::string> config_levels(std::string_view key);

// How its values are written, for people: `2, 4 or 6`.
std::string form_text(const ConfigKey& key);
// `review.grades is `9`. It is 2, 4 or 6.`, with the word that was meant where one is near.
std::string unfit_text(const ConfigKey& key, std::string_view name, std::string_view value);
// The value in one spelling (`on` is `true`, `4:00` is `04:00`); nothing if it does not fit.
std::optional<std::string> spelled_value(const ConfigKey& key, std::string_view value);
// `90s`, `10m`, `2h`, `1d`, `1h30m`; nothing if it is not a time.
std::optional<std::chrono::seconds> parse_duration(std::string_view text);

}  // namespace ebb
