// Looking for words and regular expressions in text.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

/// What a person looks for: `dog` is a whole word, `dog*` the beginning of one, `*og*` a part, `d*g` anything in between
/// inside one word. Several words with blanks between must stand so. A backslash takes `*` for what it is. Case and
/// accents do not matter. Beside Chinese, Japanese and Korean letters, which write no blanks, a word may begin and end.
class WordPattern {
 public:
  explicit WordPattern(std::string_view typed);
  /// Whether `folded`, a result of `fold_text`, has it. A pattern of nothing is in every text.
  bool in(std::string_view folded) const;
  /// The folded pieces between the stars.
  const std::vector<std::string>& pieces() const { return pieces_; }
  /// Whether the first piece must begin a word, and the last must end one.
  bool begins_word() const { return begins_; }
  bool ends_word() const { return ends_; }

 private:
  bool fits(std::string_view folded, std::size_t piece, std::size_t at) const;
  std::vector<std::string> pieces_;
  bool begins_ = true, ends_ = true;
};

/// A name with `*` for anything, compared folded: `es::*` is in `es::verbs`. Without a star they must be equal.
bool name_fits(std::string_view folded_pattern, std::string_view folded_name);

/// The words of folded text, as the search index holds them: runs of letters, digits and marks; each letter of Chinese,
/// Japanese or Korean by itself.
std::vector<std::string_view> words_of(std::string_view folded);

/// A regular expression (PCRE2, UTF-8, case does not matter).
class Regex {
 public:
  /// Throws `std::invalid_argument` with what is wrong and where, in words.
  explicit Regex(const std::string& expression);
  ~Regex();
  Regex(Regex&&) noexcept;
  /// Whether it fits anywhere in the text. One that takes too much work for a text does not fit it.
  bool in(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace ebb
