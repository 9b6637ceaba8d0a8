// What is there on disk: folders made, files listed, links resolved.
#include "ebb/system/files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "system/failure.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool hidden(const fs::path& path) {
  return path.filename().native().front() == '.';
}

}  // namespace

void make_private_folder(const std::string& path) {
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (!part.empty() && ::mkdir(part.c_str(), 0700) != 0 && !is_folder(part)) {
      throw failure(Exit::store, "Cannot make the folder", part, "Choose another place, or mend this one.");
    }
    if (end == std::string::npos) return;
  }
}

bool exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> found;
  try {
    for (auto at = fs::recursive_directory_iterator(folder); at != fs::recursive_directory_iterator(); ++at) {
      if (hidden(at->path())) {
        if (at->is_directory()) at.disable_recursion_pending();
      } else if (at->is_regular_file()) {
        found.push_back(at->path().string());
      }
    }
  } catch (const fs::filesystem_error& error) {
    throw Error(Exit::input, "Cannot list " + error.path1().string() + ": " + error.code().message() + '.');
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string resolved(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string result = real;
  std::free(real);
  return result;
}

}  // namespace ebb
