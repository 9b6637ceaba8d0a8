// Pictures and sounds: files beside the collection, named by their content; the names that notes have are labels.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "ebb/store/collection.hpp"

namespace ebb {

/// The labels of a collection, as they are when it is made.
class MediaLibrary {
 public:
  explicit MediaLibrary(Collection& collection);
  /// The bytes behind a label; nothing if there is none, or its file is gone or no longer what it was.
  std::optional<std::string> bytes(const std::string& name) const;
  /// The file behind a label, by a path that begins with a slash and has nothing of the label in it; nothing if there is
  /// none of the right size.
  std::optional<std::string> file(const std::string& name) const;
  /// How many labels have no file of the right size.
  int missing() const;

 private:
  friend class MediaWriter;
  struct Known {
    std::string hash;
    std::int64_t size = 0;
  };
  std::string path_of(const std::string& hash) const;
  std::string folder_;
  std::map<std::string, Known, std::less<>> known_;
};

}  // namespace ebb
