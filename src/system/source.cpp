// Reading files, whole or in pieces. Standard input and pipes are kept in memory: they cannot be read twice.
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "ebb/system/files.hpp"
#include "system/descriptor.hpp"
#include "system/failure.hpp"

namespace ebb {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;
constexpr std::size_t memory_limit = std::size_t{2} << 30;

std::size_t read_some(int file, char* buffer, std::size_t room, const std::string& name) {
  for (;;) {
    const ssize_t count = ::read(file, buffer, room);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw failure(Exit::input, "Cannot read", name);
  }
}

std::string read_all(int file, const std::string& name, std::size_t limit) {
  std::string bytes;
  std::size_t filled = 0;
  for (;;) {
    bytes.resize(std::max(filled + piece, filled * 2));
    const std::size_t count = read_some(file, bytes.data() + filled, bytes.size() - filled, name);
    filled += count;
    if (filled > limit) {
      throw Error(Exit::input,
                  name + " is larger than " + std::to_string(limit) + " bytes. Split it into smaller files.");
    }
    if (count == 0) break;
  }
  bytes.resize(filled);
  return bytes;
}

std::string name_of(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

class MemorySource final : public ByteSource {
 public:
  MemorySource(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {}
  const std::string& name() const override { return name_; }
  std::size_t size() const override { return bytes_.size(); }
  std::size_t read(char* buffer, std::size_t room) override {
    const std::size_t count = bytes_.copy(buffer, room, at_);
    at_ += count;
    return count;
  }
  void rewind() override { at_ = 0; }

 private:
  std::string name_;
  std::string bytes_;
  std::size_t at_ = 0;
};

class FileSource final : public ByteSource {
 public:
  FileSource(std::string name, Descriptor file, std::size_t size)
      : name_(std::move(name)), file_(std::move(file)), size_(size) {}
  const std::string& name() const override { return name_; }
  std::size_t size() const override { return size_; }
  std::size_t read(char* buffer, std::size_t room) override { return read_some(file_.number(), buffer, room, name_); }
  void rewind() override {
    if (::lseek(file_.number(), 0, SEEK_SET) != 0) throw failure(Exit::input, "Cannot read again", name_);
  }

 private:
  std::string name_;
  Descriptor file_;
  std::size_t size_;
};

struct Opened {
  Descriptor file;
  bool regular;
  std::size_t size;
};

Opened open_to_read(const std::string& path) {
  Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!file.open()) throw failure(Exit::input, "Cannot read", path);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) throw failure(Exit::input, "Cannot read", path);
  if (S_ISDIR(status.st_mode)) throw Error(Exit::input, path + " is a folder, not a file. Name a file in it.");
  return {std::move(file), S_ISREG(status.st_mode), static_cast<std::size_t>(status.st_size)};
}

}  // namespace

std::string read_file(const std::string& path, std::size_t limit) {
  if (path == "-") return read_all(STDIN_FILENO, name_of(path), limit);
  return read_all(open_to_read(path).file.number(), path, limit);
}

std::unique_ptr<ByteSource> open_source(const std::string& path) {
  if (path == "-") return std::make_unique<MemorySource>(path, read_all(STDIN_FILENO, name_of(path), memory_limit));
  Opened opened = open_to_read(path);
  if (opened.regular) return std::make_unique<FileSource>(path, std::move(opened.file), opened.size);
  return std::make_unique<MemorySource>(path, read_all(opened.file.number(), path, memory_limit));
}

}  // namespace ebb
