// LaTeX maths as Unicode text: where it stands in a card's text, and how it reads in a terminal.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

/// A piece of maths in a text, with its marks.
struct MathsSpan {
  std::size_t begin = 0, end = 0;  ///< with the marks
  std::string_view source;         ///< without them
  bool display = false;            ///< stands on lines of its own: fractions and limits are stacked
};

/// The maths of a text, from left to right: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, `[$]…[/$]`, `[$$]…[/$$]`, `[latex]…[/latex]`,
/// and environments that stand alone. Prices, shell variables and what stands in code are no maths.
std::vector<MathsSpan> maths_spans(std::string_view text);

/// Maths as rows of text.
struct MathsRows {
  std::vector<std::string> rows;  ///< at least one; all equally wide if there are several
  int base = 0;                   ///< the row that stands on the line of the text around it
};

/// Draws safe text (see `screen_text`). What is not known stays as source. Inline maths is one row unless it holds a matrix.
MathsRows maths_rows(std::string_view source, bool display);

}  // namespace ebb
