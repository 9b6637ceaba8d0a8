// Fences first, then backticks between them.
#include "markup/code_ranges.hpp"

#include <algorithm>

namespace ebb {
namespace {

constexpr auto npos = std::string_view::npos;

std::size_t run_of(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  return end - at;
}

// The fence that a line begins with: its sign and length; 0 if there is none.
std::size_t fence(std::string_view line, char& sign) {
  const std::size_t start = line.find_first_not_of(' ');
  if (start == npos || (line[start] != '`' && line[start] != '~')) return 0;
  sign = line[start];
  const std::size_t size = run_of(line, start);
  const bool closed_on_the_line = sign == '`' && line.find('`', start + size) != npos;
  return size >= 3 && !closed_on_the_line ? size : 0;
}

// Code spans between two fences.
void add_spans(std::string_view text, std::size_t from, std::size_t until, std::vector<CodeRange>& out) {
  for (std::size_t at = text.substr(0, until).find('`', from); at != npos;) {
    const std::size_t size = run_of(text, at);
    std::size_t close = at + size;
    // The closing run has the same length, in the same paragraph.
    const std::size_t last = std::min(until, close + 8000);
    while (close < last) {
      if (text[close] == '\n' && close + 1 < until && text[close + 1] == '\n') {
        close = last;
      } else if (text[close] == '`') {
        const std::size_t other = run_of(text, close);
        if (other == size) break;
        close += other;
      } else {
        ++close;
      }
    }
    if (close < last) out.push_back({at, close + size, false});
    at = text.substr(0, until).find('`', close < last ? close + size : at + size);
  }
}

}  // namespace

std::vector<CodeRange> code_ranges(std::string_view text) {
  std::vector<CodeRange> out;
  std::size_t prose = 0, begin = 0, size = 0;
  char sign = 0;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    char here = 0;
    const std::size_t found = fence(line, here);
    if (!open && found > 0) {
      add_spans(text, prose, at, out);
      begin = at, size = found, sign = here, open = true;
    } else if (open && found >= size && here == sign && line.find_last_not_of(" `~") == npos) {
      out.push_back({begin, end, true});
      prose = end, open = false;
    }
    at = end + 1;
  }
  if (open)
    out.push_back({begin, text.size(), true});
  else
    add_spans(text, prose, text.size(), out);
  return out;
}

}  // namespace ebb
