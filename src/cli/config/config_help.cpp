// `ebb help config-keys`: every key with its help, its form and what is built in.
#include "cli/config/config_help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/config/config_keys.hpp"

namespace ebb {
namespace {

constexpr std::string_view opening =
    R"(The user's settings are in a TOML file; ebb paths says where. It need not exist.

  ebb config set review.grades 2    writes a line of it; comments and order stay
  ebb config edit                   the whole file, checked before it is kept
  ebb config list --origin          what is in force, and who set it

An option goes before the environment, the environment before the file, the file before what a deck sets (ebb help
settings), and that before what is built in.

)";

}  // namespace

std::string configuration_topic() {
  std::string text(opening);
  std::size_t width = 0;
  for (const ConfigKey& row : config_keys()) width = std::max(width, row.key.size());
  for (const ConfigKey& row : config_keys()) {
    const std::string built_in = row.built_in.empty() ? "" : fmt::format("; built in: {}", row.built_in);
    text += fmt::format("  {:<{}}  {} ({}{})\n", row.key, width, row.help, form_text(row), built_in);
  }
  return text;
}

}  // namespace ebb
