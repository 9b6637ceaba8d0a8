// A card's text as it is shown: Markdown, maths and code turned into lines of styled text.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

/// How a piece of text is meant. A terminal without colours shows the same words.
struct Tone {
  bool strong = false, emphasis = false, faint = false, underlined = false;
  enum class Hue { none, code, keyword, literal, number, comment, hole, wrong, right } hue = Hue::none;
  bool operator==(const Tone&) const = default;
};

/// A piece of a line in one tone. Maths that needs several rows has them in `rows`, and `text` has it on one.
struct Piece {
  std::string text;
  Tone tone;
  std::vector<std::string> rows;
  int base = 0;
  bool operator==(const Piece&) const = default;
};
using Pieces = std::vector<Piece>;

/// A line before it is wrapped, or a table.
struct TextBlock {
  enum class Kind { line, fixed, table } kind = Kind::line;  ///< `fixed`: never wrapped
  std::string first, rest;  ///< what stands before the first row and before the others: a list's mark, a quote's `> `
  Pieces pieces;
  std::vector<std::vector<Pieces>> cells;  ///< of a table; the first row is its head
  std::string sides;                       ///< of a table: `l`, `c` or `r` a column
};

/// A part of the text that was hidden on the question.
struct HoleRange {
  std::size_t begin = 0, end = 0;
};

/// What is wanted of a text.
struct TextLooks {
  bool ascii = false;   ///< maths stays as source, tables are drawn in ASCII
  bool source = false;  ///< everything as it is stored
};

/// Takes the text of a card apart. Any bytes are safe to give; all pieces are safe to print.
std::vector<TextBlock> card_text(std::string_view text, const TextLooks& looks = {}, const std::vector<HoleRange>& holes = {});

/// Rows of at most `width` cells (0: as wide as they come). Fixed lines begin `shift` cells in, and end in `…` where they
/// go on.
std::vector<Pieces> text_rows(const std::vector<TextBlock>& blocks, int width, int shift = 0, bool ascii = false);
/// How wide the widest line is that is never wrapped.
int fixed_width(const std::vector<TextBlock>& blocks);
/// The same as text alone, for faces without attributes: a line a row.
std::string plain_card_text(std::string_view text, const TextLooks& looks = {});

}  // namespace ebb
