// How a table is laid out: header lines as Anki writes them, the character between columns, the columns.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "formats/table/columns.hpp"

namespace ebb {

struct TableLayout {
  char separator = ',';
  std::size_t columns_counted = 0;  // how many most records have
  std::size_t skip = 0;             // bytes of header lines before the first record; if any, no field was defused
  Columns columns;
  std::string deck;                 // of a `#deck:` line
  std::vector<std::string> tags;    // of a `#tags:` line
  std::string notetype;             // of a `#notetype:` line
  bool html = false;                // says `#html:true`
  std::vector<std::string> told;
};

// Lays out a table from its first bytes. `whole`: they are the whole file. `allowed`: the characters that may separate.
// Throws `Error` if no character makes columns, or the columns option is wrong.
TableLayout lay_out(std::string_view head, bool whole, std::string_view allowed, const ReadOptions& options,
                    const std::string& file);

// How surely one of the characters makes columns of a text: 0 no, 100 every one of several records has as many.
int sureness_of_columns(std::string_view head, bool whole, std::string_view allowed);

// Whether a text begins with lines such as `#separator:tab`.
bool has_header_lines(std::string_view head);

}  // namespace ebb
