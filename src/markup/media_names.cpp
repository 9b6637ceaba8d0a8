// One pass over the text; every look ahead is bounded, so that no text takes long.
#include "ebb/markup/media_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace ebb {
namespace {

using Kind = MediaName::Kind;

constexpr std::size_t longest = 1024, most = 32;

struct MediaMark {
  std::string_view opening;
  Kind kind;
};
constexpr std::array media_marks{MediaMark{"[image:", Kind::picture}, MediaMark{"[sound:", Kind::sound},
                                 MediaMark{"[audio:", Kind::sound}, MediaMark{"[video:", Kind::video}};

std::string trimmed_name(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

// What stands before the next `end`; nothing if a line or the bound is over first.
std::optional<std::string_view> until(std::string_view text, std::string_view end) {
  text = text.substr(0, longest);
  const std::size_t at = text.find(end);
  if (at == std::string_view::npos || text.substr(0, at).find_first_of("\r\n") != std::string_view::npos) return {};
  return text.substr(0, at);
}

// `(name)`, `(<name>)`, `(name "title")`; parentheses within a name come in pairs.
std::optional<std::string> target(std::string_view text) {
  if (!text.starts_with('(')) return {};
  text.remove_prefix(1);
  if (text.starts_with('<')) {
    const auto name = until(text.substr(1), ">");
    return name ? std::optional(std::string(*name)) : std::nullopt;
  }
  int depth = 0;
  for (std::size_t at = 0; at < std::min(text.size(), longest); ++at) {
    const char c = text[at];
    if (c == '\n' || c == '\r') return {};
    if (c == '(') ++depth;
    if ((c == ')' && depth-- == 0) || c == ' ') return std::string(text.substr(0, at));
  }
  return {};
}

std::optional<MediaName> markdown_picture(std::string_view text) {
  const auto alt = until(text.substr(2), "](");
  if (!alt) return {};
  auto name = target(text.substr(2 + alt->size() + 1));
  if (!name || name->empty()) return {};
  std::string label(alt->empty() ? std::string_view(*name) : *alt);
  return MediaName{Kind::picture, std::move(*name), std::move(label)};
}

std::optional<MediaName> html_picture(std::string_view text) {
  const auto tag = until(text, ">");
  if (!tag) return {};
  const std::size_t src = tag->find(" src=");
  if (src == std::string_view::npos) return {};
  std::string_view value = tag->substr(src + 5);
  const bool quoted = value.starts_with('"') || value.starts_with('\'');
  const std::size_t end = quoted ? value.find(value[0], 1) : value.find_first_of(" /");
  value = quoted ? value.substr(1, std::min(end, value.size()) - 1) : value.substr(0, std::min(end, value.size()));
  if (value.empty()) return {};
  return MediaName{Kind::picture, std::string(value), std::string(value)};
}

std::optional<MediaName> bracketed(std::string_view text) {
  for (const MediaMark& mark : media_marks) {
    if (!text.starts_with(mark.opening)) continue;
    const auto inside = until(text.substr(mark.opening.size()), "]");
    std::string name = inside ? trimmed_name(*inside) : std::string();
    if (name.empty()) return {};
    return MediaName{mark.kind, name, name};
  }
  return {};
}

}  // namespace

std::vector<MediaName> media_names(std::string_view text) {
  std::vector<MediaName> found;
  for (std::size_t at = text.find_first_of("![<"); at != std::string_view::npos && found.size() < most;
       at = text.find_first_of("![<", at + 1)) {
    const std::string_view rest = text.substr(at);
    std::optional<MediaName> one;
    if (rest.starts_with("!["))
      one = markdown_picture(rest);
    else if (rest.starts_with("<img "))
      one = html_picture(rest);
    else if (rest.starts_with('['))
      one = bracketed(rest);
    if (one) found.push_back(std::move(*one));
  }
  return found;
}

bool is_web_address(std::string_view name) {
  return name.starts_with("http://") || name.starts_with("https://");
}

}  // namespace ebb
