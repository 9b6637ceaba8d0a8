// The programs, in the order in which they are tried. Their words are fixed but for a path of ours.
#include "cli/review/media_programs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ebb/system/detached.hpp"

namespace ebb {
namespace {

constexpr std::array<std::string_view, 33> endings{
    ".png", ".jpg", ".jpeg", ".gif",  ".webp", ".bmp",  ".tif", ".tiff", ".svg", ".avif", ".heic",
    ".mp3", ".ogg", ".oga",  ".opus", ".wav",  ".flac", ".m4a", ".aac",  ".aif", ".aiff", ".spx",
    ".mp4", ".m4v", ".webm", ".mkv",  ".mov",  ".avi",  ".mpg", ".mpeg", ".ogv", ".3gp",  ".ogx"};

struct Player {
  std::string_view name;
  std::array<std::string_view, 7> words;
};
// A file that says it is a list of addresses must not make them go and fetch.
constexpr std::array players{
    Player{"mpv", {"--no-video", "--no-terminal", "--ytdl=no", "--load-unsafe-playlists=no", "--"}},
    Player{"ffplay", {"-nodisp", "-autoexit", "-loglevel", "quiet", "-protocol_whitelist", "file", "-i"}},
    Player{"afplay", {}}, Player{"paplay", {}}, Player{"aplay", {"-q"}}};

}  // namespace

std::optional<ProgramWords> opener_of(const std::string& file) {
  for (const char* name : {"xdg-open", "open"})
    if (const auto program = program_in_path(name)) return ProgramWords{*program, file};
  return {};
}

std::optional<ProgramWords> player_of(const std::string& file, std::string_view ending) {
  for (const Player& player : players) {
    // It takes whatever it does not know for samples, which is loud.
    if (player.name == "aplay" && ending != ".wav") continue;
    const auto program = program_in_path(std::string(player.name));
    if (!program) continue;
    ProgramWords words{*program};
    for (const std::string_view word : player.words)
      if (!word.empty()) words.emplace_back(word);
    words.push_back(file);
    return words;
  }
  return {};
}

std::optional<ProgramWords> drawer_of(const std::string& file, const DrawnIn& in) {
  const auto program = program_in_path("chafa");
  if (!program) return {};
  ProgramWords words{*program,
                     "--format",
                     "symbols",
                     "--animate",
                     "off",
                     "--size",
                     fmt::format("{}x{}", in.columns, in.rows),
                     "--colors",
                     in.colour ? "256" : "none"};
  if (in.ascii) words.insert(words.end(), {"--symbols", "ascii", "--fill", "ascii"});
  words.insert(words.end(), {"--", file});
  return words;
}

std::string media_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(name.substr(dot));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return std::find(endings.begin(), endings.end(), ending) != endings.end() ? ending : std::string();
}

}  // namespace ebb
