// What the columns of a table are: by the user's word, by the file's own header lines, or by the names in its first row.
#pragma once
#include <string>
#include <vector>

#include "formats/json/keys.hpp"
#include "formats/table/records.hpp"

namespace ebb {

enum class Column { question, answer, tags, deck, id, suspended, line, more, skip, type, notetype, cloze };

struct Columns {
  std::vector<Column> roles;
  std::vector<std::string> names;  // of the header; empty if there is none
  bool header = false;             // the first record is a header, not a card
  bool clozes = false;             // the question is named `cloze`
  Column role(std::size_t index) const { return index < roles.size() ? roles[index] : Column::line; }
};

// Whether a record can only be a row of names.
bool looks_like_header(const Record& record);
// The columns that names stand for. Columns that nothing is known of become lines of the answer, or are kept beside
// the card if question and answer are known.
Columns columns_by_names(const std::vector<std::string>& names);
// Columns without names: question, answer, further lines.
Columns columns_by_position(std::size_t count);
// `q,a,tags,deck,id,_`. Throws `Error(Exit::usage)` on a name that is none.
Columns columns_by_option(const std::string& option);

// The columns in words: `question = column 1 "front", …`.
std::string column_words(const Columns& columns, std::size_t count);

}  // namespace ebb
