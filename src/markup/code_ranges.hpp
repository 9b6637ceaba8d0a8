// Where code stands in a Markdown text: fenced blocks and code spans.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace ebb {

struct CodeRange {
  std::size_t begin = 0, end = 0;
  bool fenced = false;
};

// From left to right; with their marks.
std::vector<CodeRange> code_ranges(std::string_view text);

}  // namespace ebb
