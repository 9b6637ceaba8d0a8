// Asking for an option that was given.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/program/command.hpp"
#include "ebb/core/error.hpp"

namespace ebb {

bool Arguments::has(std::string_view name) const {
  return std::any_of(given.begin(), given.end(), [&](const Given& one) { return one.name == name; });
}

std::optional<std::string> Arguments::value(std::string_view name) const {
  const auto found = std::find_if(given.rbegin(), given.rend(), [&](const Given& one) { return one.name == name; });
  if (found == given.rend()) return {};
  return found->value;
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  std::vector<std::string> all;
  for (const Given& one : given)
    if (one.name == name) all.push_back(one.value);
  return all;
}

std::optional<int> Arguments::number(std::string_view name) const {
  const auto text = value(name);
  if (!text) return {};
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{} || end != text->data() + text->size() || number < 0)
    throw Error(Exit::usage, fmt::format("{} is `{}`. It takes a whole number, 0 or more.", name, *text));
  return number;
}

}  // namespace ebb
