// A name is only ever looked up among the labels; no path is made of it.
#include "cli/review/media_files.hpp"

#include <filesystem>

#include "ebb/core/error.hpp"
#include "ebb/system/files.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string without_percents(const std::string& name) {
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const int high = name[at] == '%' && at + 2 < name.size() ? hex_digit(name[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(name[at + 2]) : -1;
    out += low >= 0 ? static_cast<char>(high * 16 + low) : name[at];
    if (low >= 0) at += 2;
  }
  return out;
}

}  // namespace

std::optional<std::string> MediaFiles::file(const std::string& name) {
  if (!library_) library_.emplace(collection_);
  if (auto found = library_->file(name)) return found;
  return library_->file(without_percents(name));
}

std::optional<std::string> MediaFiles::bytes(const std::string& name) {
  if (!file(name)) return {};
  auto found = library_->bytes(name);
  return found ? found : library_->bytes(without_percents(name));
}

std::optional<std::string> MediaFiles::file_to_open(const std::string& name, const std::string& ending) {
  const auto kept = file(name);
  if (!kept) return {};
  std::error_code error;
  const fs::path folder = fs::absolute(user_folders().state, error) / "opened";
  if (!cleared_) fs::remove_all(folder, error);
  cleared_ = true;
  make_private_folder(folder.string());
  // `ab/cdef…`: two levels make the hash.
  const fs::path from(*kept),
      link = folder / (from.parent_path().filename().string() + from.filename().string() + ending);
  fs::create_symlink(from, link, error);
  return fs::exists(link, error) ? std::optional(link.string()) : std::nullopt;
}

}  // namespace ebb
