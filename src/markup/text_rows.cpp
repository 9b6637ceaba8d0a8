// Blocks to rows: wrapped, shifted, maths of several rows put in place.
#include <algorithm>
#include <utility>

#include "ebb/markup/card_text.hpp"
#include "ebb/text/wrap.hpp"
#include "markup/piece_text.hpp"
#include "markup/table_rows.hpp"

namespace ebb {
namespace {

const Tone faint_tone{false, false, true, false, Tone::Hue::none};

Piece blanks(int count) {
  return {std::string(static_cast<std::size_t>(std::max(count, 0)), ' '), {}, {}, 0};
}

class RowMaker {
 public:
  RowMaker(int width, int shift, bool ascii) : width_(width), shift_(shift), ascii_(ascii) {}

  void add(const TextBlock& block) {
    if (block.kind == TextBlock::Kind::table) return add_table(block);
    if (block.kind == TextBlock::Kind::fixed) return add_fixed(block);
    const bool tall = std::any_of(block.pieces.begin(), block.pieces.end(), [](const Piece& piece) { return !piece.rows.empty(); });
    tall ? add_tall(block) : add_line(block);
  }
  std::vector<Pieces> finish() { return std::move(rows_); }

 private:
  int room(const TextBlock& block) const {
    return width_ == 0 ? unbounded_width : std::max(width_ - cells(block.first), std::min(width_, 8));
  }

  static void add_prefix(Pieces& row, const std::string& prefix) {
    if (!prefix.empty()) row.insert(row.begin(), Piece{prefix, faint_tone, {}, 0});
  }

  void add_line(const TextBlock& block) {
    const std::size_t from = rows_.size();
    for (Pieces& row : wrapped_pieces(block.pieces, room(block))) rows_.push_back(std::move(row));
    for (std::size_t at = from; at < rows_.size(); ++at) add_prefix(rows_[at], at == from ? block.first : block.rest);
  }

  void add_fixed(const TextBlock& block) {
    const int room_here = width_ == 0 ? unbounded_width : std::max(width_ - cells(block.first), 1);
    Pieces row = slice(block.pieces, width_ == 0 ? 0 : shift_, room_here, ascii_);
    add_prefix(row, block.first);
    rows_.push_back(std::move(row));
  }

  void add_table(const TextBlock& block) {
    for (Pieces& row : table_rows(block, room(block), ascii_)) {
      add_prefix(row, block.first);
      rows_.push_back(std::move(row));
    }
  }

  // A line with maths of several rows: beside its words if it fits, else on rows of its own between them.
  void add_tall(const TextBlock& block) {
    const int width = room(block);
    int sum = 0;
    for (const Piece& piece : block.pieces) sum += piece.rows.empty() ? cells(piece.text) : cells(piece.rows[0]);
    if (sum <= width) return add_beside(block);
    TextBlock part{TextBlock::Kind::line, block.first, block.rest, {}, {}, {}};
    const auto flush = [&] {
      if (part.pieces.empty()) return;
      add_line(part);
      part.pieces.clear();
      part.first = part.rest;
    };
    for (const Piece& piece : block.pieces) {
      if (piece.rows.empty()) {
        part.pieces.push_back(piece);
      } else if (cells(piece.rows[0]) > width && !piece.text.empty()) {
        part.pieces.push_back({piece.text, piece.tone, {}, 0});
      } else {
        flush();
        TextBlock alone{TextBlock::Kind::line, part.first, part.rest, {piece}, {}, {}};
        add_beside(alone);
        part.first = part.rest;
      }
    }
    flush();
  }

  void add_beside(const TextBlock& block) {
    int above = 0, below = 0;
    for (const Piece& piece : block.pieces) {
      above = std::max(above, piece.base);
      below = std::max(below, static_cast<int>(piece.rows.size()) - 1 - piece.base);
    }
    for (int line = -above; line <= below; ++line) {
      Pieces row;
      for (const Piece& piece : block.pieces) {
        const int at = piece.base + line;
        const bool tall = !piece.rows.empty();
        if (tall && at >= 0 && at < static_cast<int>(piece.rows.size()))
          row.push_back({piece.rows[static_cast<std::size_t>(at)], piece.tone, {}, 0});
        else if (!tall && line == 0)
          row.push_back(piece);
        else
          row.push_back(blanks(tall ? cells(piece.rows[0]) : cells(piece.text)));
      }
      row = slice(row, width_ == 0 ? 0 : shift_, room(block), ascii_);
      without_end_blanks(row);
      add_prefix(row, line == -above ? block.first : block.rest);
      rows_.push_back(std::move(row));
    }
  }

  int width_, shift_;
  bool ascii_;
  std::vector<Pieces> rows_;
};

}  // namespace

std::vector<Pieces> text_rows(const std::vector<TextBlock>& blocks, int width, int shift, bool ascii) {
  RowMaker rows(width, shift, ascii);
  for (const TextBlock& block : blocks) rows.add(block);
  return rows.finish();
}

int fixed_width(const std::vector<TextBlock>& blocks) {
  int out = 0;
  for (const TextBlock& block : blocks) {
    if (block.kind == TextBlock::Kind::fixed) out = std::max(out, cells(block.first) + pieces_width(block.pieces));
    if (block.kind != TextBlock::Kind::line) continue;
    for (const Piece& piece : block.pieces)
      if (!piece.rows.empty()) out = std::max(out, cells(block.first) + cells(piece.rows[0]));
  }
  return out;
}

std::string plain_card_text(std::string_view text, const TextLooks& looks) {
  std::string out;
  bool first = true;
  for (const Pieces& row : text_rows(card_text(text, looks), 0, 0, looks.ascii)) {
    if (!first) out += '\n';
    first = false;
    out += pieces_text(row);
  }
  return out;
}

}  // namespace ebb
