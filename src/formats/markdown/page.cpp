// Decks by headings, and the way of a note to the intake.
#include "formats/markdown/page.hpp"

namespace ebb {
namespace {

std::string base_deck(const ByteSource& source, const ReadOptions& options, const PageLook& look) {
  if (!options.deck.empty()) return options.deck;
  return look.name.empty() ? deck_from_file(source.name()) : look.name;
}

}  // namespace

MarkdownPage::MarkdownPage(ByteSource& source, const ReadOptions& options, ImportSink& sink, ReadReport& report,
                           const PageLook& look)
    : text_(source),
      lines(text_),
      intake_(sink, report, source.name(), base_deck(source, options, look)),
      total_(source.size()),
      base_(base_deck(source, options, look)),
      titles_nest_(!options.deck.empty() && look.titles > 1),
      titles_unused_(!options.deck.empty() && look.titles <= 1) {}

void MarkdownPage::heading(int level, std::string_view title) {
  headings_.resize(static_cast<std::size_t>(level));
  std::string& name = headings_.back();
  name = trimmed(title);
  if (level == 1 && titles_unused_) name.clear();
}

std::string MarkdownPage::deck() const {
  const bool titled = !headings_.empty() && !headings_[0].empty();
  std::string name = titled && !titles_nest_ ? "" : base_;
  for (const std::string& heading : headings_)
    if (!heading.empty()) name += (name.empty() ? "" : "::") + heading;
  return name;
}

ImportedNote MarkdownPage::begin() {
  ImportedNote note;
  note.card = ++cards_;
  note.line = lines.number();
  note.deck = deck();
  return note;
}

void MarkdownPage::take(ImportedNote&& note, std::size_t begin, std::size_t end) {
  if (intake_.left_out_for_bytes(text_, begin, end, note.card)) return;
  intake_.take(std::move(note), 1);
  intake_.sink().progress(text_.done(), total_);
}

void MarkdownPage::finish(const char* wanted) {
  if (cards_ == 0) intake_.warn(0, {}, std::string("there is no card in it: ") + wanted);
  intake_.finish(text_);
  intake_.sink().progress(total_, total_);
}

}  // namespace ebb
