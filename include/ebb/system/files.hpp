// Files and folders: where things are, reading whole files, writing them safely.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/byte_source.hpp"

namespace ebb {

/// The folders of this user, by the XDG rules; each ends in `/ebb`.
struct Folders {
  std::string data;    ///< the collection and its backups
  std::string config;  ///< configuration
  std::string state;   ///< what this machine remembers of each collection
};
/// Where they are; nothing is created. Throws `Error(Exit::store)` if there is no home.
Folders user_folders();

/// Makes a folder and its parents with mode 0700 where missing.
void make_private_folder(const std::string& path);
/// Whether something is there.
bool exists(const std::string& path);
/// The whole file, or standard input for `-`. Throws `Error(Exit::input)` naming the file, or when it is larger than
/// `limit` bytes.
std::string read_file(const std::string& path, std::size_t limit = std::size_t{2} << 30);
/// The file as a source that is read in pieces; `-` is standard input, kept in memory. Throws `Error(Exit::input)`.
std::unique_ptr<ByteSource> open_source(const std::string& path);
/// A file that is written beside `path` and takes its place whole, or never: what is not committed is gone. A device or
/// a pipe is written through.
class AtomicFile {
 public:
  /// Throws `Error(Exit::store)`, as do the others.
  explicit AtomicFile(const std::string& path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  void write(std::string_view bytes);
  /// Saves it (fsync), renames it to `path`, and saves the folder.
  void commit();

 private:
  std::string path_, target_, temporary_;  // `temporary_` is empty where it is written through
  int file_ = -1;
};

/// Writes a temporary file beside `path`, fsyncs it, renames it, fsyncs the folder. Throws `Error(Exit::store)`.
void write_file_atomically(const std::string& path, std::string_view bytes);
/// The regular files below a folder whose name does not start with a dot, sorted.
std::vector<std::string> files_below(const std::string& folder);
/// The path with links resolved; as given if it does not exist.
std::string resolved(const std::string& path);

/// Whether a path is on a network or FUSE file system, and its name (`nfs`, `cifs`, `fuse`); empty if local.
std::string network_file_system(const std::string& path);
/// `machine:device:inode` of a file: differs when the file was copied or moved to another machine.
std::string file_owner(const std::string& path);
/// Whether anybody on the machine may change what is in a folder (a sticky one does not count).
bool writable_by_others(const std::string& folder);

/// The number of this process.
std::int64_t process_id();

}  // namespace ebb
