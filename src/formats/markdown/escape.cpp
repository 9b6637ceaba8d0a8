// Backslashes before marks. What is written here is read back unchanged.
#include "formats/markdown/escape.hpp"

#include <algorithm>

#include "formats/intake.hpp"

namespace ebb {
namespace {

std::string_view without_slashes(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of('\\'), line.size()));
  return line;
}

bool is_break(std::string_view line) {
  return trimmed(line) == "---";
}

// `Q:` with any number of backslashes between the two: the place of the colon, else 0.
std::size_t slashed_colon(std::string_view line) {
  if (line.empty() || std::string_view("QAC").find(line[0]) == std::string_view::npos) return 0;
  const std::size_t at = line.find_first_not_of('\\', 1);
  return at != std::string_view::npos && line[at] == ':' ? at : 0;
}

// Whether the line, once its leading backslashes are gone, would be a mark.
bool marks_behind_slashes(std::string_view line, bool in_code) {
  const std::string_view bare = without_slashes(line);
  return is_break(bare) || (!in_code && heading_level(bare) > 0);
}

std::string mark_escaped(std::string_view line, bool in_code) {
  if (const std::size_t colon = slashed_colon(line); colon > 0)
    return std::string(line.substr(0, colon)) + "\\" + std::string(line.substr(colon));
  return (marks_behind_slashes(line, in_code) ? "\\" : "") + std::string(line);
}

std::string mark_read(std::string_view line, bool in_code) {
  if (const std::size_t colon = slashed_colon(line); colon > 1)
    return std::string(line.substr(0, colon - 1)) + std::string(line.substr(colon));
  const bool escaped = line.starts_with('\\') && marks_behind_slashes(line, in_code);
  return std::string(line.substr(escaped ? 1 : 0));
}

bool blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || trimmed(text.substr(at, 1)).empty();
}

// Whether a text begins with backslashes (or none) and then a blank, or ends in the mirror of that.
bool blank_begin(std::string_view text) {
  return blank_at(text, std::min(text.find_first_not_of('\\'), text.size()));
}
bool blank_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of('\\');
  return last != std::string_view::npos && blank_at(text, last);
}

template <typename Change>
std::string each_line(std::string_view text, Change change) {
  std::string out;
  Fence fence;
  bool first = true;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool in_code = fence.line(line);
    out += first ? std::string(line) : change(line, in_code);
    first = false;
    if (end == text.size()) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

}  // namespace

bool Fence::line(std::string_view line) {
  const std::string_view bare = trimmed(line);
  const std::size_t run = bare.empty() ? 0 : std::min(bare.find_first_not_of(bare[0]), bare.size());
  const bool fence = run >= 3 && (bare[0] == '`' || bare[0] == '~');
  if (mark_.empty()) {
    const bool opens = fence && bare.substr(run).find('`') == std::string_view::npos;
    if (opens) mark_ = bare.substr(0, run);
    return opens;
  }
  if (fence && run == bare.size() && bare.starts_with(mark_)) mark_.clear();
  return true;
}

int heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > 6) return 0;
  return level == line.size() || line[level] == ' ' || line[level] == '\t' ? static_cast<int>(level) : 0;
}

bool begins_side(std::string_view line, std::string_view letters) {
  return line.size() >= 2 && line[1] == ':' && letters.find(line[0]) != std::string_view::npos;
}

std::string side_text(std::string_view side) {
  if (side.empty()) return "";
  std::string out = each_line(side, mark_escaped);
  if (blank_end(out)) out += '\\';
  return (blank_begin(out) ? "\\" : "") + out;
}

std::string_view without_edge(std::string_view line) {
  if (line.starts_with('\\') && blank_begin(line.substr(1))) line.remove_prefix(1);
  return line;
}

std::string read_side(std::string_view lines) {
  std::string text(without_edge(trimmed(lines)));
  if (text.ends_with('\\') && blank_end(std::string_view(text).substr(0, text.size() - 1))) text.pop_back();
  return each_line(text, mark_read);
}

}  // namespace ebb
