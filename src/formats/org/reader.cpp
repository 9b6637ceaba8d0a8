// org files with cards of org-fc: headings tagged :fc:, their properties, review data and holes. Other headings name
// decks.
#include <fmt/format.h>

#include "formats/json/keys.hpp"
#include "formats/json/members.hpp"
#include "formats/json/values.hpp"
#include "formats/markdown/page.hpp"
#include "formats/org/parts.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

PageLook look_at(ByteSource& source) {
  CleanText text(source);
  Lines lines(text);
  PageLook look;
  std::string line;
  constexpr std::string_view title = "#+title:";
  while (look.name.empty() && lines.next(line))
    if (lower_case(std::string_view(line).substr(0, title.size())) == title)
      look.name = trimmed(std::string_view(line).substr(title.size()));
  source.rewind();
  return look;
}

class OrgReader {
 public:
  explicit OrgReader(MarkdownPage& page) : page_(page) {}

  void read() {
    std::string line;
    while (page_.lines.next(line)) {
      const auto heading = org_heading(line);
      if (heading)
        take_heading(*heading);
      else if (open_)
        take_line(line);
      if (open_) end_ = page_.lines.end();
    }
    finish_card();
    if (bad_ > 0) page_.intake().tell(fmt::format("rows of review data that could not be read: {}", bad_));
  }

 private:
  void take_heading(const OrgHeading& heading) {
    drawer_.clear();
    const bool inside = open_ && heading.level > level_ && !heading.card;
    if (inside && lower_case(heading.title) == "back") {
      has_back_ = true;
      return;
    }
    if (inside) return add(heading.title);
    finish_card();
    if (heading.card) return begin(heading);
    // The file itself is the deck above all headings.
    page_.heading(heading.level + 1, heading.title);
  }

  void begin(const OrgHeading& heading) {
    // A card's heading is no deck, and ends those of its level and below.
    page_.heading(heading.level + 1, "");
    note_ = page_.begin();
    begin_ = page_.lines.begin();
    open_ = true;
    level_ = heading.level;
    title_ = heading.title;
    for (const std::string& tag : heading.tags) {
      note_.suspended |= tag == "suspended";
      if (tag != "suspended") page_.intake().tag(note_.tags, tag);
    }
    type_ = "normal";
    front_.clear();
    back_.clear();
    reviews_.clear();
    has_back_ = false;
  }

  void take_line(const std::string& line) {
    const std::string_view bare = trimmed(line);
    if (!drawer_.empty()) return drawer_line(bare);
    const bool drawer =
        bare.size() > 2 && bare.front() == ':' && bare.back() == ':' && bare.find(' ') == std::string_view::npos;
    if (drawer) {
      drawer_ = bare;
      return;
    }
    for (const std::string_view planning : {"SCHEDULED:", "DEADLINE:", "CLOSED:"})
      if (bare.starts_with(planning)) return;
    add(line);
  }

  void drawer_line(std::string_view line) {
    const std::string upper = lower_case(line);
    if (upper == ":end:") return drawer_.clear();
    if (drawer_ == ":PROPERTIES:") return property(line);
    if (drawer_ != ":REVIEW_DATA:" || line.starts_with("|-") || upper.find("position") != std::string::npos) return;
    const auto review = org_review(line);
    if (review)
      reviews_.push_back(*review);
    else
      ++bad_;
  }

  void property(std::string_view line) {
    const std::size_t end = line.find(':', 1);
    if (!line.starts_with(':') || end == std::string_view::npos) return;
    const std::string_view name = line.substr(1, end - 1), value = trimmed(line.substr(end + 1));
    if (name == "ID") note_.id = value;
    if (name == "FC_TYPE") type_ = value;
  }

  void add(std::string_view line) {
    std::string& side = has_back_ ? back_ : front_;
    if (side.size() <= 2 * longest_field) side += std::string(line) + "\n";
  }

  void finish_card() {
    if (!std::exchange(open_, false)) return;
    const std::string body(trimmed(front_)), back(trimmed(back_));
    if (type_ == "cloze") {
      const Cloze cloze = parse_org_cloze(title_ + (body.empty() ? "" : "\n" + body));
      if (cloze.holes.empty()) return page_.leave_out(note_, "a cloze card without a {{hole}}: left out");
      note_.answer = back;
      if (const std::string why = make_cloze(note_, cloze); !why.empty())
        return page_.leave_out(note_, why + ": left out");
    } else {
      note_.question = has_back_ && !body.empty() ? title_ + "\n" + body : title_;
      note_.answer = has_back_ ? back : body;
      if (type_ == "double" || type_ == "vocab") make_reversed(note_);
    }
    if (type_ != "cloze" && type_ != "double" && type_ != "normal") add_text_member(note_.more, "FC_TYPE", type_);
    for (const OrgReview& review : reviews_) schedule(review);
    page_.take(std::move(note_), begin_, end_);
  }

  void schedule(const OrgReview& review) {
    if (note_.cards.empty()) note_.cards.emplace_back();
    for (ImportedCard& card : note_.cards)
      if (card.ordinal == review.ordinal) card.memory = review.memory;
  }

  MarkdownPage& page_;
  ImportedNote note_;
  std::string title_, type_, front_, back_, drawer_;
  std::vector<OrgReview> reviews_;
  bool open_ = false, has_back_ = false;
  int level_ = 0, bad_ = 0;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace

ReadReport read_org(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  const PageLook look = look_at(source);
  ReadReport report;
  report.format = "org";
  report.shape = "org: headings tagged :fc: are cards, the others name decks";
  MarkdownPage page(source, options, sink, report, look);
  OrgReader(page).read();
  page.finish("a card is a heading with the tag :fc:");
  return report;
}

int sniff_org(std::string_view head, std::string_view file_name) {
  if (has_suffix(file_name, ".org")) return 95;
  return head.find(":REVIEW_DATA:") != std::string_view::npos && head.find(":fc:") != std::string_view::npos ? 75 : 0;
}

}  // namespace ebb
