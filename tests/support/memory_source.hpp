// Bytes in memory as a source that is read in pieces of any size.
#pragma once
#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "ebb/core/byte_source.hpp"

namespace ebb {

class MemorySource : public ByteSource {
 public:
  /// At most `piece` bytes are given at a time.
  MemorySource(std::string bytes, std::string name, std::size_t piece = std::string::npos)
      : bytes_(std::move(bytes)), name_(std::move(name)), piece_(piece) {}
  const std::string& name() const override { return name_; }
  std::size_t size() const override { return bytes_.size(); }
  std::size_t read(char* buffer, std::size_t room) override {
    const std::size_t count = std::min({room, piece_, bytes_.size() - at_});
    if (count > 0) std::memcpy(buffer, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }
  void rewind() override { at_ = 0; }

 private:
  std::string bytes_, name_;
  std::size_t piece_, at_ = 0;
};

}  // namespace ebb
