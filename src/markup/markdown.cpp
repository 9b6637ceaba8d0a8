// Blocks and spans as md4c tells of them.
#include "markup/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <utility>

#include "markup/code_colours.hpp"
#include "markup/stand_ins.hpp"

namespace ebb {
namespace {

std::string_view attribute(const MD_ATTRIBUTE& from) {
  return from.text == nullptr ? std::string_view() : std::string_view(from.text, from.size);
}

void add_piece(Pieces& pieces, std::string_view text, const Tone& tone) {
  if (text.empty()) return;
  if (!pieces.empty() && pieces.back().tone == tone)
    pieces.back().text += text;
  else
    pieces.push_back({std::string(text), tone, {}, 0});
}

// Gathers blocks. Where a block had an empty line before it in the source it has one here, and lists keep their marks.
class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view source) : source_(source) {}
  MarkdownText finish() {
    flush();
    return std::move(out_);
  }

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        out_.marked = true;
        prefixes_.push_back({"> ", "> ", false});
        break;
      case MD_BLOCK_UL:
        flush();
        marks_.push_back({static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark, 0});
        break;
      case MD_BLOCK_OL: {
        flush();
        const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
        marks_.push_back({list->mark_delimiter, list->start});
        break;
      }
      case MD_BLOCK_LI:
        enter_item();
        break;
      case MD_BLOCK_H:
        out_.marked = true;
        heading_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
        out_.marked = true;
        in_code_ = true;
        code_.clear();
        language_ = std::string(attribute(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang));
        break;
      case MD_BLOCK_TABLE:
        out_.marked = true;
        table_ = TextBlock{TextBlock::Kind::table, {}, {}, {}, {}, {}};
        break;
      case MD_BLOCK_TR:
        table_.cells.emplace_back();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        enter_cell(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        flush();
        prefixes_.pop_back();
        break;
      case MD_BLOCK_LI:
        if (!used_prefixes_) begin_block(nullptr), force_line();
        flush();
        prefixes_.pop_back();
        used_prefixes_ = true;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        marks_.pop_back();
        break;
      case MD_BLOCK_HR:
        begin_block(nullptr);
        add_piece(line_, "---", Tone{false, false, true});
        flush();
        break;
      case MD_BLOCK_H:
        flush();
        heading_ = 0;
        break;
      case MD_BLOCK_CODE:
        leave_code();
        break;
      case MD_BLOCK_TABLE:
        leave_table();
        break;
      case MD_BLOCK_P:
        flush();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        in_cell_ = false;
        break;
      default:
        break;
    }
  }

  void enter(MD_SPANTYPE type, void* detail) {
    out_.marked = true;
    if (type == MD_SPAN_EM) ++emphasis_;
    if (type == MD_SPAN_STRONG) ++strong_;
    if (type == MD_SPAN_CODE) ++code_spans_;
    if (type == MD_SPAN_A) {
      address_ = std::string(attribute(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
      label_.clear();
      in_link_ = true;
    }
    if (type == MD_SPAN_IMG) add("[image: ");
  }

  void leave(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_EM) --emphasis_;
    if (type == MD_SPAN_STRONG) --strong_;
    if (type == MD_SPAN_CODE) --code_spans_;
    if (type == MD_SPAN_A) {
      in_link_ = false;
      if (!address_.empty() && address_ != label_) add_piece(pieces(), " (" + address_ + ")", Tone{false, false, true});
    }
    if (type == MD_SPAN_IMG) {
      if (pieces().empty() || pieces().back().text.ends_with("[image: "))
        add(attribute(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
      add("]");
    }
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (in_code_) {
      if (code_.empty()) begin_block(text.data());
      code_ += text;
      return;
    }
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      if (in_cell_) return add(" ");
      return flush();
    }
    if (line_.empty() && !in_cell_) begin_block(text.data());
    if (in_link_) label_ += text;
    add(text);
  }

 private:
  struct Prefix {
    std::string first, rest;
    bool used = false;
  };
  struct ListMark {
    char sign;
    unsigned number;  // of the next item; 0 in a list without numbers
  };

  Pieces& pieces() { return in_cell_ ? table_.cells.back().back() : line_; }

  void add(std::string_view text) {
    Tone tone;
    tone.strong = strong_ > 0 || heading_ > 0;
    tone.emphasis = emphasis_ > 0;
    tone.underlined = in_link_;
    if (code_spans_ > 0) tone.hue = Tone::Hue::code;
    add_piece(pieces(), text, tone);
  }

  void enter_item() {
    flush();
    ListMark& mark = marks_.back();
    std::string sign = mark.number > 0 || mark.sign == '.' || mark.sign == ')'
                           ? std::to_string(mark.number++) + mark.sign
                           : std::string(1, mark.sign);
    sign += ' ';
    prefixes_.push_back({sign, std::string(sign.size(), ' '), false});
    used_prefixes_ = false;
    item_pending_ = true;
  }

  // The first text of a block tells where it stands in the source; null if it has none.
  void begin_block(const char* at) {
    const bool inside = at != nullptr && at >= source_.data() && at < source_.data() + source_.size();
    const std::size_t place = inside ? static_cast<std::size_t>(at - source_.data()) : place_;
    if (started_ && inside && blank_line_between(place_, place)) empty_line();
    if (inside && item_pending_) keep_number(place);
    item_pending_ = false;
    if (inside) place_ = place;
    started_ = true;
  }

  bool blank_line_between(std::size_t from, std::size_t until) const {
    bool blank = false;
    for (std::size_t at = from; at < until; ++at) {
      if (source_[at] == '\n') {
        if (blank) return true;
        blank = true;
      } else if (source_[at] != ' ' && source_[at] != '>') {
        blank = false;
      }
    }
    return false;
  }

  // Markdown counts by itself; the person's own numbers stay.
  void keep_number(std::size_t place) {
    Prefix& prefix = prefixes_.back();
    if (prefix.first.size() < 2 || prefix.first[0] < '0' || prefix.first[0] > '9') return;
    std::size_t end = place;
    while (end > 0 && (source_[end - 1] == ' ')) --end;
    std::size_t begin = end > 0 ? end - 1 : 0;
    while (begin > 0 && source_[begin - 1] >= '0' && source_[begin - 1] <= '9') --begin;
    if (begin + 1 >= end) return;
    const std::string_view mark = source_.substr(begin, end - begin);
    if (mark.back() != '.' && mark.back() != ')') return;
    prefix.first = std::string(mark) + " ";
    prefix.rest = std::string(prefix.first.size(), ' ');
  }

  void empty_line() {
    std::string bars;
    for (const Prefix& prefix : prefixes_)
      if (prefix.used) bars += prefix.rest;
    while (bars.ends_with(' ')) bars.pop_back();
    out_.blocks.push_back({TextBlock::Kind::line, bars, {}, {}, {}, {}});
  }

  void take_prefixes(TextBlock& block) {
    for (Prefix& prefix : prefixes_) {
      block.first += prefix.first;
      block.rest += prefix.rest;
      prefix.first = prefix.rest;
      prefix.used = true;
    }
    used_prefixes_ = true;
  }

  void flush() {
    if (line_.empty()) return;
    force_line();
  }

  void force_line() {
    TextBlock block;
    take_prefixes(block);
    if (heading_ > 0) {
      const std::string hashes = std::string(static_cast<std::size_t>(heading_), '#') + " ";
      line_.insert(line_.begin(), Piece{hashes, Tone{false, false, true}, {}, 0});
    }
    block.pieces = std::exchange(line_, {});
    out_.blocks.push_back(std::move(block));
  }

  void leave_code() {
    in_code_ = false;
    while (code_.ends_with('\n')) code_.pop_back();
    if (code_.empty()) begin_block(nullptr);
    for (Pieces& line : coloured_code(code_, language_)) {
      TextBlock block;
      block.kind = TextBlock::Kind::fixed;
      take_prefixes(block);
      block.pieces = std::move(line);
      out_.blocks.push_back(std::move(block));
    }
    place_ = std::min(source_.find("```", place_), source_.size());
    if (place_ == source_.size()) place_ = 0;
  }

  void enter_cell(MD_ALIGN align) {
    if (table_.cells.size() == 1) table_.sides += align == MD_ALIGN_RIGHT ? 'r' : align == MD_ALIGN_CENTER ? 'c' : 'l';
    table_.cells.back().emplace_back();
    in_cell_ = true;
  }

  void leave_table() {
    if (started_) empty_line_unless_one();
    started_ = true;
    take_prefixes(table_);
    out_.blocks.push_back(std::move(table_));
  }

  void empty_line_unless_one() {
    const TextBlock& last = out_.blocks.back();
    if (last.kind != TextBlock::Kind::line || !last.pieces.empty()) empty_line();
  }

  std::string_view source_;
  MarkdownText out_;
  std::vector<Prefix> prefixes_;
  std::vector<ListMark> marks_;
  Pieces line_;
  TextBlock table_;
  std::string code_, language_, address_, label_;
  std::size_t place_ = 0;
  int emphasis_ = 0, strong_ = 0, code_spans_ = 0, heading_ = 0;
  bool in_code_ = false, in_cell_ = false, in_link_ = false, started_ = false, used_prefixes_ = true, item_pending_ = false;
};

MarkdownReader& reader(void* data) {
  return *static_cast<MarkdownReader*>(data);
}

}  // namespace

MarkdownText read_markdown(const std::string& text) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) { return reader(data).enter(type, detail), 0; };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) { return reader(data).leave(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) { return reader(data).enter(type, detail), 0; };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* data) { return reader(data).leave(type, detail), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* data) {
    return reader(data).text(type, std::string_view(bytes, size)), 0;
  };
  MarkdownReader found(text);
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &found);
  return found.finish();
}

}  // namespace ebb
