// Colour, character set and width, as the environment and the terminal say.
#include "cli/program/looks.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "cli/config/configuration.hpp"

namespace ebb {
namespace {

bool wants_colour(const World& world) {
  const std::string& given = world.globals.color;
  const std::string wish = given.empty() ? world.config().text("look.color") : given;
  if (wish != "auto") return wish == "always";
  return world.out_terminal && environment("TERM").value_or("dumb") != "dumb";
}

bool locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (const auto locale = environment(name)) {
      std::string lower = *locale;
      std::transform(lower.begin(), lower.end(), lower.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      return lower.find("utf-8") != std::string::npos || lower.find("utf8") != std::string::npos;
    }
  return false;
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return std::clamp(std::atoi(environment("COLUMNS").value_or("80").c_str()), 20, 10000);  // behind a pager
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

}  // namespace

std::string Looks::bold(std::string_view text) const {
  return colour ? "\x1b[1m" + std::string(text) + "\x1b[0m" : std::string(text);
}

std::string Looks::dim(std::string_view text) const {
  return colour ? "\x1b[2m" + std::string(text) + "\x1b[0m" : std::string(text);
}

std::string Looks::green(std::string_view text) const {
  return colour ? "\x1b[32m" + std::string(text) + "\x1b[0m" : std::string(text);
}

std::string Looks::drawn(std::string text) const {
  if (!ascii) return text;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> glyphs{
      {{"→", "->"}, {"×", "x"}, {" · ", ", "}, {"…", "..."}, {"–", "-"}, {"’", "'"}}};
  for (const auto& [from, to] : glyphs) replace_all(text, from, to);
  return text;
}

Looks looks_of(const World& world) {
  return {wants_colour(world), !locale_is_utf8(), world.out_terminal ? terminal_width() : 0};
}

int help_width() {
  constexpr int page = 78;
  return ::isatty(STDOUT_FILENO) == 1 || environment("COLUMNS") ? std::min(page, std::max(terminal_width() - 1, 30)) : page;
}

std::string bars(const std::vector<std::int64_t>& counts, bool ascii) {
  static constexpr std::array<std::string_view, 9> blocks{"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  static constexpr std::array<std::string_view, 9> letters{".", ":", "-", "=", "+", "*", "#", "%", "@"};
  std::int64_t most = 1;
  for (const std::int64_t count : counts) most = std::max(most, count);
  std::string line;
  for (const std::int64_t count : counts) {
    const std::int64_t height = count <= 0 ? 0 : (count * 8 + most - 1) / most;
    line += (ascii ? letters : blocks)[static_cast<std::size_t>(height)];
  }
  return line;
}

}  // namespace ebb
