// Which member holds the collection, and getting it out: `meta` decides, for newer packages carry a decoy.
#include "formats/anki/package.hpp"

#include <fmt/format.h>

#include <optional>

#include "formats/anki/protobuf.hpp"
#include "formats/archive/temporary_file.hpp"
#include "formats/archive/zstd_stream.hpp"
#include "formats/html_text.hpp"

namespace ebb {
namespace {

constexpr std::size_t largest_collection = std::size_t{512} << 20;
constexpr std::size_t largest_meta = 4096;
constexpr std::size_t journal_mode_at = 18;

bool is_database(ByteSource& source) {
  std::string magic(15, '\0');
  std::size_t size = 0, count = 0;
  while (size < magic.size() && (count = source.read(magic.data() + size, magic.size() - size)) > 0) size += count;
  source.rewind();
  return magic == "SQLite format 3";
}

// The two bytes that say "write-ahead log" are made those of an ordinary file: the log was left behind.
class CollectionFile {
 public:
  void write(std::string_view piece) {
    std::string head;
    for (std::size_t at : {journal_mode_at, journal_mode_at + 1}) {
      if (at < size_ || at - size_ >= piece.size() || piece[at - size_] != 2) continue;
      if (head.empty()) head = piece;
      head[at - size_] = 1;
    }
    file.write(head.empty() ? piece : std::string_view(head));
    size_ += piece.size();
  }
  TemporaryFile file;

 private:
  std::size_t size_ = 0;
};

}  // namespace

AnkiPackage::AnkiPackage(ByteSource& source) : file_(source.name()) {
  CollectionFile copy;
  const auto write = [&](std::string_view piece) { copy.write(piece); };
  if (is_database(source)) {
    if (source.size() > largest_collection) throw Error(Exit::input, fmt::format("{}: larger than 512 MiB.", file_));
    char buffer[4096];
    for (std::size_t count = source.read(buffer, sizeof buffer); count > 0; count = source.read(buffer, sizeof buffer))
      write({buffer, count});
    member_ = "a collection without its package";
  } else {
    zip_ = std::make_unique<ZipReader>(source);
    choose_member();
    if (latest_) {
      ZstdStream stream(fmt::format("{}: the collection inside it", file_), largest_collection, write);
      zip_->read(member_, largest_collection, [&](std::string_view piece) { stream.push(piece); });
      stream.finish();
    } else {
      zip_->read(member_, largest_collection, write);
    }
  }
  copy.file.flush();
  path_ = copy.file.path();
  database_ = guarded([&] { return std::make_unique<UntrustedDatabase>(path_); });
}

void AnkiPackage::choose_member() {
  if (zip_->has("meta")) {
    const std::string meta = zip_->text("meta", largest_meta);
    const std::uint64_t version = proto_number(meta, 1);
    if (version < 1 || version > 3)
      throw Error(Exit::input, fmt::format("{}: a newer Anki made this package (version {}). Export it there with "
                                           "\"Support older Anki versions\".",
                                           file_, version));
    latest_ = version == 3;
    member_ = version == 3 ? "collection.anki21b" : version == 2 ? "collection.anki21" : "collection.anki2";
    return;
  }
  member_ = zip_->has("collection.anki21") ? "collection.anki21" : "collection.anki2";
  if (!zip_->has(member_))
    throw Error(Exit::input, fmt::format("{}: there is no Anki collection in this archive.", file_));
}

std::string AnkiPackage::told(std::string text) const {
  for (std::size_t at = text.find(path_); !path_.empty() && at != std::string::npos; at = text.find(path_))
    text.replace(at, path_.size(), "its database");
  return fmt::format("{}: the collection inside it cannot be read: {}.", file_, valid_utf8(text));
}

}  // namespace ebb
