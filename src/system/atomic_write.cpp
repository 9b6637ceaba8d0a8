// Writing a file so that, whatever happens, either the old one or the new one is there.
#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>
#include <utility>

#include "ebb/system/files.hpp"
#include "system/descriptor.hpp"
#include "system/failure.hpp"

namespace ebb {
namespace {

constexpr const char* advice = "Nothing was changed.";

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

}  // namespace

AtomicFile::AtomicFile(const std::string& path) : path_(path), target_(resolved(path)) {
  struct stat status {};
  const bool there = ::stat(target_.c_str(), &status) == 0;
  if (there && S_ISDIR(status.st_mode)) throw Error(Exit::store, path + " is a folder. Name a file in it.");
  // A device or a pipe cannot be replaced: `-o /dev/null` must not turn it into a file.
  if (there && !S_ISREG(status.st_mode)) {
    file_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (file_ < 0) throw failure(Exit::store, "Cannot write", path, advice);
    return;
  }
  temporary_ = temporary_beside(target_);
  ::unlink(temporary_.c_str());  // left by a crashed process that had this number
  file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, there ? status.st_mode & 0777 : 0666);
  if (file_ < 0) throw failure(Exit::store, "Cannot write", path, advice);
}

AtomicFile::~AtomicFile() {
  if (file_ < 0) return;
  ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failure(Exit::store, "Cannot write", path_, advice);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AtomicFile::commit() {
  if (!temporary_.empty()) {
    if (::fsync(file_) != 0) throw failure(Exit::store, "Cannot save", path_, advice);
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0)
      throw failure(Exit::store, "Cannot write", path_, advice);
    sync_folder(folder_of(target_));
  }
  ::close(std::exchange(file_, -1));
}

void write_file_atomically(const std::string& path, std::string_view bytes) {
  AtomicFile file(path);
  file.write(bytes);
  file.commit();
}

}  // namespace ebb
