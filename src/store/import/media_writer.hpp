// Putting pictures and sounds beside the collection.
#pragma once
#include <string>
#include <vector>

#include "ebb/store/media.hpp"
#include "store/log/batch.hpp"

namespace ebb {

// For one import. What it wrote is taken away again unless it is kept; files that were there stay.
class MediaWriter {
 public:
  explicit MediaWriter(Collection& collection) : library_(collection) {}
  ~MediaWriter();
  MediaWriter(const MediaWriter&) = delete;
  MediaWriter& operator=(const MediaWriter&) = delete;
  // The label in the log and, if `to_disk`, the file. Returns whether the label was new or meant another file.
  enum class Outcome { same, fresh, replaced };
  Outcome take(Batch& batch, const std::string& name, const std::string& bytes, bool to_disk);
  // Waits until the files are on the disk: before the commit that names them.
  void keep();

 private:
  void write(const std::string& path, const std::string& bytes);
  MediaLibrary library_;
  std::vector<std::string> written_;
};

}  // namespace ebb
