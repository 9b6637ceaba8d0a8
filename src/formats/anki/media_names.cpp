// Looking for names without understanding the HTML around them: one too many does no harm.
#include "formats/anki/media_names.hpp"

#include <algorithm>
#include <array>

#include "ebb/text/unicode.hpp"
#include "formats/html_text.hpp"
#include "formats/intake.hpp"

namespace ebb {
namespace {

struct Frame {
  std::string_view before, after;  // `after`: what ends a name without quotes
};

constexpr std::array<Frame, 6> frames{
    {{"[sound:", "]"}, {"src=", " >"}, {"SRC=", " >"}, {"data=", " >"}, {"url(", ")"}, {"poster=", " >"}}};

void keep(std::string_view raw, std::set<std::string, std::less<>>& names) {
  const std::string name = to_nfc(valid_utf8(decode_entities(raw)));
  if (!blank(name)) names.insert(name);
}

void find_framed(std::string_view html, const Frame& frame, std::set<std::string, std::less<>>& names) {
  for (std::size_t at = html.find(frame.before); at != std::string_view::npos; at = html.find(frame.before, at + 1)) {
    std::size_t begin = at + frame.before.size();
    const bool quoted = begin < html.size() && (html[begin] == '"' || html[begin] == '\'');
    if (quoted) ++begin;
    const std::size_t end = quoted ? html.find(html[begin - 1], begin) : html.find_first_of(frame.after, begin);
    if (end == std::string_view::npos) return;
    keep(html.substr(begin, end - begin), names);
  }
}

}  // namespace

void find_media_names(std::string_view html, std::set<std::string, std::less<>>& names) {
  for (const Frame& frame : frames) find_framed(html, frame, names);
}

}  // namespace ebb
