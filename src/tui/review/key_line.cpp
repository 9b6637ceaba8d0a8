// The bottom line: the live keys, as many as fit.
#include "tui/review/pages.hpp"

namespace ebb {

Row key_line(const std::vector<LiveKey>& keys, int width) {
  Row line;
  line.to(1);
  for (const LiveKey& key : keys) {
    if (!key.live) continue;
    Row piece;
    if (line.cells() > 1) piece.add(width >= 60 ? "   " : "  ");
    piece.add(key.key, bold_style).add(" ").add(key.does);
    if (line.cells() + piece.cells() < width) line.add(piece);
  }
  return line;
}

}  // namespace ebb
