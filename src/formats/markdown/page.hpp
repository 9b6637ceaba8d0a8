// A Markdown or org file while it is read: its lines, the deck that a place belongs to, and the cards handed on.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/intake.hpp"
#include "formats/lines.hpp"

namespace ebb {

// What the first pass over a file finds.
struct PageLook {
  int front_lines = 0;      // of the front matter, its fences included
  std::string name;         // of the deck, by the front matter
  std::string tagged_deck;  // of a flashcards tag in the front matter
  bool tagged = false;      // the front matter has a flashcards tag, with or without a deck
  int titles = 0;           // headings of level 1
  bool sides = false;       // a line begins with Q: or C:
  bool unclosed = false;    // a front matter that never ends
};

class MarkdownPage {
 public:
  MarkdownPage(ByteSource& source, const ReadOptions& options, ImportSink& sink, ReadReport& report, const PageLook& look);

 private:
  CleanText text_;  // before the lines that are cut from it

 public:
  Lines lines;

  // From here on the deck is named by this heading, below those of lower levels. A title names the file's deck.
  void heading(int level, std::string_view title);
  std::string deck() const;

  // A new note that begins on the line last read.
  ImportedNote begin();
  // Hands a note on whose last line is the one last read. False if it holds bytes that are no UTF-8.
  void take(ImportedNote&& note, std::size_t begin, std::size_t end);
  void leave_out(const ImportedNote& note, std::string what) {
    intake_.leave_out(note.card, {note.line, 1}, std::move(what));
  }
  // About a line that belongs to no card.
  void warn(int line, std::string what) { intake_.warn(0, {line, 1}, std::move(what)); }
  Intake& intake() { return intake_; }
  int cards() const { return cards_; }
  // Tells of a file without cards. Call once, at the end.
  void finish(const char* wanted);

 private:
  Intake intake_;
  std::size_t total_;
  std::string base_;                   // the deck outside all headings
  std::vector<std::string> headings_;  // by level, empty where there is none
  bool titles_nest_, titles_unused_;
  int cards_ = 0;
};

}  // namespace ebb
