// Writing a file so that, whatever happens, either the old one or the new one is there.
#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>

#include "ebb/system/files.hpp"
#include "system/descriptor.hpp"
#include "system/failure.hpp"

namespace ebb {
namespace {

constexpr const char* advice = "Nothing was changed.";

void write_all(const Descriptor& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failure(Exit::store, "Cannot write", path, advice);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Hidden, so that a crash between two steps leaves nothing that is taken for a deck.
std::string temporary_beside(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;  // 0 without a slash
  return path.substr(0, name) + '.' + path.substr(name) + '.' + std::to_string(process_id()) + ".tmp";
}

void sync_folder(const std::string& folder) {
  const Descriptor open{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  // Some file systems cannot sync a folder and say so with EINVAL; the rename stands all the same.
  if (open.open() && ::fsync(open.number()) != 0 && errno != EINVAL) {
    throw failure(Exit::store, "Cannot save the folder", folder, "The file was written, but may not survive a crash.");
  }
}

void write_synced(const std::string& path, mode_t mode, std::string_view bytes) {
  ::unlink(path.c_str());  // left by a crashed process that had this number
  const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
  if (!file.open()) throw failure(Exit::store, "Cannot write", path, advice);
  write_all(file, bytes, path);
  if (::fsync(file.number()) != 0) throw failure(Exit::store, "Cannot save", path, advice);
}

// A device or a pipe cannot be replaced: `-o /dev/null` must not turn it into a file.
void write_through(const std::string& path, std::string_view bytes) {
  const Descriptor file{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
  if (!file.open()) throw failure(Exit::store, "Cannot write", path, advice);
  write_all(file, bytes, path);
}

}  // namespace

void write_file_atomically(const std::string& path, std::string_view bytes) {
  const std::string target = resolved(path);
  struct stat status {};
  const bool there = ::stat(target.c_str(), &status) == 0;
  if (there && S_ISDIR(status.st_mode)) throw Error(Exit::store, path + " is a folder. Name a file in it.");
  if (there && !S_ISREG(status.st_mode)) return write_through(target, bytes);

  const std::string temporary = temporary_beside(target);
  try {
    write_synced(temporary, there ? status.st_mode & 0777 : 0666, bytes);
    if (std::rename(temporary.c_str(), target.c_str()) != 0) throw failure(Exit::store, "Cannot write", path, advice);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  sync_folder(folder_of(target));
}

}  // namespace ebb
