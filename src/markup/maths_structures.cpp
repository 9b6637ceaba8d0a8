// Fractions, roots, delimiters that grow, environments.
#include <algorithm>
#include <utility>

#include "ebb/text/wrap.hpp"
#include "markup/maths_letters.hpp"
#include "markup/maths_parser.hpp"

namespace ebb {
namespace {

struct Environment {
  std::string_view name, open, close;
};
constexpr Environment matrices[] = {
    {"matrix", "", ""},    {"pmatrix", "(", ")"},     {"bmatrix", "[", "]"},  {"Bmatrix", "{", "}"}, {"vmatrix", "|", "|"},
    {"Vmatrix", "‖", "‖"}, {"smallmatrix", "", ""},   {"array", "", ""},      {"tabular", "", ""},   {"cases", "{", ""},
    {"dcases", "{", ""},   {"rcases", "", "}"},       {"subarray", "", ""},   {"psmallmatrix", "(", ")"}, {"bsmallmatrix", "[", "]"}};

Box fenced_box(std::string_view open, const Box& inside, std::string_view close) {
  Box out = fence_box(open, inside);
  append_box(out, inside);
  append_box(out, fence_box(close, inside));
  return out;
}

// A matrix on one row, inside a script: `[a b; c d]`.
Box flat_grid(const std::vector<std::vector<Box>>& rows) {
  std::string out;
  for (const std::vector<Box>& row : rows) {
    if (!out.empty()) out += "; ";
    for (std::size_t at = 0; at < row.size(); ++at) out += (at == 0 ? "" : " ") + row[at].rows[0];
  }
  return text_box(out);
}

}  // namespace

Box grid_box(const std::vector<std::vector<Box>>& rows, std::string_view sides, int gap) {
  std::vector<int> widths;
  for (const auto& row : rows)
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (widths.size() <= column) widths.push_back(0);
      widths[column] = std::max(widths[column], row[column].width);
    }
  Box out;
  out.rows.clear();
  for (const auto& row : rows) {
    Box line;
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const char side = column < sides.size() ? sides[column] : sides.empty() ? 'c' : sides.back();
      if (column > 0) append_box(line, text_box(std::string(static_cast<std::size_t>(gap), ' ')));
      append_box(line, padded(column < row.size() ? row[column] : Box{}, widths[column],
                              side == 'l' ? Side::left : side == 'r' ? Side::right : Side::centre));
    }
    out.width = std::max(out.width, line.width);
    out.rows.insert(out.rows.end(), line.rows.begin(), line.rows.end());
  }
  out.base = (out.height() - 1) / 2;
  return out;
}

Atom MathsParser::fraction(bool stack) {
  if (stack) {
    const Box top = argument(), bottom = argument();
    return fraction_of(top, bottom, true);
  }
  const Box top = flatly([this] { return argument(); }), bottom = flatly([this] { return argument(); });
  return fraction_of(top, bottom, false);
}

Atom MathsParser::fraction_of(const Box& top, const Box& bottom, bool stack) {
  if (stack || !top.flat() || !bottom.flat()) return {fraction_box(top, bottom), SignClass::inner, false, true};
  return {text_box(one_thing(top, false) + "/" + one_thing(bottom, true)), SignClass::inner, false, true};
}

Atom MathsParser::root() {
  const auto degree = option();
  const Box inside = argument();
  std::string sign = "√";
  if (degree) {
    const Box small = MathsParser(*degree, false).whole();
    const auto raised = superscript(small.rows[0]);
    sign = small.rows[0] == "3" ? "∛" : small.rows[0] == "4" ? "∜" : (raised ? *raised : "(" + small.rows[0] + ")") + "√";
  }
  Atom atom{text_box(sign), SignClass::letter, false, false};
  const bool digits = inside.flat() && inside.rows[0].find_first_not_of("0123456789.") == std::string::npos;
  if (inside.flat() && (inside.width <= 1 || digits || one_thing(inside, true) == inside.rows[0]))
    append_box(atom.box, inside);
  else
    append_box(atom.box, fenced_box("(", inside, ")"));
  return atom;
}

Atom MathsParser::fenced() {
  const std::string_view open = delimiter();
  const std::vector<std::vector<Box>> rows = grid("right");
  std::string_view close;
  if (now().kind == Kind::command && now().text == "right") {
    ++at_;
    close = delimiter();
  }
  const Box inside = rows.size() == 1 && rows[0].size() == 1 ? rows[0][0] : aligned(rows).box;
  return {fenced_box(open, inside, close), SignClass::letter, false, false};
}

Atom MathsParser::binomial() {
  const Box top = argument(), bottom = argument();
  return binomial_of(top, bottom);
}

Atom MathsParser::binomial_of(const Box& top, const Box& bottom) const {
  if (!stack_ || scripts_ > 0) {
    Box box = text_box("C(");
    append_box(box, top);
    append_box(box, text_box(", "));
    append_box(box, bottom);
    append_box(box, text_box(")"));
    return {box, SignClass::letter, false, false};
  }
  Box pair = stacked({top, bottom}, 0);
  return {fenced_box("(", pair, ")"), SignClass::letter, false, false};
}

Atom MathsParser::environment() {
  const std::string_view name = raw_argument();
  std::string_view bare = name;
  while (bare.ends_with('*')) bare.remove_suffix(1);
  std::string sides;
  if (bare == "array" || bare == "tabular" || bare == "alignedat" || bare == "alignat" || bare == "subarray") {
    option();
    for (const char side : raw_argument())
      if (side == 'l' || side == 'c' || side == 'r') sides += side;
  } else if (name.ends_with('*')) {
    option();
  }
  std::vector<std::vector<Box>> rows = grid("end");
  if (!at_end()) {
    ++at_;
    raw_argument();
  }
  const auto* const known = std::find_if(std::begin(matrices), std::end(matrices), [&](const Environment& each) { return each.name == bare; });
  if (known == std::end(matrices)) return aligned(rows);
  if (bare.ends_with("cases")) sides = "l";
  const bool flat = scripts_ > 0 && std::all_of(rows.begin(), rows.end(), [](const auto& row) {
                      return std::all_of(row.begin(), row.end(), [](const Box& box) { return box.flat(); });
                    });
  const Box inside = flat ? flat_grid(rows) : grid_box(rows, sides, 2);
  return {fenced_box(known->open, inside, known->close), SignClass::letter, false, false};
}

// Columns by turns right and left, so that the signs between them stand under each other.
Atom MathsParser::aligned(const std::vector<std::vector<Box>>& rows) {
  std::size_t columns = 0;
  for (const auto& row : rows) columns = std::max(columns, row.size());
  std::string sides;
  for (std::size_t column = 0; column < columns; ++column) sides += columns == 1 ? 'c' : column % 2 == 0 ? 'r' : 'l';
  return {grid_box(rows, sides, 1), SignClass::letter, false, false};
}

}  // namespace ebb
