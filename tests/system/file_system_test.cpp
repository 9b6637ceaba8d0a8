// Network file systems, the owner of a file, folders that others may write to.
#include "system/file_system.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "ebb/system/files.hpp"
#include "system/scratch.hpp"

using namespace ebb;
using test::Scratch;

TEST_CASE("network file systems are known by their numbers") {
  CHECK(network_name(0x6969) == "nfs");
  CHECK(network_name(0xFF534D42) == "cifs");
  CHECK(network_name(0xFE534D42) == "smb");
  CHECK(network_name(0x65735546) == "fuse");
  CHECK(network_name(0x01021997) == "9p");
  CHECK(network_name(0xEF53).empty());      // ext4
  CHECK(network_name(0x9123683E).empty());  // btrfs
  CHECK(network_name(0x01021994).empty());  // tmpfs
}

TEST_CASE("a path that does not exist yet is judged by the folder it will be in") {
  CHECK(network_file_system("/proc").empty());
  const Scratch scratch;
  CHECK(network_file_system(scratch / "not/yet/there") == network_file_system(scratch.path()));
  CHECK(network_file_system("not-there") == network_file_system("."));
}

TEST_CASE("a copy has another owner, a renamed file the same") {
  const Scratch scratch;
  const std::string path = scratch.file("a", "x");
  const std::string owner = file_owner(path);
  CHECK(std::count(owner.begin(), owner.end(), ':') == 2);
  CHECK(owner.find(':') > 0);
  std::filesystem::copy_file(path, scratch / "copy");
  CHECK(file_owner(scratch / "copy") != owner);
  std::filesystem::rename(path, scratch / "b");
  CHECK(file_owner(scratch / "b") == owner);
  CHECK(file_owner(path).empty());
}

TEST_CASE("a folder that anybody may change is told from one of its owner, its group, or a sticky one") {
  const Scratch scratch;
  const std::pair<mode_t, bool> modes[] = {{0700, false}, {0755, false}, {0775, false}, {0777, true}, {01777, false}};
  for (const auto& [mode, open] : modes) {
    REQUIRE(::chmod(scratch.path().c_str(), mode) == 0);
    CHECK(writable_by_others(scratch.path()) == open);
  }
  CHECK_FALSE(writable_by_others(scratch / "gone"));
}
