// Width in terminal cells, grapheme clusters, and wrapping.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

/// One user-perceived character and the cells it takes (0, 1 or 2).
struct Cluster {
  std::string_view bytes;
  int cells = 0;
  bool blank = false;
};

/// Splits safe text (see `screen_text`) into grapheme clusters.
std::vector<Cluster> clusters(std::string_view text);
/// The cells that a line of safe text takes.
int cells(std::string_view text);
/// Cuts a line to at most `width` cells, ending in `…` (or `...` when `ascii`) if something was cut.
std::string cut(std::string_view text, int width, bool ascii = false);
/// A part of a line that stands on a row of its own, moved in by `indent` cells.
struct WrappedLine {
  std::size_t begin = 0, end = 0;  ///< bytes of the line
  int indent = 0;
};
/// Where one line (without a line break) is to be broken: see `wrap`. At least one part.
std::vector<WrappedLine> wrap_line(std::string_view line, int width);
/// Wraps text at `width` cells (at least 1), by clusters. Line breaks stay, list items (`1)`, `1.`, `-`, `*`, `•`) keep
/// a hanging indent, lines of Chinese and Japanese break between characters.
std::vector<std::string> wrap(std::string_view text, int width);

}  // namespace ebb
