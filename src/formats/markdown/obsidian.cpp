// The dialect of Obsidian's spaced repetition: `::` within a line, `?` between lines, ==marked== text; schedules in
// comments, decks in tags. Code and other comments are passed over.
#include <fmt/format.h>

#include "formats/json/members.hpp"
#include "formats/markdown/dialects.hpp"
#include "formats/markdown/escape.hpp"
#include "formats/markdown/front_matter.hpp"
#include "formats/markdown/obsidian_card.hpp"
#include "formats/markdown/sr_schedule.hpp"

namespace ebb {
namespace {

constexpr std::string_view schedule_comment = "<!--SR:";

std::string_view without_bullet(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "+ "})
    if (line.starts_with(bullet)) return line.substr(2);
  return line;
}

class ObsidianReader {
 public:
  ObsidianReader(MarkdownPage& page, const PageLook& look)
      : page_(page), look_(look), tag_deck_(look.tagged_deck), tagged_(look.tagged) {}

  void read() {
    std::string line;
    while (page_.lines.next(line)) {
      if (page_.lines.number() > look_.front_lines) take_line(line);
    }
    end_block();
    if (!tagged_ && page_.cards() > 0)
      page_.intake().tell("no #flashcards tag says which lines are cards: all that look like one were taken");
    if (bad_ > 0)
      page_.intake().tell(fmt::format("schedules that could not be read, so that their cards are new: {}", bad_));
  }

 private:
  enum class Kind { text, basic, reversed, single, single_reversed };

  void take_line(const std::string& line) {
    if (in_comment_) {
      in_comment_ = line.find("-->") == std::string::npos;
      return;
    }
    const bool code = fence_.line(line);
    if (code) {
      if (kind_ == Kind::basic || kind_ == Kind::reversed) add(line);
      return;
    }
    const std::string_view bare = trimmed(line);
    if (bare.starts_with("<!--") && !bare.starts_with(schedule_comment)) {
      in_comment_ = bare.find("-->") == std::string_view::npos;
      return;
    }
    if (const int level = heading_level(line); level > 0) {
      end_block();
      return page_.heading(level, line.substr(static_cast<std::size_t>(level)));
    }
    text_line(line, bare);
  }

  void text_line(const std::string& line, std::string_view bare) {
    const bool single = kind_ == Kind::single || kind_ == Kind::single_reversed;
    if (blank(line)) return end_block();
    if (single && !bare.starts_with(schedule_comment)) end_block();
    const bool multi = kind_ == Kind::basic || kind_ == Kind::reversed;
    if (!multi && bare.starts_with("#") && tag_line(std::string(bare))) return;
    if (!multi && (bare == "?" || bare == "??") && !block_.empty()) {
      kind_ = bare == "?" ? Kind::basic : Kind::reversed;
      split_ = block_.size();
      return;
    }
    const auto split = multi || bare.starts_with(schedule_comment) ? std::nullopt : inline_split(line);
    if (split) {
      end_block();
      kind_ = split->both_ways ? Kind::single_reversed : Kind::single;
    }
    add(line);
  }

  // A line that holds nothing but tags, one of them a deck's: it counts from here on.
  bool tag_line(std::string line) {
    const LeadingTags tags = take_leading_tags(line);
    if (!tags.decks || !line.empty()) return false;
    end_block();
    tagged_ = true;
    tag_deck_ = tags.deck;
    return true;
  }

  void add(std::string_view line) {
    if (block_.empty()) {
      first_line_ = page_.lines.number();
      begin_ = page_.lines.begin();
    } else if (block_.size() <= 4 * longest_field) {
      block_ += '\n';
    }
    if (block_.size() <= 4 * longest_field) block_ += line;
    end_ = page_.lines.end();
  }

  void end_block() {
    const Kind kind = std::exchange(kind_, Kind::text);
    std::string block = std::exchange(block_, {});
    if (block.empty()) return;
    const std::size_t split = std::exchange(split_, 0);
    if (kind == Kind::text && parse_marked(block).holes.empty()) return;
    ImportedNote note = page_.begin();
    note.line = first_line_;
    if (!tag_deck_.empty()) note.deck = tag_deck_;
    std::string front = block.substr(0, split), back = block.substr(split);
    if (kind == Kind::single || kind == Kind::single_reversed) split_line(block, front, back);
    if (kind == Kind::text) front.swap(back);
    std::string& last = kind == Kind::text ? front : back;
    const auto schedules = take_schedules(last, bad_);
    if (const std::string why = finish(note, kind, front, back); !why.empty())
      return page_.leave_out(note, why + ": left out");
    schedule(note, schedules);
    page_.take(std::move(note), begin_, end_);
  }

  static void split_line(const std::string& block, std::string& front, std::string& back) {
    const auto at = inline_split(block.substr(0, block.find('\n')));
    front = block.substr(0, at->at);
    back = block.substr(at->at + at->length);
  }

  // Why the note cannot be taken; empty if it can.
  std::string finish(ImportedNote& note, Kind kind, std::string& front, std::string& back) {
    front = trimmed(front);
    back = trimmed(back);
    const LeadingTags tags = take_leading_tags(front);
    tagged_ |= tags.decks;
    if (!tags.deck.empty()) note.deck = tags.deck;
    for (const std::string& tag : tags.more) page_.intake().tag(note.tags, tag);
    const std::string block_id = take_block_id(kind == Kind::text ? front : back);
    if (kind == Kind::text) {
      if (std::string why = make_cloze(note, parse_marked(front)); !why.empty()) return why;
    } else {
      note.question = without_bullet(front);
      note.answer = back;
      if (kind == Kind::reversed || kind == Kind::single_reversed) make_reversed(note);
    }
    if (!block_id.empty()) add_text_member(note.more, "block", block_id);
    return "";
  }

  void schedule(ImportedNote& note, const std::vector<std::optional<Memory>>& schedules) {
    if (schedules.empty()) return;
    if (note.cards.empty()) note.cards.emplace_back();
    for (std::size_t i = 0; i < std::min(schedules.size(), note.cards.size()); ++i) note.cards[i].memory = schedules[i];
    if (schedules.size() > note.cards.size())
      page_.intake().tell("a comment holds more schedules than there are cards");
  }

  MarkdownPage& page_;
  const PageLook& look_;
  std::string tag_deck_, block_;
  Kind kind_ = Kind::text;
  std::size_t split_ = 0, begin_ = 0, end_ = 0;
  int first_line_ = 0, bad_ = 0;
  bool tagged_, in_comment_ = false;
  Fence fence_;
};

}  // namespace

void read_obsidian(MarkdownPage& page, const PageLook& look) {
  ObsidianReader(page, look).read();
}

}  // namespace ebb
