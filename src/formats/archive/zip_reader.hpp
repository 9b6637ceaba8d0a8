// A zip archive as a list of members that are inflated piece by piece, within limits that no header can raise.
#pragma once
#include <minizip/unzip.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/byte_source.hpp"

namespace ebb {

class ZipReader {
 public:
  using Piece = std::function<void(std::string_view)>;

  // Reads the list of members. Throws `Error(Exit::input)` if it is no archive, cut short, or has too many members.
  explicit ZipReader(ByteSource& source);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  bool has(const std::string& name) const { return members_.count(name) > 0; }
  // All members, sorted.
  std::vector<std::string> names() const;
  // Hands over a member's bytes in pieces; `bytes` of it at most. Throws `Error(Exit::input)` when the member is not
  // there, damaged, encrypted, or larger; and when it, or all members together, grow as only a bomb does.
  void read(const std::string& name, std::size_t bytes, const Piece& piece);
  // The same as one string.
  std::string text(const std::string& name, std::size_t bytes);

 private:
  [[noreturn]] void fail(const std::string& why) const;
  void list_members();

  std::string file_;
  unzFile zip_ = nullptr;
  std::map<std::string, unz64_file_pos, std::less<>> members_;
  std::uint64_t inflated_ = 0, most_inflated_;
};

}  // namespace ebb
