// Cutting and wrapping pieces through the text they make together.
#include "markup/piece_text.hpp"

#include <algorithm>

#include "ebb/text/wrap.hpp"

namespace ebb {

std::string pieces_text(const Pieces& pieces) {
  std::string out;
  for (const Piece& piece : pieces) out += piece.text;
  return out;
}

int pieces_width(const Pieces& pieces) {
  return cells(pieces_text(pieces));
}

Pieces part_of(const Pieces& pieces, std::size_t begin, std::size_t end) {
  Pieces out;
  std::size_t start = 0;
  for (const Piece& piece : pieces) {
    const std::size_t from = std::max(begin, start), until = std::min(end, start + piece.text.size());
    if (from < until) out.push_back({piece.text.substr(from - start, until - from), piece.tone, {}, 0});
    start += piece.text.size();
  }
  return out;
}

Pieces slice(const Pieces& pieces, int shift, int width, bool ascii) {
  const std::string text = pieces_text(pieces);
  const std::vector<Cluster> all = clusters(text);
  const auto offset = [&](std::size_t at) {
    return at < all.size() ? static_cast<std::size_t>(all[at].bytes.data() - text.data()) : text.size();
  };
  std::size_t begin = 0;
  for (int skipped = 0; begin < all.size() && skipped < shift; ++begin) skipped += all[begin].cells;
  int used = 0;
  std::size_t end = begin;
  for (; end < all.size() && used + all[end].cells <= width; ++end) used += all[end].cells;
  if (end == all.size()) return part_of(pieces, offset(begin), text.size());
  while (end > begin && used > width - 1) used -= all[--end].cells;
  Pieces out = part_of(pieces, offset(begin), offset(end));
  out.push_back({ascii ? ">" : "…", Tone{false, false, true, false, Tone::Hue::none}, {}, 0});
  return out;
}

std::vector<Pieces> wrapped_pieces(const Pieces& pieces, int width) {
  const std::string text = pieces_text(pieces);
  std::vector<Pieces> out;
  for (const WrappedLine& line : wrap_line(text, width)) {
    Pieces row;
    if (line.indent > 0) row.push_back({std::string(static_cast<std::size_t>(line.indent), ' '), {}, {}, 0});
    for (Piece& piece : part_of(pieces, line.begin, line.end)) row.push_back(std::move(piece));
    out.push_back(std::move(row));
  }
  return out;
}

void without_end_blanks(Pieces& pieces) {
  while (!pieces.empty()) {
    std::string& text = pieces.back().text;
    text.erase(text.find_last_not_of(' ') + 1);
    if (!text.empty()) return;
    pieces.pop_back();
  }
}

}  // namespace ebb
