// An Anki package or collection: from its bytes to an open database.
#pragma once
#include <memory>
#include <string>

#include "ebb/core/byte_source.hpp"
#include "ebb/core/error.hpp"
#include "ebb/sqlite/database.hpp"
#include "formats/archive/zip_reader.hpp"

namespace ebb {

class AnkiPackage {
 public:
  // Throws `Error(Exit::input)` if there is no collection in it that can be read.
  explicit AnkiPackage(ByteSource& source);

  UntrustedDatabase& database() { return *database_; }
  // The archive; null for a bare database.
  ZipReader* zip() { return zip_.get(); }
  // Whether its members are compressed with zstd and its lists are protocol buffers.
  bool latest() const { return latest_; }
  // Which member the collection is: `collection.anki21b`.
  const std::string& member() const { return member_; }

  // Runs something that reads the database; its errors become those of the file.
  template <typename Work>
  auto guarded(Work work) const {
    try {
      return work();
    } catch (const Error& error) {
      throw Error(Exit::input, told(error.what()));
    }
  }

 private:
  void choose_member();
  std::string told(std::string text) const;

  std::string file_, member_, path_;
  bool latest_ = false;
  std::unique_ptr<ZipReader> zip_;
  std::unique_ptr<UntrustedDatabase> database_;
};

}  // namespace ebb
