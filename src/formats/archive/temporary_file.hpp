// A private file that is gone when it is closed: packages and the databases inside them are spilt here.
#pragma once
#include <cstdio>
#include <string>
#include <string_view>

#include "ebb/core/byte_source.hpp"

namespace ebb {

class TemporaryFile {
 public:
  // Readable by this user only. Throws `Error(Exit::input)` if it cannot be made.
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view bytes);
  void copy_from(ByteSource& source);
  // Everything written is on its way to the file, and can be read by whoever opens the path.
  void flush();
  // Takes the name away; those who have it open keep it. A kill leaves nothing behind then.
  void drop_name();
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::FILE* file_ = nullptr;
  bool named_ = true;
};

}  // namespace ebb
