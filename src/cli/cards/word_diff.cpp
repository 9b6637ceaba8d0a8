// The longest common run of words, by dynamic programming between the equal ends.
#include "cli/cards/word_diff.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

using Tokens = std::vector<std::string>;
constexpr std::size_t most_cells = 4000000, context = 6;

// Words, each with the blanks after it; a very long one, and one of wide characters, is taken apart.
Tokens tokens_of(const std::string& text) {
  constexpr std::size_t longest_word = 24;
  Tokens tokens;
  const std::string line = one_line(text);
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string word = line.substr(at, end - at);
    const std::vector<Cluster> parts = clusters(word);
    const bool wide = std::any_of(parts.begin(), parts.end(), [](const Cluster& part) { return part.cells == 2; });
    if (word.size() <= longest_word && !wide) tokens.push_back(word);
    else
      for (const Cluster& part : parts) tokens.push_back(std::string(part.bytes) + "\x01");
    at = end + 1;
  }
  return tokens;
}

enum class Kind { same, gone, fresh };
struct Piece {
  Kind kind;
  std::string token;
};

// From the table of lengths back to a list of pieces.
void pieces_between(const Tokens& a, const Tokens& b, std::size_t from, std::size_t end_a, std::size_t end_b, std::vector<Piece>& out) {
  const std::size_t rows = end_a - from, columns = end_b - from;
  if (rows * columns > most_cells) {
    for (std::size_t i = from; i < end_a; ++i) out.push_back({Kind::gone, a[i]});
    for (std::size_t i = from; i < end_b; ++i) out.push_back({Kind::fresh, b[i]});
    return;
  }
  std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return length[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      at(i, j) = a[from + i] == b[from + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  for (std::size_t i = 0, j = 0; i < rows || j < columns;) {
    if (i < rows && j < columns && a[from + i] == b[from + j]) out.push_back({Kind::same, a[from + i]}), ++i, ++j;
    else if (i < rows && (j == columns || at(i + 1, j) >= at(i, j + 1))) out.push_back({Kind::gone, a[from + i++]});
    else out.push_back({Kind::fresh, b[from + j++]});
  }
}

std::vector<Piece> pieces_of(const Tokens& a, const Tokens& b) {
  std::size_t begin = 0, end_a = a.size(), end_b = b.size();
  while (begin < std::min(end_a, end_b) && a[begin] == b[begin]) ++begin;
  while (end_a > begin && end_b > begin && a[end_a - 1] == b[end_b - 1]) --end_a, --end_b;
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < begin; ++i) pieces.push_back({Kind::same, a[i]});
  pieces_between(a, b, begin, end_a, end_b, pieces);
  for (std::size_t i = end_a; i < a.size(); ++i) pieces.push_back({Kind::same, a[i]});
  return pieces;
}

// The words from `begin` to `end` with the blanks between them; the mark of a taken-apart word has none after it.
std::string joined(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    const bool part = pieces[i].token.ends_with('\x01');
    text += part ? pieces[i].token.substr(0, pieces[i].token.size() - 1) : pieces[i].token;
    if (!part && i + 1 < end) text += ' ';
  }
  return text;
}

// A run that is the same, cut to what stands next to a change.
std::string same_run(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
  if (end - begin <= 2 * context + 1) return joined(pieces, begin, end);
  const std::string head = begin == 0 ? "" : joined(pieces, begin, begin + context) + " ";
  return head + "…" + (end == pieces.size() ? "" : " " + joined(pieces, end - context, end));
}

}  // namespace

std::string word_diff(const std::string& before, const std::string& after) {
  const std::vector<Piece> pieces = pieces_of(tokens_of(before), tokens_of(after));
  std::string text;
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::size_t end = begin;
    while (end < pieces.size() && pieces[end].kind == pieces[begin].kind) ++end;
    const bool glued = begin > 0 && pieces[begin - 1].token.ends_with('\x01');
    const bool beside = pieces[begin].kind == Kind::fresh && begin > 0 && pieces[begin - 1].kind == Kind::gone;
    if (begin > 0 && !glued && !beside) text += ' ';
    if (pieces[begin].kind == Kind::same) text += same_run(pieces, begin, end);
    else if (pieces[begin].kind == Kind::gone) text += "[-" + joined(pieces, begin, end) + "-]";
    else text += "{+" + joined(pieces, begin, end) + "+}";
    begin = end;
  }
  return text;
}

}  // namespace ebb
