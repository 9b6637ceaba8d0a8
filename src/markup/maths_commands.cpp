// What the commands of a formula draw.
#include <algorithm>
#include <array>
#include <utility>

#include "ebb/text/wrap.hpp"
#include "markup/maths_letters.hpp"
#include "markup/maths_parser.hpp"

namespace ebb {
namespace {

template <std::size_t size>
bool one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Text between braces, with its escapes undone.
std::string words_of(std::string_view raw) {
  std::string out;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (raw[at] == '\n' || raw[at] == '~') {
      out += ' ';
    } else if (raw[at] == '\\' && at + 1 < raw.size() && std::string_view("%#&_${} ").find(raw[at + 1]) != std::string_view::npos) {
      out += raw[++at];
    } else if (raw[at] != '{' && raw[at] != '}') {
      out += raw[at];
    }
  }
  return out;
}

constexpr std::array<std::string_view, 12> text_commands = {"text",   "textrm", "textit", "textbf", "textsf",  "texttt",
                                                            "mbox",   "hbox",   "textnormal", "textup", "emph", "mathtext"};
constexpr std::array<std::string_view, 5> fractions = {"frac", "dfrac", "tfrac", "cfrac", "sfrac"};
constexpr std::array<std::string_view, 5> dropped_with_argument = {"label", "hspace", "vspace", "cline", "hskip"};

}  // namespace

Atom MathsParser::as_source(std::size_t from) {
  const std::size_t end = tokens_[at_ > 0 ? at_ - 1 : 0].end;
  return {text_box(source_.substr(from, end - from)), SignClass::letter, false, false};
}

Atom MathsParser::command(std::string_view name) {
  if (const auto sign = maths_sign(name)) return {text_box(sign->text), sign->kind, takes_limits(name), false};
  if (++depth_ > 120) {
    --depth_;
    return as_source(tokens_[at_ - 1].begin);
  }
  const std::size_t from = tokens_[at_ - 1].begin;
  std::optional<Atom> drawn = structure(name);
  if (!drawn) drawn = lettering(name);
  if (!drawn) drawn = above_or_below(name);
  if (!drawn) drawn = boxes_and_colours(name);
  --depth_;
  if (drawn) return std::move(*drawn);
  // Not known: as it stands, with its arguments.
  while (now().kind == Kind::open) raw_argument();
  return as_source(from);
}

std::optional<Atom> MathsParser::structure(std::string_view name) {
  if (one_of(name, fractions)) return fraction(stack_ && name != "tfrac" && name != "sfrac" && scripts_ == 0);
  if (name == "sqrt") return root();
  if (name == "left") return fenced();
  if (name == "binom" || name == "dbinom" || name == "tbinom") return binomial();
  if (name == "begin") return environment();
  if (name == "ce" || name == "cf") return Atom{text_box(chemical_text(raw_argument())), SignClass::letter, false, false};
  if (name == "pmod") {
    Box box = text_box(" (mod ");
    append_box(box, argument());
    append_box(box, text_box(")"));
    return Atom{box, SignClass::close, false, false};
  }
  if (name == "bmod") return Atom{text_box("mod"), SignClass::binary, false, false};
  if (name == "middle") return Atom{text_box(delimiter()), SignClass::relation, false, false};
  if (name == "right") return Atom{text_box(delimiter()), SignClass::close, false, false};
  return {};
}

std::optional<Atom> MathsParser::lettering(std::string_view name) {
  if (one_of(name, text_commands)) return Atom{text_box(words_of(raw_argument())), SignClass::letter, false, false};
  if (name == "operatorname") {
    const bool star = now().text == "*";
    if (star) ++at_;
    return Atom{text_box(words_of(raw_argument())), SignClass::function, star, false};
  }
  if (name == "mathbf" || name == "boldsymbol" || name == "mathrm" || in_alphabet(name, "")) {
    // `{\bf x}` and `\cal L` are old forms: what follows is the argument.
    const Box box = argument();
    if (!box.flat()) return Atom{box, SignClass::letter, false, false};
    const auto text = in_alphabet(name, box.rows[0]);
    const bool word = name == "mathrm" && text->size() > 1 && now().kind == Kind::open;
    return Atom{text_box(*text), word ? SignClass::function : SignClass::letter, false, false};
  }
  const std::string_view mark = accent_mark(name);
  if (mark.empty()) return {};
  if (name == "not") {
    Atom negated{argument(), SignClass::relation, false, false};
    if (negated.box.flat()) negated.box = text_box(with_mark(negated.box.rows[0], mark));
    return negated;
  }
  Box box = argument();
  if (box.flat()) box = text_box(with_mark(box.rows[0], mark));
  return Atom{box, SignClass::letter, false, false};
}

