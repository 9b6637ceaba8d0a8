// Setting one value in a TOML text. The new text is read again: only that one value may differ, or it is not given.
#include <fmt/format.h>

#include <algorithm>

#include "cli/config/toml_text.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

using Levels = std::vector<std::string>;

const TomlEntry* entry_of(const std::vector<TomlEntry>& entries, const Levels& levels) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& e) { return e.levels == levels; });
  return found == entries.end() ? nullptr : &*found;
}

Levels table_of(const Levels& levels) {
  return {levels.begin(), levels.end() - 1};
}

std::string header_of(const Levels& table) {
  std::string header;
  for (const std::string& level : table) header += (header.empty() ? "" : ".") + toml_level(level);
  return "[" + header + "]";
}

std::size_t line_end(const std::string& text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

// Where the first table begins: keys without a table stand before it.
std::size_t first_header(const std::string& text, const std::vector<TomlEntry>& entries) {
  std::size_t end = text.size();
  for (std::size_t at = 0; at < text.size(); at = line_end(text, at) + 1) {
    const std::size_t word = text.find_first_not_of(" \t", at);
    const bool inside = std::any_of(entries.begin(), entries.end(),
                                    [&](const TomlEntry& e) { return e.begin <= word && word < e.end; });
    if (word != std::string::npos && text[word] == '[' && !inside) return at;
  }
  return end;
}

std::string ended(std::string text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

std::string in_new_table(const std::string& text, const Levels& levels, const std::string& line) {
  const std::string before = ended(text);
  return before + (before.empty() ? "" : "\n") + header_of(table_of(levels)) + "\n" + line;
}

// Below the last value of its table; at the top without a table; else in a table at the end.
std::string inserted(const std::string& text, const std::vector<TomlEntry>& entries, const Levels& levels,
                     const std::string& value) {
  const std::string line = toml_level(levels.back()) + " = " + value + "\n";
  const TomlEntry* last = nullptr;
  for (const TomlEntry& entry : entries)
    if (table_of(entry.levels) == table_of(levels)) last = &entry;
  if (last != nullptr) {
    const std::size_t end = line_end(text, last->end);
    return ended(text.substr(0, end)) + line + (end < text.size() ? text.substr(end + 1) : "");
  }
  if (levels.size() > 1) return in_new_table(text, levels, line);
  const std::size_t at = first_header(text, entries);
  return ended(text.substr(0, at)) + line + (at < text.size() ? "\n" : "") + text.substr(at);
}

std::string without(const std::string& text, const TomlEntry& entry) {
  const std::size_t before = text.rfind('\n', entry.begin);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return text.substr(0, begin) + text.substr(std::min(line_end(text, entry.end) + 1, text.size()));
}

// Whether all values but that of `levels` are the same in both.
bool same_but(const std::vector<TomlEntry>& before, const std::vector<TomlEntry>& after, const Levels& levels) {
  const auto others = [&](const std::vector<TomlEntry>& entries) {
    std::vector<std::pair<Levels, Levels>> all;
    for (const TomlEntry& entry : entries)
      if (entry.levels != levels) all.emplace_back(entry.levels, entry.values);
    std::sort(all.begin(), all.end());
    return all;
  };
  return others(before) == others(after);
}

bool fits(const std::string& text, const std::vector<TomlEntry>& before, const Levels& levels, bool present) {
  try {
    const auto after = read_toml(text, "");
    return same_but(before, after, levels) && (entry_of(after, levels) != nullptr) == present;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::string with_toml_value(const std::string& text, const Levels& levels, const std::string& value,
                            const std::string& name) {
  const auto entries = read_toml(text, name);
  const TomlEntry* old = entry_of(entries, levels);
  if (old == nullptr && value.empty()) return text;
  std::string edited = text;
  if (old != nullptr && !value.empty())
    edited.replace(old->begin, old->end - old->begin, value);
  else if (old != nullptr)
    edited = without(text, *old);
  else
    edited = inserted(text, entries, levels, value);
  if (fits(edited, entries, levels, !value.empty())) return edited;
  // A table that has nothing but a header yet: the line goes below it, which a second header could not.
  if (old == nullptr && levels.size() > 1)
    if (const std::size_t at = text.find(header_of(table_of(levels))); at != std::string::npos) {
      const std::size_t end = line_end(text, at);
      edited = ended(text.substr(0, end)) + toml_level(levels.back()) + " = " + value + "\n" +
               (end < text.size() ? text.substr(end + 1) : "");
      if (fits(edited, entries, levels, true)) return edited;
    }
  throw Error(Exit::usage, fmt::format("{} is written in a way that cannot be changed in place. Change it with: ebb config "
                                       "edit",
                                       one_line(name)));
}

}  // namespace ebb
