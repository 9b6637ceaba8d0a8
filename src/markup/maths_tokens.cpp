// Commands, characters and marks.
#include "markup/maths_tokens.hpp"

#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

bool letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// The name of a command without its backslash: letters, or one other character.
std::string_view command_name(std::string_view after_backslash) {
  std::size_t size = 0;
  while (size < after_backslash.size() && letter(after_backslash[size])) ++size;
  if (size > 0) return after_backslash.substr(0, size);
  const auto all = clusters(after_backslash.substr(0, 16));
  return all.empty() ? std::string_view() : after_backslash.substr(0, all.front().bytes.size());
}

MathsToken::Kind kind_of(std::string_view cluster) {
  switch (cluster.size() == 1 ? cluster[0] : 'x') {
    case '{':
      return MathsToken::Kind::open;
    case '}':
      return MathsToken::Kind::close;
    case '^':
      return MathsToken::Kind::super;
    case '_':
      return MathsToken::Kind::sub;
    case '&':
      return MathsToken::Kind::column;
    case ' ':
    case '\n':
    case '~':
      return MathsToken::Kind::blank;
    default:
      return MathsToken::Kind::character;
  }
}

}  // namespace

std::vector<MathsToken> maths_tokens(std::string_view source) {
  std::vector<MathsToken> out;
  std::size_t skip_until = 0, at = 0;
  for (const Cluster& cluster : clusters(source)) {
    const std::size_t begin = at;
    at += cluster.bytes.size();
    if (begin < skip_until) continue;
    MathsToken token{kind_of(cluster.bytes), cluster.bytes, begin, at};
    if (cluster.bytes == "\\") {
      const std::string_view name = command_name(source.substr(at));
      token = {MathsToken::Kind::command, name, begin, at + name.size()};
      if (name == "\\") token.kind = MathsToken::Kind::row;
      skip_until = token.end;
    } else if (cluster.bytes == "%") {
      const std::size_t line = source.find('\n', at);
      skip_until = line == std::string_view::npos ? source.size() : line + 1;
      continue;
    }
    out.push_back(token);
  }
  out.push_back({MathsToken::Kind::end, {}, source.size(), source.size()});
  return out;
}

}  // namespace ebb
