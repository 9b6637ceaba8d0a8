// Cloze marks may lie within one another, ten deep.
#include "formats/anki/cloze_html.hpp"

#include <vector>

namespace ebb {
namespace {

constexpr std::size_t deepest_cloze = 10;

struct Level {
  std::string_view opening;  // `{{c1::`; empty for what is outside of all
  bool active = false;
  bool in_hint = false;
  std::string text, hint;
  std::string& current() { return in_hint ? hint : text; }
};

// The mark `{{c1,2::` that a text begins with; empty if there is none. Sets whether it is of the card.
std::string_view opening_of(std::string_view text, int number, bool& active) {
  active = false;
  if (!text.starts_with("{{c")) return {};
  std::size_t at = 3;
  while (at < text.size()) {
    int found = 0;
    const std::size_t digits = at;
    for (; at < text.size() && at - digits < 4 && text[at] >= '0' && text[at] <= '9'; ++at)
      found = found * 10 + (text[at] - '0');
    if (at == digits) return {};
    active = active || found == number;
    if (at < text.size() && text[at] == ',') {
      ++at;
      continue;
    }
    return text.substr(at).starts_with("::") ? text.substr(0, at + 2) : std::string_view{};
  }
  return {};
}

std::string shown(const Level& level, ClozeSide side) {
  if (!level.active || side != ClozeSide::question) return level.text;
  return "[" + (level.hint.empty() ? "…" : level.hint) + "]";
}

}  // namespace

std::string reveal_cloze(std::string_view html, int number, ClozeSide side) {
  if (html.find("{{c") == std::string_view::npos) return side == ClozeSide::only_hidden ? "" : std::string(html);
  std::vector<Level> levels(1);
  std::string hidden;
  for (std::size_t at = 0; at < html.size();) {
    const std::string_view rest = html.substr(at);
    bool active = false;
    const std::string_view opening =
        levels.size() <= deepest_cloze ? opening_of(rest, number, active) : std::string_view{};
    if (!opening.empty()) {
      levels.push_back({opening, active, false, "", ""});
      at += opening.size();
    } else if (levels.size() > 1 && rest.starts_with("}}")) {
      const Level done = std::move(levels.back());
      levels.pop_back();
      levels.back().current() += shown(done, side);
      if (done.active) hidden += (hidden.empty() ? "" : ", ") + done.text;
      at += 2;
    } else if (levels.size() > 1 && !levels.back().in_hint && rest.starts_with("::")) {
      levels.back().in_hint = true;
      at += 2;
    } else {
      levels.back().current() += html[at++];
    }
  }
  for (; levels.size() > 1; levels.pop_back()) {
    const Level& open = levels.back();
    std::string raw = std::string(open.opening) + open.text + (open.in_hint ? "::" + open.hint : "");
    levels[levels.size() - 2].current() += raw;
  }
  return side == ClozeSide::only_hidden ? hidden : std::move(levels.front().text);
}

}  // namespace ebb
