// Bytes that can be read in pieces and read again from the start: a file, standard input, or memory.
#pragma once
#include <cstddef>
#include <string>

namespace ebb {

/// A deck file as readers see it. Reading in pieces keeps a million cards in little memory.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// As the user named it; `-` for standard input.
  virtual const std::string& name() const = 0;
  /// All of its bytes, counted.
  virtual std::size_t size() const = 0;
  /// Fills up to `room` bytes; 0 at the end. Throws `Error(Exit::input)` if the disk fails.
  virtual std::size_t read(char* buffer, std::size_t room) = 0;
  /// Back to the first byte.
  virtual void rewind() = 0;
};

}  // namespace ebb
