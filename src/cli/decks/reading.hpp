// How import and check read deck files: the same options, the same paths.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/formats/formats.hpp"

namespace ebb {

inline constexpr Option format_option{"--format", "NAME",
                                      "json, text, csv, tsv; without it, told by what is in the file"};
inline constexpr Option into_deck_option{"-d,--deck", "DECK", "the deck, whatever the file says"};
inline constexpr Option columns_option{"--columns", "NAMES", "what each column is: q,a,tags,deck,id,_"};
inline constexpr Option front_key_option{"--front-key", "KEY", "the JSON key of the question"};
inline constexpr Option back_key_option{"--back-key", "KEY", "the JSON key of the answer"};

// What the options ask for. Throws Error(Exit::usage) on a format that is not there.
ReadOptions read_options(const Arguments& arguments);
// The same for one file: --columns makes a table of what would be taken for text.
ReadOptions options_for(const ReadOptions& options, const std::string& file);
// `-` on a terminal waits for what is typed: says so, and how it ends.
void tell_typing(const World& world, const std::string& file);
// The files to read, folders replaced by the deck files in them. Throws Error(Exit::usage) if `words` is empty.
std::vector<std::string> deck_files(const std::vector<std::string>& words, std::string_view verb);

}  // namespace ebb
