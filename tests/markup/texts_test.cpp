// Folders of texts, each with how it is shown: `input.md` at the widths of the goldens beside it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ebb/markup/card_text.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ostringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

std::string shown(const std::string& text, int width) {
  std::string out;
  for (const Pieces& row : text_rows(card_text(text), width)) {
    for (const Piece& piece : row) out += piece.text;
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("texts are shown as their goldens say") {
  int seen = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(EBB_SOURCE_DIR) / "tests/markup/texts")) {
    for (const int width : {74, 38, 28}) {
      const fs::path golden = entry.path() / (std::to_string(width) + ".txt");
      const std::string now = shown(contents(entry.path() / "input.md"), width);
      if (std::getenv("EBB_APPROVE")) std::ofstream(golden, std::ios::binary) << now;
      INFO(golden.string());
      CHECK(now == contents(golden));
      ++seen;
    }
  }
  CHECK(seen >= 3);
}

}  // namespace ebb
