// Reading the bundled deck as if it were a file.
#include "cli/decks/bundled_deck.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace ebb {
namespace {

class BundledSource : public ByteSource {
 public:
  const std::string& name() const override { return name_; }
  std::size_t size() const override { return bundled_deck.size(); }
  std::size_t read(char* buffer, std::size_t room) override {
    const std::size_t count = std::min(room, bundled_deck.size() - at_);
    std::memcpy(buffer, bundled_deck.data() + at_, count);
    at_ += count;
    return count;
  }
  void rewind() override { at_ = 0; }

 private:
  std::string name_ = "training-deep-neural-nets.json";
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> bundled_deck_source() {
  return std::make_unique<BundledSource>();
}

}  // namespace ebb
