// Records of the state folder: one small file a collection, named by a hash of its path, with the path as first line.
#include "cli/program/place.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>

#include "ebb/system/files.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

// FNV-1a. Two paths with one hash are told apart by the first line of the record.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037ull;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return value;
}

std::string record_path(const char* kind, const std::string& path) {
  return fmt::format("{}/{}/{:016x}", user_folders().state, kind, hash(path));
}

std::string read_record(const char* kind, const std::string& path) {
  const std::string record = record_path(kind, path);
  if (!exists(record)) return {};
  const std::string text = read_file(record);
  if (!text.starts_with(path + '\n')) return {};
  return text.substr(path.size() + 1);
}

void write_record(const char* kind, const std::string& path, const std::string& text) {
  const std::string record = record_path(kind, path);
  make_private_folder(record.substr(0, record.rfind('/')));
  write_file_atomically(record, path + '\n' + text);
  fs::permissions(record, fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path), error);
  return error ? fs::absolute(path).lexically_normal().string() : whole.string();
}

std::string local_collection(const std::string& folder) {
  return folder + (folder.ends_with('/') ? ".ebb/collection.db" : "/.ebb/collection.db");
}

std::string backups_folder(const std::string& collection) {
  return (fs::path(absolute_path(collection)).parent_path() / "backups").string();
}

bool was_made_here(const std::string& path) {
  return !read_record("here", absolute_path(path)).empty();
}

void record_made_here(const std::string& path) {
  write_record("here", absolute_path(path), "made by ebb init --here\n");
}

std::string remembered_memo(const std::string& path) {
  return read_record("memo", absolute_path(path));
}

void remember_memo(const std::string& path, const std::string& memo) {
  write_record("memo", absolute_path(path), memo);
}

std::string remembered_imports(const std::string& path) {
  return read_record("imports", absolute_path(path));
}

void remember_imports(const std::string& path, const std::string& lines) {
  write_record("imports", absolute_path(path), lines);
}

}  // namespace ebb
