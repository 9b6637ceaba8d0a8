// Chemical formulas, as \ce{…} has them: numbers after a letter are low, charges high.
#include <string>

#include "markup/maths_letters.hpp"
#include "markup/maths_parser.hpp"

namespace ebb {
namespace {

bool digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

struct Arrow {
  std::string_view from, to;
};
constexpr Arrow arrows[] = {{"<=>>", "⇌"}, {"<<=>", "⇌"}, {"<-->", "⇄"}, {"<=>", "⇌"}, {"<->", "↔"},
                            {"->", "→"},   {"<-", "←"},   {"^", "↑"}};

// `^{2+}`, `^2-`, `_2`: what is raised or lowered, without braces.
std::string_view script_at(std::string_view source, std::size_t& at) {
  const std::size_t begin = ++at;
  if (begin < source.size() && source[begin] == '{') {
    const std::size_t close = std::min(source.find('}', begin), source.size());
    at = std::min(close + 1, source.size());
    return source.substr(begin + 1, close - begin - 1);
  }
  while (at < source.size() && digit(source[at])) ++at;
  if (at < source.size() && (source[at] == '+' || source[at] == '-')) ++at;
  return source.substr(begin, at - begin);
}

// A charge ends a formula: `Na+`, `Cl-`, `SO4^2-`.
bool is_charge(std::string_view source, std::size_t at, const std::string& before) {
  if (source[at] != '+' && source[at] != '-') return false;
  const bool after = at + 1 == source.size() || source[at + 1] == ' ' || source[at + 1] == ')' || source[at + 1] == ']';
  return after && !before.empty() && before.back() != ' ';
}

}  // namespace

std::string chemical_text(std::string_view source) {
  std::string out;
  for (std::size_t at = 0; at < source.size();) {
    const char c = source[at];
    bool arrow = false;
    for (const Arrow& known : arrows)
      if (source.substr(at).starts_with(known.from) && (known.from != "^" || (at + 1 == source.size() || source[at + 1] == ' '))) {
        out += known.to;
        at += known.from.size();
        arrow = true;
        break;
      }
    if (arrow) continue;
    if ((c == '^' || c == '_') && at + 1 < source.size()) {
      const std::string_view script = script_at(source, at);
      const auto small = c == '^' ? superscript(script) : subscript(script);
      out += small ? *small : c + std::string(script);
      continue;
    }
    const bool after_letter = !out.empty() && at > 0 && (letter(source[at - 1]) || source[at - 1] == ')' || source[at - 1] == ']' ||
                                                         (digit(source[at - 1]) && static_cast<unsigned char>(out.back()) >= 0x80));
    if (digit(c) && after_letter)
      out += *subscript(source.substr(at, 1));
    else if (is_charge(source, at, out))
      out += *superscript(source.substr(at, 1));
    else if (c != '{' && c != '}' && c != '$')
      out += c;
    ++at;
  }
  return out;
}

}  // namespace ebb
