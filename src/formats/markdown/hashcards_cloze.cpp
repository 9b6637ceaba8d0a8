// Brackets to holes and back.
#include "formats/markdown/hashcards_cloze.hpp"

namespace ebb {
namespace {

bool bracket(char c) {
  return c == '[' || c == ']';
}

// Where the picture `![…]` that begins at `at` ends, if no hole begins or ends before that; else `at`.
std::size_t end_of_picture(std::string_view text, std::size_t at, std::size_t next_mark) {
  if (!text.substr(at).starts_with("![")) return at;
  const std::size_t end = text.find_first_of("[]\\", at + 2);
  return end != std::string_view::npos && text[end] == ']' && end < next_mark ? end + 1 : at;
}

void append_text(std::string& out, std::string_view text, std::size_t begin, std::size_t end, bool in_hole) {
  for (std::size_t at = begin; at < end;) {
    const std::size_t picture = in_hole ? at : end_of_picture(text, at, end);
    if (picture > at) {
      out += text.substr(at, picture - at);
      at = picture;
      continue;
    }
    if (bracket(text[at])) out += '\\';
    out += text[at++];
  }
}

bool same(const Cloze& a, const Cloze& b) {
  if (a.text != b.text || a.holes.size() != b.holes.size()) return false;
  for (std::size_t i = 0; i < a.holes.size(); ++i) {
    const Hole &x = a.holes[i], &y = b.holes[i];
    if (x.begin != y.begin || x.end != y.end || x.numbers != y.numbers || x.hint != y.hint) return false;
  }
  return true;
}

}  // namespace

Cloze parse_hashcards_cloze(std::string_view text) {
  Cloze cloze;
  bool picture = false, open = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (c == '\\' && bracket(next)) {
      cloze.text += text[++at];
    } else if (!open && !picture && c == '!' && next == '[') {
      picture = true;
      cloze.text += "![";
      ++at;
    } else if (!open && !picture && c == '[') {
      open = true;
      begin = cloze.text.size();
    } else if (open && c == ']') {
      open = false;
      const int number = static_cast<int>(cloze.holes.size()) + 1;
      if (cloze.text.size() > begin) cloze.holes.push_back({begin, cloze.text.size(), {number}, ""});
    } else {
      picture = picture && c != ']';
      cloze.text += c;
    }
  }
  if (open) cloze.text.insert(begin, 1, '[');
  return cloze;
}

std::optional<std::string> hashcards_cloze(const Cloze& cloze) {
  std::string out;
  std::size_t at = 0;
  for (const Hole& hole : cloze.holes) {
    if (hole.begin < at) return std::nullopt;
    append_text(out, cloze.text, at, hole.begin, false);
    out += '[';
    append_text(out, cloze.text, hole.begin, hole.end, true);
    out += ']';
    at = hole.end;
  }
  append_text(out, cloze.text, at, cloze.text.size(), false);
  if (cloze.holes.empty() || !same(parse_hashcards_cloze(out), cloze)) return std::nullopt;
  return out;
}

}  // namespace ebb
