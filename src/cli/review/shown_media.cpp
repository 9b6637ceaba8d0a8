// What o and r do, and pictures drawn by chafa beside the review.
#include "cli/review/shown_media.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/system/environment.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Millis longest_drawing{3000};
constexpr std::size_t most_sent_bytes = std::size_t{4} << 20;
constexpr std::size_t most_drawn_bytes = std::size_t{1} << 20;

std::string shown_name(const MediaName& media) {
  return one_line(media.name.substr(0, 200));
}

std::string not_here(const MediaName& media) {
  if (is_web_address(media.name)) return "It is on the web, and nothing is fetched: " + shown_name(media);
  return "The collection does not have it: " + shown_name(media);
}

// ` (2 of 3)` where there are several.
std::string which(std::size_t at, std::size_t of) {
  return of > 1 ? fmt::format(" ({} of {})", at + 1, of) : std::string();
}

std::vector<MediaName> only(const std::vector<MediaName>& all, bool sounds) {
  std::vector<MediaName> out;
  for (const MediaName& one : all)
    if ((one.kind == MediaName::Kind::sound) == sounds) out.push_back(one);
  return out;
}

}  // namespace

ShownMedia::~ShownMedia() {
  for (const auto& program : opened_) program->let_go();
}

void ShownMedia::show(const std::string& card, const std::string& question, const std::string& answer) {
  if (card == card_ && question == question_ && answer == answer_) return;
  const bool another = card != card_ || (answer.empty() && !answer_.empty());
  const bool edited = !another && question != question_;
  if (another) {
    player_.reset();
    drawings_.clear();
  }
  card_ = card;
  question_ = question;
  answer_ = answer;
  // What came into sight last is meant first.
  std::vector<MediaName> all = media_names(answer);
  const std::vector<MediaName> asked = media_names(question);
  const bool sounds_new = !edited && !only(answer.empty() ? asked : all, true).empty();
  all.insert(all.end(), asked.begin(), asked.end());
  to_play_ = only(all, true);
  to_open_ = only(all, false);
  if (to_open_.empty()) to_open_ = to_play_;
  next_open_ = next_play_ = 0;
  if (wishes_.autoplay && sounds_new) play_one(to_play_[0]);
}

std::string ShownMedia::open() {
  if (to_open_.empty()) return "this card has no picture and no sound";
  opened_.erase(std::remove_if(opened_.begin(), opened_.end(), [](const auto& one) { return one->ended(); }),
                opened_.end());
  const std::size_t at = next_open_++ % to_open_.size();
  const MediaName& media = to_open_[at];
  const std::string ending = media_ending(media.name);
  if (is_web_address(media.name)) return not_here(media);
  if (ending.empty()) return "Only pictures, sounds and films are opened, and this is none: " + shown_name(media);
  const auto file = files_.file_to_open(media.name, ending);
  if (!file) return not_here(media);
  const auto words = opener_of(*file);
  if (!words) return "nothing here opens files: xdg-open, from the package xdg-utils, would";
  opened_.push_back(std::make_unique<DetachedProgram>(*words));
  return (opened_.back()->started() ? "Opened: " : "It cannot be opened: ") + shown_name(media) +
         which(at, to_open_.size());
}

std::string ShownMedia::play() {
  if (to_play_.empty()) return "this card has no sound";
  const std::size_t at = next_play_++ % to_play_.size();
  const std::string said = play_one(to_play_[at]);
  return said.empty() ? "Playing: " + shown_name(to_play_[at]) + which(at, to_play_.size()) : said;
}

// What went wrong; empty if it plays.
std::string ShownMedia::play_one(const MediaName& sound) {
  player_.reset();
  const auto file = is_web_address(sound.name) ? std::nullopt : files_.file(sound.name);
  if (!file) return not_here(sound);
  const auto words = player_of(*file, media_ending(sound.name));
  if (!words) return "nothing here plays sounds: mpv, ffplay, paplay (or aplay, for .wav) would";
  player_ = std::make_unique<DetachedProgram>(*words);
  return player_->started() ? std::string() : "It cannot be played: " + shown_name(sound);
}

std::optional<std::string> ShownMedia::png(const std::string& name) {
  if (!wishes_.pictures || !wishes_.kitty || is_web_address(name) || media_ending(name) != ".png") return {};
  auto bytes = files_.bytes(name);
  if (bytes && bytes->size() > most_sent_bytes) return {};
  return bytes;
}

std::optional<std::string> ShownMedia::drawn(const std::string& name, int columns, int rows) {
  if (!wishes_.pictures || is_web_address(name)) return {};
  const DrawnIn in{columns, rows, wishes_.colour, wishes_.ascii};
  Drawing& drawing = drawings_[name];
  if (drawing.in == in) {
    tend(drawing);
    return drawing.done && !drawing.done->empty() ? drawing.done : std::nullopt;
  }
  drawing = {};
  drawing.in = in;
  const auto file = files_.file(name);
  const auto words = file ? drawer_of(*file, in) : std::nullopt;
  drawing.since = steady_clock_ms();
  if (words)
    drawing.program = std::make_unique<DetachedProgram>(*words, DetachedProgram::Output::kept);
  else
    drawing.done = "";
  return {};
}

void ShownMedia::tend(Drawing& drawing) {
  if (!drawing.program) return;
  const bool over = drawing.program->ended();
  const std::string& text = drawing.program->output(most_drawn_bytes);
  const bool late = steady_clock_ms() - drawing.since > longest_drawing || text.size() >= most_drawn_bytes;
  if (!over && !late) return;
  drawing.done = over && !late && drawing.program->succeeded() ? text : std::string();
  drawing.program.reset();
}

bool ShownMedia::drawing() {
  return std::any_of(drawings_.begin(), drawings_.end(), [](const auto& one) { return one.second.program != nullptr; });
}

}  // namespace ebb
