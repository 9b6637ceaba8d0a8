// zstd frames, undone piece by piece.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace ebb {

class ZstdStream {
 public:
  using Piece = std::function<void(std::string_view)>;

  // Gives at most `bytes` to `piece`. `what` names the data in errors.
  ZstdStream(std::string what, std::size_t bytes, Piece piece);
  ~ZstdStream();
  ZstdStream(const ZstdStream&) = delete;
  ZstdStream& operator=(const ZstdStream&) = delete;

  // The next compressed bytes. Throws `Error(Exit::input)` if they are damaged or unpack to too much.
  void push(std::string_view compressed);
  // The end: throws if the last frame is not whole.
  void finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
  std::string what_;
  Piece piece_;
  std::uint64_t most_, taken_ = 0, given_ = 0;
  bool open_frame_ = true;
};

}  // namespace ebb
