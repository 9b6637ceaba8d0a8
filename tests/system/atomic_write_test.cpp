// Writing a file: the new one or the old one, never half of one, and nothing left beside it.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/system/files.hpp"
#include "system/scratch.hpp"

using namespace ebb;
using test::contents;
using test::Scratch;

namespace {
std::size_t entries(const std::string& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}
}  // namespace

TEST_CASE("a file is written whole and alone") {
  const Scratch scratch;
  const std::string bytes(300000, '\0');
  write_file_atomically(scratch / "f", bytes);
  CHECK(contents(scratch / "f") == bytes);
  write_file_atomically(scratch / "f", "short");
  CHECK(contents(scratch / "f") == "short");
  CHECK(entries(scratch.path()) == 1);
}

TEST_CASE("readers of the old file keep the old file") {
  const Scratch scratch;
  const std::string path = scratch.file("f", "old");
  std::ifstream reader{path};
  write_file_atomically(path, "new");
  std::string seen;
  reader >> seen;
  CHECK(seen == "old");
  CHECK(contents(path) == "new");
}

TEST_CASE("a replaced file keeps its mode, and a link stays a link") {
  const Scratch scratch;
  const std::string path = scratch.file("f", "old");
  ::chmod(path.c_str(), 0640);
  std::filesystem::create_symlink(path, scratch / "link");
  write_file_atomically(scratch / "link", "new");
  CHECK(std::filesystem::is_symlink(scratch / "link"));
  CHECK(contents(path) == "new");
  struct stat status {};
  ::stat(path.c_str(), &status);
  CHECK((status.st_mode & 0777U) == 0640);
}

TEST_CASE("what a crashed process of the same number left is swept away") {
  const Scratch scratch;
  scratch.file(".f." + std::to_string(process_id()) + ".tmp", "half");
  write_file_atomically(scratch / "f", "whole");
  CHECK(contents(scratch / "f") == "whole");
  CHECK(entries(scratch.path()) == 1);
}

TEST_CASE("a pipe or a device is written to, not replaced") {
  const Scratch scratch;
  const std::string path = scratch / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
  write_file_atomically(path, "through");
  std::string seen(16, ' ');
  seen.resize(static_cast<std::size_t>(std::max<ssize_t>(::read(reader, seen.data(), seen.size()), 0)));
  ::close(reader);
  CHECK(seen == "through");
  CHECK(std::filesystem::is_fifo(path));
}

TEST_CASE("a write that fails says so, and leaves nothing") {
  const Scratch scratch;
  CHECK_THROWS_WITH_AS(write_file_atomically(scratch.path(), "x"), doctest::Contains("is a folder"), Error);
  try {
    write_file_atomically(scratch / "gone/f", "x");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::store);
    CHECK(std::string{error.what()}.find("No such file or directory. Nothing was changed.") != std::string::npos);
  }
  CHECK(entries(scratch.path()) == 0);
}
