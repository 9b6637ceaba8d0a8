// From the tokens of maths to a box.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markup/maths_box.hpp"
#include "markup/maths_symbols.hpp"
#include "markup/maths_tokens.hpp"

namespace ebb {

// A part of a formula, and how it is spaced from its neighbours.
struct Atom {
  Box box;
  SignClass kind = SignClass::letter;
  bool limits = false;  // scripts stand above and below it
  bool fraction = false;
};

// Atoms beside each other, with TeX's blanks around operators and relations unless `tight`.
Box line_of(const std::vector<Atom>& atoms, bool tight);

class MathsParser {
 public:
  // `stack`: fractions and limits stand above each other.
  MathsParser(std::string_view source, bool stack) : source_(source), tokens_(maths_tokens(source)), stack_(stack) {}
  // The whole source.
  Box whole();

 private:
  using Kind = MathsToken::Kind;
  const MathsToken& now() const { return tokens_[at_]; }
  bool ends_here(std::string_view until) const;
  bool at_end() const { return now().kind == Kind::end; }
  void skip_blanks();

  // Rows of cells until `\end`, `}` or the end.
  std::vector<std::vector<Box>> grid(std::string_view until);
  std::vector<Atom> atoms(std::string_view until);
  void add_atom(std::vector<Atom>& out);
  void add_scripts(Atom& base);
  void add_sub_and_super(Atom& base, const Box& sub, const Box& super, bool has_sub, bool has_super);
  Atom primes();
  Atom group();
  Atom command(std::string_view name);
  std::optional<Atom> structure(std::string_view name);
  std::optional<Atom> lettering(std::string_view name);
  std::optional<Atom> above_or_below(std::string_view name);
  std::optional<Atom> boxes_and_colours(std::string_view name);
  Atom fraction(bool stack);
  Atom root();
  Atom fenced();
  Atom binomial();
  Atom parted(const Box& top, std::string_view until);
  Atom binomial_of(const Box& top, const Box& bottom) const;
  static Atom fraction_of(const Box& top, const Box& bottom, bool stack);
  Atom environment();
  Atom aligned(const std::vector<std::vector<Box>>& rows);
  Atom chemistry();
  Atom as_source(std::size_t from);

  // The next argument: a group or one token.
  Box argument();
  // The same as the source has it, without braces.
  std::string_view raw_argument();
  // `[…]` as the source has it; nothing if there is none.
  std::optional<std::string_view> option();
  std::string_view delimiter();
  // Runs `draw` with everything on one row.
  template <class Draw>
  auto flatly(Draw draw) {
    const bool before = stack_;
    stack_ = false;
    auto out = draw();
    stack_ = before;
    return out;
  }

  std::string_view source_;
  std::vector<MathsToken> tokens_;
  std::size_t at_ = 0;
  bool stack_ = false;
  int depth_ = 0;
  int scripts_ = 0;
};

// Rows of cells under each other, `gap` cells apart; `sides` as in an array's `lcr`.
Box grid_box(const std::vector<std::vector<Box>>& rows, std::string_view sides, int gap);
// A chemical formula of \ce{…} in Unicode.
std::string chemical_text(std::string_view source);
// What is put in parentheses if it is more than one thing.
std::string one_thing(const Box& box, bool denominator);

}  // namespace ebb
