// From bytes to blocks: made safe, maths and holes stand in for themselves, Markdown is parsed, all is put back.
#include "ebb/markup/card_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ebb/markup/maths.hpp"
#include "ebb/text/screen_text.hpp"
#include "markup/indentation.hpp"
#include "markup/literal_marks.hpp"
#include "markup/markdown.hpp"
#include "markup/stand_ins.hpp"

namespace ebb {
namespace {

constexpr auto npos = std::string_view::npos;

std::string with_holes(std::string_view text, const std::vector<HoleRange>& holes) {
  std::vector<std::pair<std::size_t, bool>> ends;  // where, and whether one begins
  for (const HoleRange& hole : holes) {
    if (hole.begin >= hole.end || hole.end > text.size()) continue;
    ends.emplace_back(hole.begin, true);
    ends.emplace_back(hole.end, false);
  }
  std::sort(ends.begin(), ends.end());
  std::string out;
  std::size_t from = 0;
  for (const auto& [at, begins] : ends) {
    out += screen_text(indented(text.substr(from, at - from)));
    append_stand_in(out, begins ? StandIn::hole : StandIn::hole_end);
    from = at;
  }
  return out + screen_text(indented(text.substr(from)));
}

std::string without_holes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const int what = stand_in_at(text.substr(at));
    if (what == static_cast<int>(StandIn::hole) || what == static_cast<int>(StandIn::hole_end)) {
      at += stand_in_size;
    } else {
      out += text[at++];
    }
  }
  return out;
}

// The maths of a text, and the text with a number where each stood.
struct Formulas {
  std::vector<Piece> drawn;
  std::vector<std::string> sources;
  std::string text;
};

Piece drawn_maths(std::string_view source, bool display) {
  const std::string bare = without_holes(source);
  Piece piece;
  MathsRows rows = maths_rows(bare, display);
  const MathsRows flat = rows.rows.size() > 1 ? maths_rows(bare, false) : rows;
  piece.text = flat.rows.size() == 1 ? flat.rows[0] : std::string();
  if (rows.rows.size() > 1) {
    piece.rows = std::move(rows.rows);
    piece.base = rows.base;
  }
  return piece;
}

Formulas take_maths(const std::string& text) {
  Formulas out;
  std::size_t from = 0;
  for (const MathsSpan& span : maths_spans(text)) {
    out.text += text.substr(from, span.begin - from);
    append_stand_in(out.text, StandIn::maths);
    for (const char digit : std::to_string(out.drawn.size()))
      append_stand_in(out.text, StandIn::digit, static_cast<std::size_t>(digit - '0'));
    append_stand_in(out.text, StandIn::maths_end);
    out.drawn.push_back(drawn_maths(span.source, span.display));
    out.sources.push_back(text.substr(span.begin, span.end - span.begin));
    from = span.end;
  }
  out.text += text.substr(from);
  return out;
}

// Puts back what stood in.
class Restorer {
 public:
  explicit Restorer(const Formulas& formulas) : formulas_(formulas) {}

  Pieces pieces(const Pieces& from) {
    Pieces out;
    for (const Piece& piece : from) piece_into(out, piece);
    return out;
  }

 private:
  void piece_into(Pieces& out, const Piece& piece) {
    std::string plain;
    const auto flush = [&] {
      if (plain.empty()) return;
      out.push_back({std::exchange(plain, {}), hole_ > 0 ? marked(piece.tone) : piece.tone, {}, 0});
    };
    const std::string_view text = piece.text;
    for (std::size_t at = 0; at < text.size();) {
      const int what = stand_in_at(text.substr(at));
      if (what < 0) {
        plain += text[at++];
        continue;
      }
      at += stand_in_size;
      if (what == static_cast<int>(StandIn::hole) || what == static_cast<int>(StandIn::hole_end)) {
        flush();
        hole_ += what == static_cast<int>(StandIn::hole) ? 1 : -1;
      } else if (what == static_cast<int>(StandIn::maths)) {
        flush();
        out.push_back(maths(text, at, piece.tone));
      } else if (const auto sign = static_cast<std::size_t>(what - static_cast<int>(StandIn::literal)); sign < literal_signs.size()) {
        plain += literal_signs[sign];
      }
    }
    flush();
  }

  static Tone marked(Tone tone) {
    tone.strong = true;
    tone.hue = Tone::Hue::hole;
    return tone;
  }

  Piece maths(std::string_view text, std::size_t& at, const Tone& tone) {
    std::size_t number = 0;
    for (int what = stand_in_at(text.substr(at)); what >= static_cast<int>(StandIn::digit); what = stand_in_at(text.substr(at))) {
      number = number * 10 + static_cast<std::size_t>(what - static_cast<int>(StandIn::digit));
      at += stand_in_size;
    }
    at += stand_in_size;
    // In code it is no maths.
    if (tone.hue == Tone::Hue::code) return {without_holes(formulas_.sources[number]), tone, {}, 0};
    Piece piece = formulas_.drawn[number];
    piece.tone = hole_ > 0 ? marked(tone) : tone;
    return piece;
  }

  const Formulas& formulas_;
  int hole_ = 0;
};

// Lines as they are in the text, with nothing but maths and holes changed.
std::vector<TextBlock> plain_lines(const std::string& text) {
  std::vector<TextBlock> out;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    TextBlock block;
    if (end > start) block.pieces.push_back({text.substr(start, end - start), {}, {}, 0});
    out.push_back(std::move(block));
    start = end + 1;
  }
  return out;
}

// Whether Markdown could make anything else of it than its lines. Cheap, for the many cards that are plain words.
bool may_be_markdown(std::string_view text) {
  return text.find_first_of("*_`[#|>~") != npos;
}

}  // namespace

std::vector<TextBlock> card_text(std::string_view text, const TextLooks& looks, const std::vector<HoleRange>& holes) {
  const std::string safe = with_holes(text, looks.source ? std::vector<HoleRange>{} : holes);
  if (looks.source) return plain_lines(safe);
  Formulas formulas;
  if (looks.ascii)
    formulas.text = safe;
  else
    formulas = take_maths(safe);
  std::vector<TextBlock> blocks;
  if (may_be_markdown(formulas.text)) {
    MarkdownText read = read_markdown(without_false_marks(formulas.text));
    if (read.marked) blocks = std::move(read.blocks);
  }
  if (blocks.empty()) blocks = plain_lines(formulas.text);
  Restorer restorer(formulas);
  for (TextBlock& block : blocks) {
    block.pieces = restorer.pieces(block.pieces);
    for (auto& row : block.cells)
      for (Pieces& cell : row) cell = restorer.pieces(cell);
  }
  return blocks;
}

}  // namespace ebb
