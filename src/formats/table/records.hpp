// RFC 4180: a clean text as records of fields. A `"` is special only where a field begins.
#pragma once
#include <string>
#include <vector>

#include "formats/clean_text.hpp"

namespace ebb {

// One record. The strings keep their room from record to record; `count` says how many are in use.
struct Record {
  std::vector<std::string> fields;
  std::size_t count = 0;
  int line = 0;                  // where it begins
  std::size_t begin = 0, end = 0;  // positions in the clean text
  bool empty() const { return count == 1 && fields[0].empty(); }
};

class Records {
 public:
  // `skip` bytes at the start are no records. `partial`: the text is only the head of a file, so a quote may stay open.
  Records(CleanText& text, char separator, std::size_t skip, bool partial = false)
      : text_(text), separator_(separator), skip_(skip), partial_(partial) {}

  // The next record that is not a blank line; false at the end. Throws `Error(Exit::input)` with the line of a quote
  // that is never closed.
  bool next(Record& record);
  // Line of the first field whose quote was closed before the field ended; 0 if there was none. Such a field is taken
  // as it is written.
  int odd_quote_line() const { return odd_quote_line_; }

 private:
  static constexpr int none = -1;
  int peek();
  void take() { ++at_; }
  bool read_record(Record& record);
  std::string& new_field(Record& record);
  void read_plain(std::string& field);
  bool read_quoted(std::string& field, int line);
  void end_record();

  CleanText& text_;
  char separator_;
  std::size_t skip_, at_ = 0;
  bool partial_, cut_ = false, carriage_returns_ = false;
  int odd_quote_line_ = 0;
};

}  // namespace ebb
