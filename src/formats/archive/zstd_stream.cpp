// zstd by its streaming decoder: sizes that a frame declares are not believed.
#include "formats/archive/zstd_stream.hpp"

#include <fmt/format.h>
#include <zstd.h>

#include <utility>
#include <vector>

#include "ebb/core/error.hpp"

namespace ebb {

struct ZstdStream::Context {
  ZSTD_DCtx* decoder = ZSTD_createDCtx();
  std::vector<char> buffer = std::vector<char>(ZSTD_DStreamOutSize());
  ~Context() { ZSTD_freeDCtx(decoder); }
};

ZstdStream::ZstdStream(std::string what, std::size_t bytes, Piece piece)
    : context_(std::make_unique<Context>()), what_(std::move(what)), piece_(std::move(piece)), most_(bytes) {
  constexpr int largest_window = 27;  // 128 MiB: what the zstd program itself accepts
  ZSTD_DCtx_setParameter(context_->decoder, ZSTD_d_windowLogMax, largest_window);
}

ZstdStream::~ZstdStream() = default;

void ZstdStream::push(std::string_view compressed) {
  constexpr std::uint64_t small = std::uint64_t{10} << 20, most_ratio = 2000;
  taken_ += compressed.size();
  ZSTD_inBuffer in{compressed.data(), compressed.size(), 0};
  bool full = false;
  while (in.pos < in.size || full) {
    ZSTD_outBuffer out{context_->buffer.data(), context_->buffer.size(), 0};
    const std::size_t left = ZSTD_decompressStream(context_->decoder, &out, &in);
    if (ZSTD_isError(left) != 0) throw Error(Exit::input, what_ + " is damaged.");
    open_frame_ = left != 0;
    full = left != 0 && out.pos == out.size;
    given_ += out.pos;
    if (given_ > most_ || (given_ > small && given_ / most_ratio > taken_))
      throw Error(Exit::input, what_ + " unpacks to far more than it should.");
    if (out.pos > 0) piece_({context_->buffer.data(), out.pos});
  }
}

void ZstdStream::finish() {
  if (open_frame_) throw Error(Exit::input, what_ + " is cut short.");
}

}  // namespace ebb
