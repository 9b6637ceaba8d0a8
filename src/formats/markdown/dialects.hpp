// The dialects of Markdown: each reads a page to its end.
#pragma once
#include "formats/markdown/page.hpp"

namespace ebb {

void read_hashcards(MarkdownPage& page, const PageLook& look);
void read_obsidian(MarkdownPage& page, const PageLook& look);

}  // namespace ebb
