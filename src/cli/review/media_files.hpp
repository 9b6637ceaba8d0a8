// The files behind the names that cards have for pictures and sounds.
#pragma once
#include <optional>
#include <string>

#include "ebb/store/media.hpp"

namespace ebb {

class MediaFiles {
 public:
  // The library is read when the first name is asked for: most decks have no media.
  explicit MediaFiles(Collection& collection) : collection_(collection) {}
  // The file as the collection keeps it; also for a name that is written as in an address (`a%20b.png`).
  std::optional<std::string> file(const std::string& name);
  std::optional<std::string> bytes(const std::string& name);
  // The same with an ending, as viewers want it: a link to it in the folder of what this machine remembers.
  std::optional<std::string> file_to_open(const std::string& name, const std::string& ending);

 private:
  Collection& collection_;
  std::optional<MediaLibrary> library_;
  bool cleared_ = false;  // what earlier sittings opened is gone
};

}  // namespace ebb
