// The grammar of formulas: rows, atoms, scripts.
#include "markup/maths_parser.hpp"

#include <algorithm>
#include <utility>

#include "ebb/text/wrap.hpp"
#include "markup/maths_letters.hpp"

namespace ebb {
namespace {

constexpr int deepest = 60;

// A sign between two things is an operator; at the beginning, or after another sign, it belongs to what follows.
bool can_be_operand(SignClass kind) {
  return kind == SignClass::letter || kind == SignClass::close || kind == SignClass::inner || kind == SignClass::function ||
         kind == SignClass::large;
}

bool spaced_between(SignClass left, SignClass right, bool left_fraction, bool right_fraction) {
  if (left == SignClass::space || right == SignClass::space) return false;
  if (left == SignClass::relation || right == SignClass::relation) return left != right;
  if (left == SignClass::binary || right == SignClass::binary) return true;
  if (left == SignClass::comma) return true;
  if (right == SignClass::comma || right == SignClass::close || left == SignClass::open) return false;
  if (left == SignClass::function || left == SignClass::large)
    return right == SignClass::letter || right == SignClass::function || right == SignClass::large || right == SignClass::inner;
  if (right == SignClass::function || right == SignClass::large) return can_be_operand(left);
  return (left_fraction && can_be_operand(right)) || (right_fraction && can_be_operand(left));
}

bool ends_in_blank(const Box& box) {
  return box.flat() && box.rows[0].ends_with(' ');
}

}  // namespace

Box line_of(const std::vector<Atom>& atoms, bool tight) {
  Box out;
  const Atom* before = nullptr;
  bool blank = true;
  for (std::size_t at = 0; at < atoms.size(); ++at) {
    const Atom& atom = atoms[at];
    SignClass kind = atom.kind;
    const bool last = at + 1 == atoms.size();
    if (kind == SignClass::binary && (before == nullptr || !can_be_operand(before->kind) || last)) kind = SignClass::letter;
    if (before != nullptr && !tight && !blank &&
        spaced_between(before->kind, kind, before->fraction, atom.fraction))
      append_box(out, text_box(" "));
    append_box(out, atom.box);
    blank = ends_in_blank(out);
    if (kind == SignClass::space) {
      if (atom.box.width > 0) before = nullptr;
      continue;
    }
    // A sign that stands for itself (`-x`, `d(−, +)`) takes what follows without a blank.
    static const Atom opening{Box{}, SignClass::open, false, false};
    before = kind != atom.kind ? &opening : &atom;
  }
  return out;
}

std::string one_thing(const Box& box, bool denominator) {
  const std::string& text = box.rows[0];
  int depth = 0;
  bool parted = false, closed_inside = false;
  const std::vector<Cluster> all = clusters(text);
  bool digits = !all.empty();
  for (std::size_t at = 0; at < all.size(); ++at) {
    const std::string_view c = all[at].bytes;
    if (c == "(" || c == "[" || c == "⟨" || c == "⌊" || c == "⌈") ++depth;
    if (c == ")" || c == "]" || c == "⟩" || c == "⌋" || c == "⌉") {
      --depth;
      if (depth == 0 && at + 1 < all.size()) closed_inside = true;
    }
    if (depth == 0 && (all[at].blank || c == "/")) parted = true;
    digits = digits && ((c[0] >= '0' && c[0] <= '9') || c == "." || c == ",");
  }
  // `P(B)` is one thing.
  const bool applied = !closed_inside && text.ends_with(")") && all.size() > 2 && all[1].bytes == "(" && !(text[0] >= '0' && text[0] <= '9');
  if (applied) return text;
  const bool wrapped = text.starts_with("(") && text.ends_with(")") && !closed_inside;
  if (wrapped || digits || all.size() <= 1) return text;
  // A letter with a script that has no small form: `T_C`.
  if (all.size() == 3 && (all[1].bytes == "_" || all[1].bytes == "^")) return text;
  const bool differential = (text.starts_with("d") || text.starts_with("∂")) && all.size() <= 3;
  if (denominator && !differential) {
    // One letter with scripts (`x₁²`) is one thing; `2a` below a slash is not.
    const bool one_letter = all.size() > 1 && std::all_of(all.begin() + 1, all.end(), [](const Cluster& c) {
                              return c.bytes.size() > 1 && c.cells <= 1 && std::string_view("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵏ₀₁₂₃₄₅₆₇₈₉ₙᵢₖ₊₋ⱼₘₓ′").find(c.bytes) != std::string_view::npos;
                            });
    if (!one_letter) parted = true;
  }
  return parted ? "(" + text + ")" : text;
}

bool MathsParser::ends_here(std::string_view until) const {
  if (at_end()) return true;
  if (until == "}") return now().kind == Kind::close;
  return now().kind == Kind::command && now().text == until;
}

void MathsParser::skip_blanks() {
  while (now().kind == Kind::blank && now().text != "~") ++at_;
}

Box MathsParser::whole() {
  const std::vector<std::vector<Box>> rows = grid("");
  if (rows.size() == 1 && rows[0].size() == 1) return rows[0][0];
  return aligned(rows).box;
}

std::vector<std::vector<Box>> MathsParser::grid(std::string_view until) {
  std::vector<std::vector<Box>> rows(1);
  while (true) {
    rows.back().push_back(line_of(atoms(until), scripts_ > 0));
    const bool brace_too_many = now().kind == Kind::close && until != "}";
    if (now().kind == Kind::column || brace_too_many) {
      ++at_;
    } else if (now().kind == Kind::row) {
      ++at_;
      option();  // `\\[2pt]`
      rows.emplace_back();
    } else {
      break;
    }
  }
  const auto blank = [](const std::vector<Box>& row) { return row.size() == 1 && row[0].width == 0 && row[0].flat(); };
  if (rows.size() > 1 && blank(rows.back())) rows.pop_back();
  return rows;
}

std::vector<Atom> MathsParser::atoms(std::string_view until) {
  std::vector<Atom> out;
  while (!ends_here(until) && now().kind != Kind::column && now().kind != Kind::row && now().kind != Kind::close) {
    const bool infix = now().kind == Kind::command && (now().text == "over" || now().text == "choose" || now().text == "atop");
    if (infix) return {parted(line_of(out, scripts_ > 0), until)};
    add_atom(out);
  }
  return out;
}

// `{a \over b}` and `{n \choose k}`: the sign stands between its two parts.
Atom MathsParser::parted(const Box& top, std::string_view until) {
  const bool choose = now().text == "choose";
  ++at_;
  if (++depth_ > deepest) return {top, SignClass::inner, false, true};
  const Box bottom = line_of(atoms(until), scripts_ > 0);
  --depth_;
  return choose ? binomial_of(top, bottom) : fraction_of(top, bottom, stack_ && scripts_ == 0);
}

void MathsParser::add_atom(std::vector<Atom>& out) {
  const MathsToken token = now();
  switch (token.kind) {
    case Kind::blank:
      ++at_;
      if (token.text == "~") out.push_back({text_box(" "), SignClass::space, false, false});
      return;
    case Kind::super:
    case Kind::sub: {
      // `{}^{14}C`: scripts of nothing.
      Atom nothing;
      add_scripts(nothing);
      out.push_back(std::move(nothing));
      return;
    }
    case Kind::open:
      out.push_back(group());
      break;
    case Kind::command:
      ++at_;
      out.push_back(command(token.text));
      break;
    default: {
      ++at_;
      if (token.text == "'") return out.push_back(primes());
      const MathsSign sign = character_sign(token.text);
      out.push_back({text_box(sign.text), sign.kind, false, false});
    }
  }
  if (out.back().kind != SignClass::space) add_scripts(out.back());
}

// `f''`: up to four primes have a character of their own.
Atom MathsParser::primes() {
  std::size_t count = 1;
  for (; now().text == "'" && count < 4; ++at_) ++count;
  constexpr std::string_view forms[] = {"′", "″", "‴", "⁗"};
  Atom atom{text_box(forms[count - 1]), SignClass::close, false, false};
  add_scripts(atom);
  return atom;
}

void MathsParser::add_scripts(Atom& base) {
  Box sub, super;
  bool has_sub = false, has_super = false;
  for (skip_blanks(); now().kind == Kind::sub || now().kind == Kind::super; skip_blanks()) {
    const bool below = now().kind == Kind::sub;
    ++at_;
    ++scripts_;
    append_box(below ? sub : super, base.limits && stack_ ? argument() : flatly([this] { return argument(); }));
    --scripts_;
    (below ? has_sub : has_super) = true;
  }
  if (has_sub || has_super) add_sub_and_super(base, sub, super, has_sub, has_super);
}

void MathsParser::add_sub_and_super(Atom& base, const Box& sub, const Box& super, bool has_sub, bool has_super) {
  if (base.limits && stack_) {
    std::vector<Box> boxes;
    if (has_super) boxes.push_back(super);
    boxes.push_back(base.box);
    if (has_sub) boxes.push_back(sub);
    base.box = stacked(boxes, has_super ? 1 : 0);
    return;
  }
  const auto script = [](const Box& box, const std::optional<std::string>& small, const char* mark) {
    if (small) return *small;
    return mark + (box.width > 1 ? "(" + box.rows[0] + ")" : box.rows[0]);
  };
  if (!sub.flat() || !super.flat()) {  // a matrix in a script
    append_box(base.box, text_box(has_sub ? "_" : "^"));
    append_box(base.box, has_sub ? sub : super);
    return;
  }
  Box scripts = text_box((has_sub ? script(sub, subscript(sub.rows[0]), "_") : "") +
                         (has_super ? script(super, superscript(super.rows[0]), "^") : ""));
  if (!base.box.flat()) scripts.base = has_super && !has_sub ? base.box.base : has_sub && !has_super ? -(base.box.height() - 1 - base.box.base) : 0;
  append_box(base.box, scripts);
}

Atom MathsParser::group() {
  ++at_;
  if (++depth_ > deepest) {
    --depth_;
    return {text_box("{"), SignClass::open, false, false};
  }
  const std::vector<std::vector<Box>> rows = grid("}");
  if (now().kind == Kind::close) ++at_;
  --depth_;
  Atom atom;
  if (rows.size() == 1 && rows[0].size() == 1)
    atom.box = rows[0][0];
  else
    atom = aligned(rows);
  return atom;
}

Box MathsParser::argument() {
  skip_blanks();
  if (now().kind == Kind::open) return group().box;
  if (at_end() || now().kind == Kind::close || now().kind == Kind::column || now().kind == Kind::row) return Box{};
  const MathsToken token = now();
  ++at_;
  if (token.kind == Kind::command) {
    if (++depth_ > deepest) {
      --depth_;
      return text_box(token.text);
    }
    Box box = command(token.text).box;
    --depth_;
    return box;
  }
  return text_box(character_sign(token.text).text);
}

std::string_view MathsParser::raw_argument() {
  skip_blanks();
  if (at_end()) return {};
  if (now().kind != Kind::open) {
    const MathsToken token = now();
    ++at_;
    return source_.substr(token.begin, token.end - token.begin);
  }
  const std::size_t begin = now().end;
  int open = 0;
  for (; !at_end(); ++at_) {
    open += now().kind == Kind::open ? 1 : now().kind == Kind::close ? -1 : 0;
    if (open == 0) break;
  }
  const std::string_view out = source_.substr(begin, now().begin - begin);
  if (!at_end()) ++at_;
  return out;
}

std::optional<std::string_view> MathsParser::option() {
  const std::size_t before = at_;
  skip_blanks();
  if (now().text != "[" || now().kind != Kind::character) {
    at_ = before;
    return {};
  }
  const std::size_t begin = now().end;
  while (!at_end() && !(now().kind == Kind::character && now().text == "]")) ++at_;
  if (at_end()) {
    at_ = before;
    return {};
  }
  const std::string_view out = source_.substr(begin, now().begin - begin);
  ++at_;
  return out;
}

std::string_view MathsParser::delimiter() {
  skip_blanks();
  const MathsToken token = now();
  if (at_end()) return "";
  ++at_;
  if (token.kind != Kind::command) return token.text;
  const auto sign = maths_sign(token.text);
  return sign ? sign->text : token.text;
}

}  // namespace ebb
