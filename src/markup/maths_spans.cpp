// Finds maths by its marks. A dollar is also a price and a shell variable.
#include <algorithm>
#include <array>

#include "ebb/markup/maths.hpp"
#include "markup/code_ranges.hpp"
#include "markup/maths_parser.hpp"

namespace ebb {
namespace {

constexpr std::size_t longest = 6000;
constexpr auto npos = std::string_view::npos;

bool blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t';
}
bool alphanumeric(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
bool letter(char byte) {
  return alphanumeric(byte) && byte > '9';
}

// Whether what stands between two dollars is a formula and not prose between two prices.
bool reads_as_maths(std::string_view inside, char after) {
  if (inside.find_first_of("\\^_{=<>+|") != npos) return true;
  std::size_t word = 0, longest_word = 0;
  for (const char byte : inside) longest_word = std::max(longest_word, word = letter(byte) ? word + 1 : 0);
  if (longest_word == 2 && inside.find(' ') != npos) return false;
  if (longest_word <= 2) return !(alphanumeric(after) && inside.size() > 1);
  const bool single = std::all_of(inside.begin(), inside.end(), letter);
  return single && longest_word <= 4 && !alphanumeric(after);
}

// Where the formula that begins with the dollar at `at` ends; npos if it is none.
std::size_t dollar_end(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || blank(text[at + 1]) || text[at + 1] == '$') return npos;
  for (std::size_t end = at + 1; end < text.size() && end - at < longest; ++end) {
    if (text[end] == '\\') {
      ++end;
      continue;
    }
    if (text[end] == '\n' && end + 1 < text.size() && text[end + 1] == '\n') return npos;
    if (text[end] != '$') continue;
    const char after = end + 1 < text.size() ? text[end + 1] : ' ';
    if (blank(text[end - 1]) || (after >= '0' && after <= '9')) return npos;
    return reads_as_maths(text.substr(at + 1, end - at - 1), after) ? end : npos;
  }
  return npos;
}

struct Marks {
  std::string_view open, close;
  bool display;
};
constexpr std::array<Marks, 8> marks = {{{"$$", "$$", true},
                                         {"\\(", "\\)", false},
                                         {"\\[", "\\]", true},
                                         {"[$$]", "[/$$]", true},
                                         {"[$]", "[/$]", false},
                                         {"[latex]", "[/latex]", true},
                                         {"<anki-mathjax>", "</anki-mathjax>", false},
                                         {"<anki-mathjax block=\"true\">", "</anki-mathjax>", true}}};
constexpr std::array<std::string_view, 12> displays = {"align",   "align*",    "aligned", "equation", "equation*", "gather",
                                                       "gather*", "eqnarray",  "eqnarray*", "multline", "multline*", "displaymath"};

std::optional<MathsSpan> marked(std::string_view text, std::size_t at) {
  for (const Marks& each : marks) {
    if (!text.substr(at).starts_with(each.open)) continue;
    const std::size_t begin = at + each.open.size();
    const std::size_t end = text.substr(0, begin + longest).find(each.close, begin);
    if (end == npos || end == begin) continue;
    const std::string_view source = text.substr(begin, end - begin);
    // `\\[2pt]` ends a row, it begins no formula.
    if (each.open[0] == '\\' && at > 0 && text[at - 1] == '\\') return {};
    return MathsSpan{at, end + each.close.size(), source, each.display};
  }
  return {};
}

// `\begin{align}…\end{align}` without marks around it.
std::optional<MathsSpan> environment(std::string_view text, std::size_t at) {
  constexpr std::string_view begin = "\\begin{";
  if (!text.substr(at).starts_with(begin)) return {};
  const std::size_t close = text.find('}', at);
  if (close == npos) return {};
  const std::string_view name = text.substr(at + begin.size(), close - at - begin.size());
  if (std::find(displays.begin(), displays.end(), name) == displays.end()) return {};
  const std::string last = "\\end{" + std::string(name) + "}";
  const std::size_t end = text.substr(0, at + longest).find(last, close);
  if (end == npos) return {};
  return MathsSpan{at, end + last.size(), text.substr(at, end + last.size() - at), true};
}

std::optional<MathsSpan> span_at(std::string_view text, std::size_t at) {
  if (auto span = marked(text, at)) return span;
  if (text[at] == '\\') return environment(text, at);
  if (text[at] != '$') return {};
  const std::size_t end = dollar_end(text, at);
  if (end == npos) return {};
  return MathsSpan{at, end + 1, text.substr(at + 1, end - at - 1), false};
}

// `[latex]$$…$$[/latex]`: the marks inside say what it is.
void take_inner_marks(MathsSpan& span) {
  std::string_view inside = span.source;
  while (!inside.empty() && blank(inside.front())) inside.remove_prefix(1);
  while (!inside.empty() && blank(inside.back())) inside.remove_suffix(1);
  span.source = inside;
  if (inside.size() < 2) return;
  const auto inner = inside[0] == '$' || inside.starts_with("\\(") || inside.starts_with("\\[") ? span_at(inside, 0) : std::nullopt;
  if (!inner || inner->end != inside.size()) return;
  span.source = inner->source;
  span.display = inner->display;
}

}  // namespace

std::vector<MathsSpan> maths_spans(std::string_view text) {
  std::vector<MathsSpan> out;
  if (text.find_first_of("$\\") == npos && text.find("[latex]") == npos) return out;
  const std::vector<CodeRange> code = code_ranges(text);
  auto range = code.begin();
  for (std::size_t at = 0; at < text.size();) {
    while (range != code.end() && range->end <= at) ++range;
    if (range != code.end() && range->begin <= at) {
      at = range->end;
      continue;
    }
    const bool may_begin = text[at] == '$' || text[at] == '\\' || text[at] == '[' || text[at] == '<';
    auto span = may_begin ? span_at(text, at) : std::nullopt;
    if (span && range != code.end() && span->end > range->begin && text[at] == '$') span.reset();
    if (!span) {
      at += text.substr(at).starts_with("\\$") ? std::size_t{2} : std::size_t{1};
      continue;
    }
    take_inner_marks(*span);
    out.push_back(*span);
    at = span->end;
  }
  return out;
}

MathsRows maths_rows(std::string_view source, bool display) {
  const Box box = MathsParser(source, display).whole();
  return {box.rows, box.base};
}

}  // namespace ebb
