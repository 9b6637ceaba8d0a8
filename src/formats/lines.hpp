// A clean text line by line.
#pragma once
#include <string>

#include "formats/clean_text.hpp"

namespace ebb {

class Lines {
 public:
  explicit Lines(CleanText& text) : text_(text) {}
  // The next line, without its end (LF or CRLF); false at the end. A line is cut off after 2 MiB.
  bool next(std::string& line);
  // Number of the line last given, from 1.
  int number() const { return number_; }
  // Positions of its first byte and of the byte after it.
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return text_.start() + at_; }

 private:
  CleanText& text_;
  std::size_t at_ = 0, begin_ = 0;
  int number_ = 0;
};

}  // namespace ebb
