// Zip archives by minizip, with the limits that it does not have.
#include "formats/archive/zip_reader.hpp"

#include <fmt/format.h>

#include <vector>

#include "ebb/core/error.hpp"
#include "formats/archive/temporary_file.hpp"

namespace ebb {
namespace {

constexpr std::size_t most_members = 65535;
constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;
// Text shrinks to a tenth, a table of zeros to a thousandth: beyond this, and large, it is a bomb.
constexpr std::uint64_t most_ratio = 200;
constexpr std::uint64_t small = 10 * mebibyte;

}  // namespace

ZipReader::ZipReader(ByteSource& source) : file_(source.name()), most_inflated_(512 * mebibyte + 8 * source.size()) {
  TemporaryFile copy;
  copy.copy_from(source);
  zip_ = unzOpen64(copy.path().c_str());
  if (zip_ == nullptr) fail("this is no zip archive, or its end is missing");
  try {
    list_members();
  } catch (...) {
    unzClose(zip_);
    throw;
  }
}

ZipReader::~ZipReader() {
  unzClose(zip_);
}

void ZipReader::fail(const std::string& why) const {
  throw Error(Exit::input, fmt::format("{}: {}.", file_, why));
}

void ZipReader::list_members() {
  std::vector<char> name(4096);
  for (int result = unzGoToFirstFile(zip_); result != UNZ_END_OF_LIST_OF_FILE; result = unzGoToNextFile(zip_)) {
    if (result != UNZ_OK) fail("the archive's list of members is damaged");
    if (members_.size() >= most_members) fail("the archive has more than 65,535 members");
    unz_file_info64 info{};
    unz64_file_pos place{};
    if (unzGetCurrentFileInfo64(zip_, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK ||
        unzGetFilePos64(zip_, &place) != UNZ_OK)
      fail("the archive's list of members is damaged");
    if (info.size_filename < name.size()) members_.emplace(std::string(name.data(), info.size_filename), place);
  }
}

void ZipReader::read(const std::string& name, std::size_t bytes, const Piece& piece) {
  const auto member = members_.find(name);
  if (member == members_.end()) fail(fmt::format("the archive has no member \"{}\"", name));
  unz_file_info64 info{};
  if (unzGoToFilePos64(zip_, &member->second) != UNZ_OK ||
      unzGetCurrentFileInfo64(zip_, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
    fail(fmt::format("the archive's member \"{}\" is damaged", name));
  if ((info.flag & 1u) != 0) fail(fmt::format("the archive's member \"{}\" is encrypted", name));
  if (unzOpenCurrentFile(zip_) != UNZ_OK) fail(fmt::format("the archive's member \"{}\" is damaged", name));
  std::vector<char> buffer(std::size_t{1} << 16);
  std::uint64_t size = 0;
  int count = 0;
  try {
    while ((count = unzReadCurrentFile(zip_, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
      size += static_cast<unsigned>(count);
      inflated_ += static_cast<unsigned>(count);
      if (size > bytes) fail(fmt::format("\"{}\" inside it is larger than {} MiB", name, bytes / mebibyte));
      if (inflated_ > most_inflated_ || (size > small && size / most_ratio > info.compressed_size))
        fail(fmt::format("\"{}\" inside it unpacks to far more than it should", name));
      piece({buffer.data(), static_cast<std::size_t>(count)});
    }
  } catch (...) {
    unzCloseCurrentFile(zip_);
    throw;
  }
  // The check sum is compared on closing.
  const bool whole = unzCloseCurrentFile(zip_) == UNZ_OK;
  if (count < 0 || !whole) fail(fmt::format("the archive's member \"{}\" is damaged", name));
}

std::vector<std::string> ZipReader::names() const {
  std::vector<std::string> all;
  for (const auto& [name, place] : members_) all.push_back(name);
  return all;
}

std::string ZipReader::text(const std::string& name, std::size_t bytes) {
  std::string all;
  read(name, bytes, [&](std::string_view piece) { all += piece; });
  return all;
}

}  // namespace ebb
