// Zip archives by minizip. Times are left at zero: the same cards make the same bytes.
#include "formats/archive/zip_writer.hpp"

#include <fstream>
#include <ostream>
#include <vector>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr int deflate_level = 6;

[[noreturn]] void fail() {
  throw Error(Exit::store, "the package cannot be written to a temporary file; make room on the disk and try again");
}

template <typename Write>
void copy_file(const std::string& path, Write write) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail();
  std::vector<char> buffer(std::size_t{1} << 16);
  while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), file.gcount() > 0)
    write(std::string_view(buffer.data(), static_cast<std::size_t>(file.gcount())));
}

}  // namespace

ZipWriter::ZipWriter() : zip_(zipOpen64(file_.path().c_str(), APPEND_STATUS_CREATE)) {
  if (zip_ == nullptr) fail();
}

ZipWriter::~ZipWriter() {
  if (zip_ != nullptr) zipClose(zip_, nullptr);
}

void ZipWriter::open(const std::string& name, bool shrink) {
  zip_fileinfo info{};
  constexpr uLong utf8_names = 1u << 11;
  const int result = zipOpenNewFileInZip4_64(zip_, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                             shrink ? Z_DEFLATED : 0, shrink ? deflate_level : 0, 0, -MAX_WBITS,
                                             MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, 0, utf8_names, 0);
  if (result != ZIP_OK) fail();
}

void ZipWriter::write(std::string_view bytes) {
  if (zipWriteInFileInZip(zip_, bytes.data(), static_cast<unsigned>(bytes.size())) != ZIP_OK) fail();
}

void ZipWriter::close() {
  if (zipCloseFileInZip(zip_) != ZIP_OK) fail();
}

void ZipWriter::add(const std::string& name, std::string_view bytes, bool shrink) {
  open(name, shrink);
  write(bytes);
  close();
}

void ZipWriter::add_file(const std::string& name, const std::string& path) {
  open(name, true);
  copy_file(path, [this](std::string_view piece) { write(piece); });
  close();
}

void ZipWriter::finish(std::ostream& out) {
  const int result = zipClose(zip_, nullptr);
  zip_ = nullptr;
  if (result != ZIP_OK) fail();
  copy_file(file_.path(),
            [&](std::string_view piece) { out.write(piece.data(), static_cast<std::streamsize>(piece.size())); });
}

}  // namespace ebb
