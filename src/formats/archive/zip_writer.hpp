// A zip archive made in a temporary file, then copied out: an archive's list stands at its end and sizes at its start.
#pragma once
#include <minizip/zip.h>

#include <iosfwd>
#include <string>
#include <string_view>

#include "formats/archive/temporary_file.hpp"

namespace ebb {

class ZipWriter {
 public:
  ZipWriter();
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  // A member with these bytes; `shrink` if that is worth trying. Throws `Error(Exit::store)` if the disk fails.
  void add(const std::string& name, std::string_view bytes, bool shrink);
  // A member with the bytes of a file.
  void add_file(const std::string& name, const std::string& path);
  // Ends the archive and writes it out.
  void finish(std::ostream& out);

 private:
  void open(const std::string& name, bool shrink);
  void write(std::string_view bytes);
  void close();
  TemporaryFile file_;
  zipFile zip_ = nullptr;
};

}  // namespace ebb
