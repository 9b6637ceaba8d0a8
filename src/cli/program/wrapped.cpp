// A line is parted into its indent and its words; the words are wrapped beside the indent.
#include "cli/program/wrapped.hpp"

#include <algorithm>

#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr int widest = 100, narrowest_column = 20;

// The bytes before the text: blanks, and the first column of a table if it leaves room enough.
std::size_t lead_size(std::string_view line, int width) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t gap = line.find("  ", indent);
  if (gap == std::string_view::npos) return indent;
  const std::size_t column = std::min(line.find_first_not_of(' ', gap), line.size());
  return width - cells(line.substr(0, column)) >= narrowest_column ? column : indent;
}

void add_line(std::string& out, std::string_view line, int width) {
  if (cells(line) <= width) {
    out += line;
    return;
  }
  const std::size_t lead = lead_size(line, width);
  const int taken = std::min(cells(line.substr(0, lead)), width - 1);
  std::string before(line.substr(0, lead));
  for (const std::string& part : wrap(line.substr(lead), width - taken)) {
    out += before + part + '\n';
    before.assign(static_cast<std::size_t>(taken), ' ');
  }
  out.pop_back();
}

}  // namespace

std::string wrapped(std::string_view text, int width) {
  if (width <= 0) return std::string(text);
  std::string out;
  for (std::size_t end; (end = text.find('\n')) != std::string_view::npos; text.remove_prefix(end + 1)) {
    add_line(out, text.substr(0, end), std::min(width, widest));
    out += '\n';
  }
  add_line(out, text, std::min(width, widest));
  return out;
}

std::string wrapped_card(std::string_view text, int width) {
  if (width <= 0) return std::string(text);
  std::string out;
  for (const std::string& line : wrap(text, std::min(width, widest))) out += (out.empty() ? "" : "\n") + line;
  return out;
}

}  // namespace ebb
