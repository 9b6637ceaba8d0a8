// Markdown decks: the first pass tells the dialect, the second reads it.
#include <algorithm>

#include "formats/markdown/dialects.hpp"
#include "formats/markdown/escape.hpp"
#include "formats/markdown/front_matter.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

constexpr std::size_t longest_front = std::size_t{64} << 10;

// Takes note of a front matter that begins on the first line.
class FrontLook {
 public:
  // True while the line belongs to it.
  bool line(const std::string& line, int number, PageLook& look) {
    if (number == 1) open_ = trimmed(line) == "---" && line[0] == '-';
    if (!open_) return false;
    if (number == 1) return true;
    if (trimmed(line) == "---") {
      open_ = false;
      look.front_lines = number;
      const FrontMatter matter = read_front_matter(text_);
      look.name = matter.name;
      look.tagged = matter.tagged;
      look.tagged_deck = matter.tagged_deck;
      return true;
    }
    if (begins_side(line, "QAC") || text_.size() > longest_front) open_ = false;
    text_ += line + "\n";
    return open_;
  }
  bool open() const { return open_; }

 private:
  bool open_ = false;
  std::string text_;
};

// `C:` and a hole, or the rest on the next lines.
bool cloze_line(std::string_view line) {
  return begins_side(line, "C") && (blank(line.substr(2)) || line.find('[') != std::string_view::npos);
}

PageLook look_at(ByteSource& source) {
  CleanText text(source);
  Lines lines(text);
  PageLook look;
  FrontLook front;
  Fence fence;
  std::string line;
  while (lines.next(line)) {
    if (front.line(line, lines.number(), look)) continue;
    look.sides |= begins_side(line, "Q") || cloze_line(line);
    if (!fence.line(line) && heading_level(line) == 1) ++look.titles;
  }
  look.unclosed = front.open();
  source.rewind();
  return look;
}

}  // namespace

ReadReport read_markdown(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  const PageLook look = look_at(source);
  ReadReport report;
  report.format = "md";
  report.shape = look.sides ? "Markdown of hashcards: Q: and A:, C: with [holes]; headings name decks"
                            : "Markdown of Obsidian: question::answer, ? between lines, ==holes==; headings and "
                              "#flashcards tags name decks";
  MarkdownPage page(source, options, sink, report, look);
  if (look.unclosed) page.warn(1, "the front matter that begins here never ends: it is read as text");
  if (look.sides)
    read_hashcards(page, look);
  else
    read_obsidian(page, look);
  page.finish("a card is Q: and A: at the start of lines, C: with a [hole], or question::answer on one line");
  return report;
}

int sniff_markdown(std::string_view head, std::string_view file_name) {
  for (const std::string_view suffix : {".md", ".markdown"})
    if (has_suffix(file_name, suffix)) return 95;
  if (has_suffix(file_name, ".txt")) return 0;
  bool clozes = false, schedule = false;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    clozes |= cloze_line(head.substr(0, end));
    schedule |= head.substr(0, end).find("<!--SR:!") != std::string_view::npos;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return clozes || schedule ? 75 : 0;
}

}  // namespace ebb