std::optional<Atom> MathsParser::above_or_below(std::string_view name) {
  const bool over = name == "overset" || name == "stackrel" || name == "overbrace" || name == "xrightarrow" ||
                    name == "xleftarrow" || name == "xRightarrow" || name == "xLeftarrow" || name == "xleftrightarrow";
  const bool under = name == "underset" || name == "underbrace";
  if (!over && !under) return {};
  if (name.ends_with("brace")) {
    Atom braced{argument(), SignClass::inner, true, false};
    if (!stack_) return braced;
    Box brace;
    const int side = std::max((braced.box.width - 1) / 2, 0);
    const auto line = [](int count) {
      std::string out;
      for (int at = 0; at < count; ++at) out += "─";
      return out;
    };
    brace = text_box((over ? "╭" : "╰") + line(side - 1) + (over ? "┴" : "┬") + line(braced.box.width - side - 2) + (over ? "╮" : "╯"));
    if (braced.box.width >= 3) braced.box = over ? stacked({brace, braced.box}, 1) : stacked({braced.box, brace}, 0);
    return braced;
  }
  if (name.starts_with("x")) {
    const auto below = option();
    const Box label = flatly([this] { return argument(); });
    const std::string_view head = name == "xleftarrow" ? "←" : name == "xRightarrow" ? "⇒" : name == "xLeftarrow" ? "⇐" : name == "xleftrightarrow" ? "↔" : "→";
    Box arrow = text_box(head);
    if (label.width > 0 && label.flat()) arrow = text_box("─(" + label.rows[0] + ")" + (below && !below->empty() ? "[" + std::string(*below) + "]" : "") + std::string(head));
    return Atom{arrow, SignClass::relation, false, false};
  }
  const Box mark = flatly([this] { return argument(); });
  const Box base = argument();
  if (stack_) return Atom{over ? stacked({mark, base}, 1) : stacked({base, mark}, 0), SignClass::relation, false, false};
  Atom atom{base, SignClass::relation, false, false};
  add_sub_and_super(atom, under ? mark : Box{}, over ? mark : Box{}, under, over);
  return atom;
}

std::optional<Atom> MathsParser::boxes_and_colours(std::string_view name) {
  if (one_of(name, dropped_with_argument)) {
    raw_argument();
    return Atom{text_box(name == "hspace" ? "  " : ""), SignClass::space, false, false};
  }
  if (name == "color" || name == "textcolor" || name == "colorbox" || name == "class" || name == "style" || name == "href") {
    raw_argument();
    if (name == "color" && now().kind != Kind::open) return Atom{Box{}, SignClass::space, false, false};
    return Atom{argument(), SignClass::letter, false, false};
  }
  if (name == "boxed" || name == "fbox") {
    Box inside = argument(), box = fence_box("[", inside);
    append_box(box, inside);
    append_box(box, fence_box("]", inside));
    return Atom{box, SignClass::letter, false, false};
  }
  if (name == "tag") return Atom{text_box("   (" + words_of(raw_argument()) + ")"), SignClass::space, false, false};
  if (name == "phantom" || name == "hphantom" || name == "vphantom") {
    const Box box = argument();
    return Atom{text_box(std::string(name == "vphantom" ? 0U : static_cast<std::size_t>(box.width), ' ')), SignClass::space, false, false};
  }
  if (name == "mathop" || name == "mathrel" || name == "mathbin" || name == "smash" || name == "mathclap" || name == "mathrlap" || name == "mathllap")
    return Atom{argument(), name == "mathrel" ? SignClass::relation : name == "mathbin" ? SignClass::binary : name == "mathop" ? SignClass::function : SignClass::letter, name == "mathop", false};
  if (name == "substack") {
    skip_blanks();
    return now().kind == Kind::open ? group() : Atom{};
  }
  if (name == "ket" || name == "bra" || name == "braket" || name == "abs" || name == "norm" || name == "set" || name == "ceil" || name == "floor") {
    const Box inside = argument();
    const auto [open, close] = name == "ket"     ? std::pair("|", "⟩")
                               : name == "bra"   ? std::pair("⟨", "|")
                               : name == "braket" ? std::pair("⟨", "⟩")
                               : name == "abs"   ? std::pair("|", "|")
                               : name == "norm"  ? std::pair("‖", "‖")
                               : name == "set"   ? std::pair("{", "}")
                               : name == "ceil"  ? std::pair("⌈", "⌉")
                                                 : std::pair("⌊", "⌋");
    Box box = fence_box(open, inside);
    append_box(box, inside);
    append_box(box, fence_box(close, inside));
    return Atom{box, SignClass::letter, false, false};
  }
  return {};
}

}  // namespace ebb
