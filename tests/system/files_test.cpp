// Making folders, listing files, resolving links.
#include "ebb/system/files.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "ebb/core/error.hpp"
#include "system/scratch.hpp"

using namespace ebb;
using test::Scratch;

namespace {
unsigned mode(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}
}  // namespace

TEST_CASE("a private folder and its parents are made for their owner alone") {
  const Scratch scratch;
  const std::string deep = scratch / "one/two/";
  const mode_t before = ::umask(0);
  make_private_folder(deep);
  ::umask(before);
  CHECK(mode(scratch / "one") == 0700);
  CHECK(mode(deep) == 0700);
  make_private_folder(deep);
  CHECK(exists(deep));
}

TEST_CASE("a folder that is already there keeps its mode") {
  const Scratch scratch;
  std::filesystem::create_directory(scratch / "open");
  ::chmod((scratch / "open").c_str(), 0755);
  make_private_folder(scratch / "open/inside");
  CHECK(mode(scratch / "open") == 0755);
}

TEST_CASE("a file in the way of a folder is named") {
  const Scratch scratch;
  const std::string file = scratch.file("notes", "");
  CHECK_THROWS_WITH_AS(make_private_folder(file + "/ebb"), doctest::Contains(file.c_str()), Error);
  CHECK_THROWS_AS(make_private_folder(file), Error);
}

TEST_CASE("files below a folder come sorted, without the hidden ones") {
  const Scratch scratch;
  std::filesystem::create_directories(scratch / "b/.git");
  const std::string last = scratch.file("b/z.md", "");
  const std::string first = scratch.file("a.json", "");
  scratch.file(".a.json.tmp", "");
  scratch.file("b/.git/config", "");
  CHECK(files_below(scratch.path()) == std::vector<std::string>{first, last});
}

TEST_CASE("a folder that cannot be listed is an input error") {
  try {
    files_below("/no/such/folder");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::input);
    CHECK(std::string{error.what()} == "Cannot list /no/such/folder: No such file or directory.");
  }
}

TEST_CASE("links are resolved; what does not exist stays as it is") {
  const Scratch scratch;
  const std::string file = scratch.file("real", "");
  std::filesystem::create_symlink(file, scratch / "link");
  CHECK(resolved(scratch / "link") == resolved(file));
  CHECK(resolved(scratch / "gone/../x") == scratch / "gone/../x");
}
