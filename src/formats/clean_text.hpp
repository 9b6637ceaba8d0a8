// A byte source as pieces of valid UTF-8: byte-order mark skipped, UTF-16 decoded, invalid bytes replaced and noted.
#pragma once
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "ebb/core/byte_source.hpp"

namespace ebb {

// Where something stands in a file; both count from 1, columns in bytes.
struct Place {
  int line = 1;
  int column = 1;
};

// A run of bytes that is not UTF-8. It became U+FFFD; the card it stands in is not to be trusted.
struct BadSpot {
  std::size_t at = 0;    // position in the clean text
  std::size_t byte = 0;  // offset in the file
  Place place;
};

// Positions count bytes of the clean text from its start.
class CleanText {
 public:
  // With `json_escapes`, a lone surrogate such as \ud800 is rewritten to \ufffd.
  explicit CleanText(ByteSource& source, bool json_escapes = false) : source_(source), json_escapes_(json_escapes) {}

  // Moves to the next piece, never empty; false at the end, also when asked again.
  bool next();
  std::string_view piece() const { return piece_; }
  // Position of the piece's first byte.
  std::size_t start() const { return start_; }
  // Line and column of a position in the current piece; ask in rising order.
  Place place(std::size_t position);

  // What was found on the way.
  bool had_mark() const { return had_mark_; }
  bool was_utf16() const { return encoding_ != Encoding::utf8; }
  int lone_surrogates() const { return lone_surrogates_; }
  // Bad spots not yet dealt with, in order; the reader takes them off.
  std::deque<BadSpot>& bad_spots() { return bad_spots_; }

  // Bytes of the file read so far.
  std::size_t done() const { return done_; }
  const std::string& name() const { return source_.name(); }

 private:
  enum class Encoding { utf8, utf16_little, utf16_big };
  void read_raw();
  void detect_encoding();
  void decode_utf8(std::string& out, std::size_t position);
  void decode_utf16(std::string& out);
  std::size_t mend_escapes(std::string& text, std::size_t from);
  void count_lines_to(std::size_t position);

  ByteSource& source_;
  bool json_escapes_;
  bool started_ = false, at_end_ = false, had_mark_ = false;
  Encoding encoding_ = Encoding::utf8;
  std::string raw_;         // bytes of the file not decoded yet
  std::size_t raw_at_ = 0;  // offset in the file of raw_'s first byte
  std::string piece_;
  std::string held_;        // clean text that belongs to the next piece: an escape cut in two
  std::size_t start_ = 0, done_ = 0;
  std::size_t counted_ = 0, line_start_ = 0;
  int line_ = 1, lone_surrogates_ = 0;
  std::deque<BadSpot> bad_spots_;
};

}  // namespace ebb
