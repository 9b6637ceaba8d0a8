// Markdown to blocks of styled text. md4c parses; what it finds is put into blocks here.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ebb/markup/card_text.hpp"

namespace ebb {

struct MarkdownText {
  std::vector<TextBlock> blocks;
  bool marked = false;  // there was something that plain text does not have: emphasis, code, a link, a table, a heading
};

// `text`: safe, with stand-ins. Pieces still hold the stand-ins.
MarkdownText read_markdown(const std::string& text);

}  // namespace ebb
