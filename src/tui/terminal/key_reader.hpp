// Bytes from a terminal into keys, however they are cut into pieces and however late they come.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tui/terminal/key.hpp"

namespace ebb {

/// Reads keys out of a stream of bytes. After ESC everything up to the sequence's final byte is one key, however late
/// it comes: a slow line can never turn the rest of Ctrl-Right into a grade. Only an ESC that nothing followed for a
/// while is a key of its own, and even then `[`, `O` or `]` after it goes on with the sequence.
class KeyReader {
 public:
  /// Takes the next bytes and gives the keys that are complete.
  std::vector<Key> feed(std::string_view bytes);
  /// Whether the last byte was an ESC that may be a key of its own.
  bool may_be_escape() const { return mode_ == Mode::escape; }
  /// No byte came for a while: the key Escape, if `may_be_escape`.
  std::optional<Key> quiet();

 private:
  enum class Mode {
    ground,
    escape,
    told_escape,
    intermediate,
    csi,
    linux_function,
    ss3,
    string,
    string_escape,
    paste,
    utf8
  };
  void take(unsigned char byte, std::vector<Key>& keys);
  void ground(unsigned char byte, std::vector<Key>& keys);
  void escape(unsigned char byte, std::vector<Key>& keys);
  void told_escape(unsigned char byte, std::vector<Key>& keys);
  void intermediate(unsigned char byte, std::vector<Key>& keys);
  void csi(unsigned char byte, std::vector<Key>& keys);
  void string(unsigned char byte, std::vector<Key>& keys);
  void paste(unsigned char byte, std::vector<Key>& keys);
  void utf8(unsigned char byte, std::vector<Key>& keys);
  void emit(Key key, std::vector<Key>& keys);
  Mode mode_ = Mode::ground;
  std::string sequence_;  // parameters of the sequence so far, or the end of a paste so far
  char32_t code_ = 0;     // the code point so far
  int more_ = 0;          // its bytes still to come
  char32_t least_ = 0;    // the least value that this length may spell
};

}  // namespace ebb
