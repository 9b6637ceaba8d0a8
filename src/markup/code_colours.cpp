// A small tokenizer for all languages: what differs is in the table.
#include "markup/code_colours.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ebb {
namespace {

struct Language {
  std::string_view names;     // with blanks around each
  std::string_view comment;   // begins a comment that ends with the line
  std::string_view open, close;  // of a comment over lines
  std::string_view quotes;
  std::string_view words;     // with blanks around each
  bool any_case = false;
};

constexpr std::string_view c_words =
    " if else for while do switch case default break continue return goto struct class union enum typedef const static "
    "extern inline void int char long short float double unsigned signed bool auto new delete public private protected "
    "virtual template typename namespace using try catch throw this true false nullptr NULL sizeof constexpr operator "
    "override final interface extends implements package import abstract boolean byte super synchronized throws null var "
    "let function async await of in typeof instanceof export from yield undefined string foreach func fn pub mut impl "
    "trait match mod use crate self Self where type go defer chan map range select fallthrough nil val when object is "
    "guard protocol extension unsafe move ref dyn loop as include define ifdef ifndef endif pragma ";
constexpr std::array<Language, 8> languages = {{
    {" c cpp c++ cc h hpp java js javascript ts typescript jsx tsx go golang rust rs kotlin kt swift cs csharp c# php scala dart ",
     "//", "/*", "*/", "\"'`", c_words, false},
    {" python py python3 ", "#", "", "", "\"'",
     " and as assert async await break class continue def del elif else except False finally for from global if import in "
     "is lambda None nonlocal not or pass raise return True try while with yield match case self print ",
     false},
    {" sh bash shell zsh console ", "#", "", "", "\"'",
     " if then else elif fi for while until do done case esac in function return export local readonly set unset echo cd "
     "exit shift source alias trap exec eval test sudo ",
     false},
    {" sql mysql postgresql sqlite ", "--", "/*", "*/", "\"'",
     " select from where and or not null is in insert into values update set delete create table index view drop alter add "
     "join left right inner outer full on as group by order having limit offset union all distinct primary key foreign "
     "references unique default case when then else end begin commit rollback exists between like with ",
     true},
    {" ruby rb perl elixir ex r julia yaml yml toml make makefile dockerfile nix ini conf ", "#", "", "", "\"'",
     " def end class module if elsif else unless case when while until for in do begin rescue ensure return yield self nil "
     "true false and or not my our sub use function library then defmodule fn FROM RUN COPY CMD ENV ",
     false},
    {" haskell hs lua ", "--", "{-", "-}", "\"",
     " module where import data type newtype class instance deriving let in case of if then else do local function end for "
     "while return nil true false and or not repeat until break ",
     false},
    {" lisp scheme clojure clj elisp emacs-lisp racket ", ";", "#|", "|#", "\"",
     " define defun defn def let lambda fn if cond when unless defmacro setq setf loop nil true false t ns require do ",
     false},
    {" json ", "", "", "", "\"", " true false null ", false},
}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& byte : out)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return out;
}

bool listed(std::string_view list, std::string_view word) {
  return !word.empty() && list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

const Language& language_named(std::string_view info) {
  static constexpr Language other{"", "", "", "", "\"'", "", false};
  const std::string name = lower(info.substr(0, info.find_first_of(" {,:")));
  const auto* const found = std::find_if(languages.begin(), languages.end(), [&](const Language& each) { return listed(each.names, name); });
  return found == languages.end() ? other : *found;
}

bool digit(char byte) {
  return byte >= '0' && byte <= '9';
}
bool word_byte(char byte) {
  return digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

class Colourer {
 public:
  Colourer(std::string_view code, const Language& language) : code_(code), language_(language) {}

  std::vector<Pieces> lines() {
    lines_.emplace_back();
    while (at_ < code_.size()) next();
    return std::move(lines_);
  }

 private:
  void next() {
    const std::string_view rest = code_.substr(at_);
    if (begins(rest, language_.open)) return take(end_of_comment(rest), Tone::Hue::comment);
    if (begins(rest, language_.comment) && may_begin_comment()) return take(std::min(rest.find('\n'), rest.size()), Tone::Hue::comment);
    if (language_.quotes.find(rest[0]) != std::string_view::npos) return take(end_of_text(rest), Tone::Hue::literal);
    if (word_byte(rest[0])) return take_word(rest);
    take(1, Tone::Hue::none);
  }

  static bool begins(std::string_view rest, std::string_view mark) { return !mark.empty() && rest.starts_with(mark); }

  // `$#` and `a#b` are no comments in a shell.
  bool may_begin_comment() const {
    return language_.comment != "#" || at_ == 0 || code_[at_ - 1] == ' ' || code_[at_ - 1] == '\n' || code_[at_ - 1] == '\t';
  }

  std::size_t end_of_comment(std::string_view rest) const {
    const std::size_t end = rest.find(language_.close, language_.open.size());
    return end == std::string_view::npos ? rest.size() : end + language_.close.size();
  }

  // Up to the same quote, or the end of the line: `don't` must not colour what follows.
  static std::size_t end_of_text(std::string_view rest) {
    const bool three = rest.size() >= 3 && rest[1] == rest[0] && rest[2] == rest[0];
    if (three) {
      const std::size_t end = rest.find(rest.substr(0, 3), 3);
      return end == std::string_view::npos ? rest.size() : end + 3;
    }
    for (std::size_t at = 1; at < rest.size() && (rest[at] != '\n' || rest[0] == '`'); ++at) {
      if (rest[at] == '\\') ++at;
      else if (rest[at] == rest[0]) return at + 1;
    }
    return 1;
  }

  void take_word(std::string_view rest) {
    std::size_t size = 0;
    while (size < rest.size() && (word_byte(rest[size]) || (digit(rest[0]) && rest[size] == '.'))) ++size;
    const std::string_view word = rest.substr(0, size);
    const bool keyword = listed(language_.words, language_.any_case ? lower(word) : std::string(word));
    take(size, digit(word[0]) ? Tone::Hue::number : keyword ? Tone::Hue::keyword : Tone::Hue::none);
  }

  void take(std::size_t size, Tone::Hue hue) {
    const std::string_view text = code_.substr(at_, std::min(size, code_.size() - at_));
    at_ += text.size();
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      add(text.substr(from, end - from), hue);
      if (end < text.size()) lines_.emplace_back();
      from = end + 1;
    }
  }

  void add(std::string_view text, Tone::Hue hue) {
    if (text.empty()) return;
    Pieces& line = lines_.back();
    Tone tone;
    tone.hue = hue;
    if (!line.empty() && line.back().tone == tone)
      line.back().text += text;
    else
      line.push_back({std::string(text), tone, {}, 0});
  }

  std::string_view code_;
  const Language& language_;
  std::size_t at_ = 0;
  std::vector<Pieces> lines_;
};

}  // namespace

std::vector<Pieces> coloured_code(std::string_view code, std::string_view language) {
  return Colourer(code, language_named(language)).lines();
}

}  // namespace ebb
