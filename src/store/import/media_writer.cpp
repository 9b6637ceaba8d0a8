// A file is written whole under another name and then renamed, so that what has a hash as its name is what it says.
#include "store/import/media_writer.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "ebb/core/error.hpp"
#include "store/import/media_hash.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, const std::string& draft) {
  const std::string why = std::strerror(errno);
  std::error_code ignored;
  if (!draft.empty()) fs::remove(draft, ignored);
  throw Error(Exit::store, "cannot write " + path + ": " + why + "; nothing was imported");
}

void make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) refuse(path, {});
}

}  // namespace

std::string media_hash(std::string_view bytes) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  std::string digits;
  for (const unsigned char byte : hash) {
    digits += "0123456789abcdef"[byte >> 4];
    digits += "0123456789abcdef"[byte & 15];
  }
  return digits;
}

MediaWriter::~MediaWriter() {
  std::error_code ignored;
  for (const std::string& path : written_) fs::remove(path, ignored);
}

MediaWriter::Outcome MediaWriter::take(Batch& batch, const std::string& name, const std::string& bytes, bool to_disk) {
  const std::string hash = media_hash(bytes);
  const std::string path = library_.path_of(hash);
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::error_code error;
  const bool there = !path.empty() && fs::file_size(path, error) == bytes.size() && !error;
  if (to_disk && !there && !path.empty()) write(path, bytes);
  const auto known = library_.known_.find(name);
  const bool first = known == library_.known_.end();
  if (!first && known->second.hash == hash) return Outcome::same;
  batch.append({What::media, 0, 0, size, {}, name, hash, {}});
  library_.known_[name] = {hash, size};
  return first ? Outcome::fresh : Outcome::replaced;
}

void MediaWriter::write(const std::string& path, const std::string& bytes) {
  make_folder(library_.folder_);
  make_folder(path.substr(0, path.rfind('/')));
  const std::string draft = path + "." + std::to_string(::getpid());
  const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) refuse(path, {});
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const ssize_t done = ::write(file, rest.data(), rest.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) {
      ::close(file);
      refuse(path, draft);
    }
    rest.remove_prefix(static_cast<std::size_t>(done));
  }
  if (::close(file) != 0 || std::rename(draft.c_str(), path.c_str()) != 0) refuse(path, draft);
  written_.push_back(path);
}

void MediaWriter::keep() {
  if (written_.empty()) return;
  // Once for all of them: a deck has thousands, and the commit waits for each.
  const int folder = ::open(library_.folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool safe = folder >= 0 && ::syncfs(folder) == 0;
  if (folder >= 0) ::close(folder);
  if (!safe) refuse(library_.folder_, {});
  written_.clear();
}

}  // namespace ebb
