// Reading the labels from the log and the files by their hash.
#include "ebb/store/media.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/fold/fold.hpp"
#include "store/import/media_hash.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

std::string folder_beside(const std::string& collection) {
  return collection == ":memory:" ? std::string() : (fs::absolute(collection).parent_path() / "media").string();
}

}  // namespace

MediaLibrary::MediaLibrary(Collection& collection) : folder_(folder_beside(collection.store().db().path())) {
  Store& store = collection.store();
  Statement& find = store.sql(
      "SELECT change.id, q, a, num FROM change INDEXED BY change_rare JOIN device ON device.dev = change.id >> 40"
      " WHERE what = 73 AND what >= 64 ORDER BY hlc, device.id, change.id");
  while (find.step())
    if (is_live(store, EntryId{find.number(0)})) known_[std::string(find.text(1))] = {std::string(find.text(2)), find.number(3)};
}

std::string MediaLibrary::path_of(const std::string& hash) const {
  // A merged log is somebody else's text: only what looks like a hash becomes a path.
  const bool is_hash = hash.size() == 64 && hash.find_first_not_of("0123456789abcdef") == std::string::npos;
  return is_hash && !folder_.empty() ? folder_ + "/" + hash.substr(0, 2) + "/" + hash.substr(2) : std::string();
}

std::optional<std::string> MediaLibrary::bytes(const std::string& name) const {
  const auto known = known_.find(name);
  if (known == known_.end()) return {};
  std::ifstream file(path_of(known->second.hash), std::ios::binary);
  if (!file) return {};
  std::ostringstream all;
  all << file.rdbuf();
  std::string bytes = all.str();
  if (media_hash(bytes) != known->second.hash) return {};
  return bytes;
}

std::optional<std::string> MediaLibrary::file(const std::string& name) const {
  const auto known = known_.find(name);
  if (known == known_.end()) return {};
  std::string path = path_of(known->second.hash);
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error || static_cast<std::int64_t>(size) != known->second.size) return {};
  return path;
}

int MediaLibrary::missing() const {
  int missing = 0;
  for (const auto& [name, known] : known_) missing += !file(name);
  return missing;
}

}  // namespace ebb
