// Reading files in pieces and whole, and standard input.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "ebb/core/error.hpp"
#include "ebb/system/files.hpp"
#include "system/scratch.hpp"

using namespace ebb;
using test::Scratch;

namespace {

std::string drain(ByteSource& source, std::size_t room) {
  std::string bytes;
  std::string buffer(room, '\0');
  while (const std::size_t count = source.read(buffer.data(), room)) bytes.append(buffer, 0, count);
  return bytes;
}

std::string pattern(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 31 % 251);
  return bytes;
}

// Standard input comes from a file while this lives.
class Input {
 public:
  explicit Input(const std::string& path) : saved_(::dup(STDIN_FILENO)) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    REQUIRE(file != nullptr);
    ::dup2(::fileno(file), STDIN_FILENO);
    std::fclose(file);
  }
  ~Input() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

 private:
  int saved_;
};

}  // namespace

TEST_CASE("a file is read in pieces, and again from the start") {
  const Scratch scratch;
  const std::string bytes = pattern(100003);
  const std::string path = scratch.file("deck.json", bytes);
  const auto source = open_source(path);
  CHECK(source->name() == path);
  CHECK(source->size() == bytes.size());
  CHECK(drain(*source, 4096) == bytes);
  CHECK(drain(*source, 4096).empty());
  source->rewind();
  CHECK(drain(*source, 7) == bytes);
}

TEST_CASE("standard input can be read again too") {
  const Scratch scratch;
  const std::string bytes = pattern(200001);
  const Input input{scratch.file("in", bytes)};
  const auto source = open_source("-");
  CHECK(source->name() == "-");
  CHECK(source->size() == bytes.size());
  CHECK(drain(*source, 1000) == bytes);
  source->rewind();
  CHECK(drain(*source, 1000) == bytes);
}

TEST_CASE("a pipe with a name is kept in memory") {
  const Scratch scratch;
  const std::string path = scratch / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const std::string bytes = pattern(150000);
  std::thread writer{[&] { scratch.file("pipe", bytes); }};
  const auto source = open_source(path);
  writer.join();
  CHECK(source->size() == bytes.size());
  CHECK(drain(*source, 999) == bytes);
  source->rewind();
  CHECK(drain(*source, 999) == bytes);
}

TEST_CASE("a whole file is read, empty ones and standard input too") {
  const Scratch scratch;
  const std::string bytes = pattern(70000);
  CHECK(read_file(scratch.file("f", bytes)) == bytes);
  CHECK(read_file(scratch.file("empty", "")).empty());
  const Input input{scratch / "f"};
  CHECK(read_file("-") == bytes);
}

TEST_CASE("a file larger than the limit is refused, one of just that size is not") {
  const Scratch scratch;
  const std::string path = scratch.file("f", "123456");
  CHECK(read_file(path, 6) == "123456");
  CHECK_THROWS_WITH_AS(read_file(path, 5), doctest::Contains("larger than 5 bytes"), Error);
}

TEST_CASE("a missing file, a folder and an unreadable file say what they are") {
  const Scratch scratch;
  CHECK_THROWS_WITH_AS(open_source("no/such.json"), "Cannot read no/such.json: No such file or directory.", Error);
  CHECK_THROWS_WITH_AS(read_file(scratch.path()), doctest::Contains("is a folder, not a file"), Error);
  CHECK_THROWS_WITH_AS(open_source(scratch.path()), doctest::Contains("is a folder, not a file"), Error);
  const std::string path = scratch.file("secret", "x");
  ::chmod(path.c_str(), 0);
  if (::geteuid() != 0) CHECK_THROWS_WITH_AS(open_source(path), doctest::Contains("Permission denied"), Error);
  try {
    open_source("no/such.json");
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::input);
  }
}
