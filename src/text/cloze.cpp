// Marks of clozes, taken apart and put back.
#include "ebb/text/cloze.hpp"

#include <algorithm>
#include <set>

namespace ebb {
namespace {

constexpr std::string_view joiner = "\xE2\x81\xA0";  // U+2060
constexpr std::size_t deepest_hole = 10;
constexpr int most_number = 500;

// The numbers of a mark `{{c1,2::` at the start of a text, and its length; 0 if there is no mark.
std::size_t opening(std::string_view text, std::vector<int>& numbers) {
  numbers.clear();
  if (!text.starts_with("{{c")) return 0;
  std::size_t at = 3;
  while (true) {
    int number = 0;
    const std::size_t digits = at;
    while (at < text.size() && at - digits < 4 && text[at] >= '0' && text[at] <= '9')
      number = number * 10 + (text[at++] - '0');
    if (at == digits || number == 0) return 0;
    numbers.push_back(std::min(number, most_number));
    if (at < text.size() && text[at] == ',') {
      ++at;
      continue;
    }
    return text.substr(at).starts_with("::") ? at + 2 : 0;
  }
}

// Which marks are closed: the position of each opening that has an end.
std::set<std::size_t> closed_openings(std::string_view marked) {
  std::set<std::size_t> closed;
  std::vector<std::size_t> open;
  std::vector<int> numbers;
  for (std::size_t at = 0; at < marked.size();) {
    if (const std::size_t length = opening(marked.substr(at), numbers); length > 0 && open.size() < deepest_hole) {
      open.push_back(at);
      at += length;
    } else if (!open.empty() && marked.substr(at).starts_with("}}")) {
      closed.insert(open.back());
      open.pop_back();
      at += 2;
    } else {
      ++at;
    }
  }
  return closed;
}

// Whether a joiner stands between two signs that it keeps apart.
bool keeps_apart(std::string_view marked, std::size_t at) {
  if (at == 0 || at + joiner.size() >= marked.size() || !marked.substr(at).starts_with(joiner)) return false;
  const char before = marked[at - 1], after = marked[at + joiner.size()];
  return before == after && (before == ':' || before == '{' || before == '}');
}

// What stands between the marks, written so that it holds none.
void append_apart(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool sign = c == ':' || c == '{' || c == '}';
    if (sign && !out.empty() && out.back() == c) out += joiner;
    out += c;
  }
}

std::string number_list(const std::vector<int>& numbers) {
  std::string list;
  for (const int number : numbers) list += (list.empty() ? "" : ",") + std::to_string(number);
  return list;
}

bool hides(const Hole& hole, int number) {
  return std::find(hole.numbers.begin(), hole.numbers.end(), number) != hole.numbers.end();
}

}  // namespace

Cloze parse_cloze(std::string_view marked) {
  const std::set<std::size_t> closed = closed_openings(marked);
  struct Open {
    std::size_t hole;
    bool hint = false;
  };
  Cloze cloze;
  std::vector<Open> open;
  std::vector<int> numbers;
  for (std::size_t at = 0; at < marked.size();) {
    const bool in_hint = !open.empty() && open.back().hint;
    if (closed.count(at) > 0) {
      const std::size_t length = opening(marked.substr(at), numbers);
      open.push_back({cloze.holes.size(), false});
      cloze.holes.push_back({cloze.text.size(), 0, numbers, ""});
      at += length;
    } else if (!open.empty() && marked.substr(at).starts_with("}}")) {
      cloze.holes[open.back().hole].end = cloze.text.size();
      open.pop_back();
      at += 2;
    } else if (!open.empty() && !in_hint && marked.substr(at).starts_with("::")) {
      open.back().hint = true;
      at += 2;
    } else if (keeps_apart(marked, at)) {
      at += joiner.size();
    } else {
      (in_hint ? cloze.holes[open.back().hole].hint : cloze.text) += marked[at++];
    }
  }
  return cloze;
}

std::string cloze_source(const Cloze& cloze) {
  std::string out;
  std::vector<std::size_t> open;
  std::size_t at = 0, next = 0;
  const auto text_to = [&](std::size_t end) {
    append_apart(out, std::string_view(cloze.text).substr(at, end - at));
    at = end;
  };
  const auto close = [&] {
    const Hole& hole = cloze.holes[open.back()];
    text_to(hole.end);
    if (!hole.hint.empty()) {
      if (!out.empty() && out.back() == ':') out += joiner;
      out += "::";
      append_apart(out, hole.hint);
    }
    if (!out.empty() && out.back() == '}') out += joiner;
    out += "}}";
    open.pop_back();
  };
  while (next < cloze.holes.size()) {
    const Hole& hole = cloze.holes[next];
    while (!open.empty() && cloze.holes[open.back()].end <= hole.begin) close();
    text_to(hole.begin);
    if (!out.empty() && out.back() == '{') out += joiner;
    out += "{{c" + number_list(hole.numbers) + "::";
    open.push_back(next++);
  }
  while (!open.empty()) close();
  text_to(cloze.text.size());
  return out;
}

std::string cloze_question(const Cloze& cloze, int number) {
  std::string out;
  std::size_t at = 0;
  for (const Hole& hole : cloze.holes) {
    if (!hides(hole, number) || hole.begin < at) continue;
    out += cloze.text.substr(at, hole.begin - at);
    out += "[" + (hole.hint.empty() ? std::string("…") : hole.hint) + "]";
    at = hole.end;
  }
  return out + cloze.text.substr(at);
}

}  // namespace ebb
