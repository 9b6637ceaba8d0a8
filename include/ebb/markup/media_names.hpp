// The pictures and sounds that a card's text names.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

/// A picture, sound or film in a text. The name is as written: anybody's bytes, no path and no option of anything.
struct MediaName {
  enum class Kind { picture, sound, video } kind = Kind::picture;
  std::string name;
  std::string label;  ///< what is said instead of it: the `alt` of Markdown; else the name
  bool operator==(const MediaName&) const = default;
};

/// In their order, at most 32: `![alt](name)`, `<img src="name">`, `[sound:name]`, and `[image: name]`,
/// `[audio: name]`, `[video: name]` as imports write them. A name with a line break in it is none.
std::vector<MediaName> media_names(std::string_view text);

/// Whether it is an address on the web, which is shown and never fetched.
bool is_web_address(std::string_view name);

}  // namespace ebb
