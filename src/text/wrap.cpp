// Wrapping by clusters: hanging indents for lists, breaks between Chinese and Japanese characters.
#include "ebb/text/wrap.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace ebb {
namespace {

bool ascii_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// The bytes of a list mark with the blanks after it: `1) `, `12. `, `- `, `* `, `• `; 0 if there is none.
std::size_t mark_size(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && ascii_digit(line[at])) ++at;
  if (at > 0)
    at = at <= 3 && at < line.size() && (line[at] == ')' || line[at] == '.') ? at + 1 : 0;
  else if (line.starts_with("-") || line.starts_with("*"))
    at = 1;
  else if (line.starts_with("•"))
    at = std::string_view("•").size();
  const std::size_t text = line.find_first_not_of(' ', at);
  return at == 0 || text == at || text == std::string_view::npos ? 0 : text;
}

// How far the lines after the first are moved in. Never more than half the width, and two cells are left for a wide character.
int hanging_indent(std::string_view line, int width) {
  const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
  const int indent = cells(line.substr(0, start + mark_size(line.substr(start))));
  return indent <= width / 2 && indent <= width - 2 ? indent : 0;
}

std::int32_t first_point(const Cluster& cluster) {
  return code_point_at(cluster.bytes, 0).value;
}

bool is_one_of(std::u32string_view set, std::int32_t c) {
  return c >= 0 && set.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

// What must not begin a line, and what must not end one (the short form of kinsoku).
bool clings_to_the_left(const Cluster& cluster) {
  return is_one_of(U"、。，．・：；？！゛゜ヽヾゝゞ々ー）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…",
                   first_point(cluster));
}
bool clings_to_the_right(const Cluster& cluster) {
  return is_one_of(U"（〔［｛〈《「『【", first_point(cluster));
}

bool may_break_between(const Cluster& left, const Cluster& right) {
  if (right.blank) return false;
  if (left.blank) return true;
  const bool wide = left.cells == 2 || right.cells == 2;
  return wide && !clings_to_the_left(right) && !clings_to_the_right(left);
}

// How many clusters from `from` go on one line of `room` cells: at least one.
std::size_t line_end(const std::vector<Cluster>& all, std::size_t from, int room) {
  std::size_t end = from, last_break = from;
  for (int used = 0; end < all.size(); ++end) {
    if (end > from && may_break_between(all[end - 1], all[end])) last_break = end;
    used += all[end].cells;
    if (used > room) break;
  }
  if (end == all.size()) return end;
  // A blank that does not fit is where the line ends; blanks after it are dropped.
  if (all[end].blank && end > from) return end;
  if (last_break > from) return last_break;
  return std::max(end, from + 1);
}

std::size_t without_end_blanks(const std::vector<Cluster>& all, std::size_t from, std::size_t until) {
  while (until > from && all[until - 1].blank) --until;
  return until;
}

}  // namespace

std::vector<WrappedLine> wrap_line(std::string_view line, int width) {
  width = std::max(width, 1);
  const int indent = hanging_indent(line, width);
  const std::vector<Cluster> all = clusters(line);
  const auto offset = [&](std::size_t at) {
    return at < all.size() ? static_cast<std::size_t>(all[at].bytes.data() - line.data()) : line.size();
  };
  std::vector<WrappedLine> out;
  for (std::size_t from = 0; from < all.size();) {
    const bool first = from == 0;
    const std::size_t end = line_end(all, from, first ? width : width - indent);
    const std::size_t until = without_end_blanks(all, from, end);
    out.push_back({offset(from), offset(until), first || until == from ? 0 : indent});
    for (from = end; from < all.size() && all[from].blank;) ++from;
  }
  if (all.empty()) out.emplace_back();
  return out;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> out;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view whole = text.substr(start, end - start);
    for (const WrappedLine& line : wrap_line(whole, width))
      out.push_back(std::string(static_cast<std::size_t>(line.indent), ' ') +
                    std::string(whole.substr(line.begin, line.end - line.begin)));
    start = end + 1;
  }
  return out;
}

}  // namespace ebb
