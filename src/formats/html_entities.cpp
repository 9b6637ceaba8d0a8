// Character references of HTML. The two thousand names are gumbo's; the few that cards are full of are known here.
#include <gumbo.h>

#include <array>
#include <charconv>
#include <utility>

#include "ebb/text/unicode.hpp"
#include "formats/html_text.hpp"

namespace ebb {
namespace {

constexpr std::size_t longest_name = 32;

bool alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void append_code_point(std::string& out, std::uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80u | (code >> shift & 0x3Fu)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0u | code >> 6);
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0u | code >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0u | code >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

// `#39` or `#x27`, without & and ;.
bool append_number(std::string& out, std::string_view digits) {
  digits.remove_prefix(1);
  const bool base16 = digits.starts_with('x') || digits.starts_with('X');
  if (base16) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base16 ? 16 : 10);
  if (end != digits.data() + digits.size() || error == std::errc::invalid_argument) return false;
  append_code_point(out, error == std::errc() ? code : 0);
  return true;
}

// All text below a node that gumbo made of one reference: a tree of known depth.
void append_text(std::string& out, const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) out += node.v.text.text;
  if (node.type != GUMBO_NODE_ELEMENT) return;
  for (unsigned i = 0; i < node.v.element.children.length; ++i)
    append_text(out, *static_cast<const GumboNode*>(node.v.element.children.data[i]));
}

std::string named_by_gumbo(std::string_view reference) {
  GumboOutput* const parsed = gumbo_parse_with_options(&kGumboDefaultOptions, reference.data(), reference.size());
  std::string text;
  append_text(text, *parsed->root);
  gumbo_destroy_output(&kGumboDefaultOptions, parsed);
  return text;
}

bool append_named(std::string& out, std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> common{
      {{"nbsp", "\xC2\xA0"}, {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}}};
  for (const auto& [known, text] : common) {
    if (known != name) continue;
    out += text;
    return true;
  }
  const std::string reference = "&" + std::string(name) + ";";
  const std::string text = named_by_gumbo(reference);
  if (text.empty() || text == reference) return false;
  out += text;
  return true;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out += text.substr(at, mark - at);
    at = mark;
    if (at == text.size()) break;
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '#') ++end;
    while (end < text.size() && end - at <= longest_name && alphanumeric(text[end])) ++end;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const bool whole = !name.empty() && end < text.size() && text[end] == ';';
    const bool known = whole && (name[0] == '#' ? append_number(out, name) : append_named(out, name));
    if (!known) out += '&';
    at = known ? end + 1 : at + 1;
  }
  return out;
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  for (std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos; bad = first_invalid_utf8(text)) {
    out += text.substr(0, bad);
    out += "\xEF\xBF\xBD";
    text.remove_prefix(bad + 1);
    while (!text.empty() && (static_cast<unsigned char>(text[0]) & 0xC0u) == 0x80u) text.remove_prefix(1);
  }
  return out += text;
}

}  // namespace ebb
