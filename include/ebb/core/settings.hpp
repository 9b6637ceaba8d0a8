// The settings of a deck as people type them: a key and a value, and the parameters that they make.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/parameters.hpp"

namespace ebb {

/// One key that a deck can set.
struct SettingKey {
  std::string_view key;    ///< `retention`
  std::string_view form;   ///< how its value is written: `0.70 to 0.99`
  std::string_view help;   ///< one line
  bool schedule = true;    ///< whether a schedule depends on it: only those are what answers name
};

/// All keys, in the order of `ebb deck show`.
std::span<const SettingKey> setting_keys();

/// Sets a key. Throws `Error(Exit::usage)` for an unknown key, or a value that does not fit: with the form it has.
/// Whether a scheduler of that name exists is not known here.
void set_parameter(Parameters& parameters, std::string_view key, std::string_view value);

/// The value of a key as `set_parameter` reads it back.
std::string parameter_text(const Parameters& parameters, std::string_view key);

/// `1m 10m`, `12h`, `3d`; `none` for an empty list.
std::string steps_text(const std::vector<std::chrono::seconds>& steps);

}  // namespace ebb
