// Private files in the system's folder for them.
#include "formats/archive/temporary_file.hpp"

#include <stdlib.h>  // NOLINT: mkstemp is POSIX's
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

[[noreturn]] void fail(const std::string& path) {
  throw Error(Exit::input, path + ": a temporary file cannot be written: " + std::strerror(errno) +
                               ". Make room there and try again.");
}

}  // namespace

TemporaryFile::TemporaryFile() : path_(std::string(P_tmpdir) + "/ebb-XXXXXX") {
  const int descriptor = mkstemp(path_.data());
  if (descriptor < 0) fail(path_);
  file_ = fdopen(descriptor, "w+b");
  if (file_ != nullptr) return;
  close(descriptor);
  unlink(path_.c_str());
  fail(path_);
}

TemporaryFile::~TemporaryFile() {
  drop_name();
  std::fclose(file_);
}

void TemporaryFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail(path_);
}

void TemporaryFile::copy_from(ByteSource& source) {
  std::vector<char> buffer(std::size_t{1} << 16);
  for (std::size_t count = source.read(buffer.data(), buffer.size()); count > 0;
       count = source.read(buffer.data(), buffer.size()))
    write({buffer.data(), count});
  flush();
}

void TemporaryFile::flush() {
  if (std::fflush(file_) != 0) fail(path_);
}

void TemporaryFile::drop_name() {
  if (named_) unlink(path_.c_str());
  named_ = false;
}

}  // namespace ebb
