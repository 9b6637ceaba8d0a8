// Reading the user's file and asking for a value.
#include "cli/config/configuration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "cli/config/toml_text.hpp"
#include "cli/program/suggest.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

const ConfigKey& row_of(std::string_view key) {
  if (const ConfigKey* row = find_config_key(key)) return *row;
  throw std::logic_error("no row for the configuration key " + std::string(key));
}

std::string place(const std::string& path, const TomlEntry& entry) {
  return fmt::format("{}:{}", one_line(path), entry.line);
}

[[noreturn]] void refuse(const std::string& path, const TomlEntry& entry, const ConfigKey& row) {
  const bool list = entry.kind == TomlEntry::Kind::list;
  const std::string value = fmt::format("{}{}{}", list ? "[" : "", fmt::join(entry.values, ", "), list ? "]" : "");
  throw Error(Exit::usage, fmt::format("{}: {}", place(path, entry), unfit_text(row, one_line(entry.key()), value)));
}

std::vector<std::string> spelled_entry(const std::string& path, const TomlEntry& entry, const ConfigKey& row) {
  const bool list = entry.kind == TomlEntry::Kind::list;
  if (list != (row.shape == Shape::list) || entry.kind == TomlEntry::Kind::other) refuse(path, entry, row);
  if (row.shape == Shape::text && entry.kind != TomlEntry::Kind::text) refuse(path, entry, row);
  std::vector<std::string> values;
  for (const std::string& value : entry.values) {
    const auto spelled = spelled_value(row, value);
    if (!spelled) refuse(path, entry, row);
    values.push_back(*spelled);
  }
  return values;
}

std::string unknown_line(const std::string& path, const TomlEntry& entry) {
  std::vector<std::string_view> names;
  for (const ConfigKey& row : config_keys()) names.push_back(row.key);
  const std::string key = entry.key();
  return fmt::format("{}: there is no key `{}`; it is left aside.{}", place(path, entry), one_line(key),
                     did_you_mean(key, names));
}

std::optional<Configured> from_environment(const ConfigKey& row, std::string_view key) {
  for (const FromVariable& variable : row.variables) {
    const auto given = environment(std::string(variable.name).c_str());
    if (!given || (variable.zero_is_off && *given == "0")) continue;
    return Configured{std::string(key), {variable.value.empty() ? *given : std::string(variable.value)},
                      std::string(variable.name)};
  }
  return {};
}

// An option `--no-preview` takes what it names away; a flag's option without `no` sets it.
std::string told_by_option(const ConfigKey& row, const std::string& value) {
  if (row.shape != Shape::flag) return value;
  return row.flag.starts_with("--no-") ? "false" : "true";
}

}  // namespace

const Configuration& World::config() const {
  if (!read_config) {
    read_config = std::make_shared<const Configuration>(Configuration::read(config_path()));
    for (const std::string& line : read_config->unknown()) say(line);
  }
  return *read_config;
}

Calendar World::calendar() const {
  return Calendar(config().number("day.start").value_or(4));
}

std::string config_path() {
  if (const auto named = environment("EBB_CONFIG")) return *named;
  return user_folders().config + "/config.toml";
}

Configuration Configuration::read(const std::string& path) {
  Configuration configuration;
  if (!exists(path)) return configuration;
  constexpr std::size_t largest = std::size_t{1} << 20;
  for (const TomlEntry& entry : read_toml(read_file(path, largest), path)) {
    const ConfigKey* row = find_config_key(entry.levels);
    if (row == nullptr) {
      configuration.unknown_.push_back(unknown_line(path, entry));
      continue;
    }
    const std::string key = entry.key();
    configuration.file_[key] = {key, spelled_entry(path, entry, *row), place(path, entry)};
    configuration.order_.emplace_back(key, entry.levels);
  }
  return configuration;
}

Configuration Configuration::with(const Arguments& arguments) const {
  Configuration configuration = *this;
  for (const ConfigKey& row : config_keys()) {
    if (row.flag.empty() || !arguments.has(row.flag)) continue;
    const std::string given = told_by_option(row, arguments.value(row.flag).value_or(""));
    const auto value = spelled_value(row, given);
    if (!value) throw Error(Exit::usage, unfit_text(row, row.flag, given));
    configuration.options_[std::string(row.key)] = {std::string(row.key), {*value}, std::string(row.flag)};
  }
  return configuration;
}

Configured Configuration::find(std::string_view key) const {
  const ConfigKey& row = row_of(key);
  if (const auto given = options_.find(key); given != options_.end()) return given->second;
  if (auto told = from_environment(row, key)) return *told;
  if (const auto written = file_.find(key); written != file_.end()) return written->second;
  Configured built_in{std::string(key), {}, "built in"};
  if (!row.built_in.empty()) built_in.values.emplace_back(row.built_in);
  return built_in;
}

std::string Configuration::text(std::string_view key) const {
  const Configured found = find(key);
  return found.values.empty() ? std::string() : found.values.front();
}

std::optional<int> Configuration::number(std::string_view key) const {
  const std::string value = text(key);
  if (value.empty()) return {};
  return std::stoi(value);  // checked by its form; of `04:00` the hour
}

bool Configuration::flag(std::string_view key) const {
  return text(key) == "true";
}

std::optional<std::chrono::seconds> Configuration::duration(std::string_view key) const {
  return parse_duration(text(key));
}

std::vector<std::string> Configuration::list(std::string_view key) const {
  return find(key).values;
}

std::vector<Configuration::Named> Configuration::named(std::string_view pattern) const {
  const ConfigKey& row = row_of(pattern);
  std::vector<Named> all;
  for (const auto& [key, levels] : order_) {
    if (find_config_key(levels) != &row) continue;
    const std::size_t star = static_cast<std::size_t>(std::count(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(pattern.find('*')), '.'));
    all.push_back({levels[star], file_.find(key)->second});
  }
  return all;
}

}  // namespace ebb
