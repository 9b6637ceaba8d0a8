// Cards as text for an editor: Q: and A:, C: for clozes, with a head of `name: value` lines. What is written here is
// read back unchanged (docs/editing.md).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ebb/core/import.hpp"

namespace ebb {

/// One card of the text, not yet understood beyond its marks.
struct BufferBlock {
  int line = 0;    ///< of its first line, from 1
  std::string id;  ///< as typed; empty: a new card
  std::optional<std::string> deck;
  std::optional<std::vector<std::string>> tags;
  bool cloze = false;    ///< begins with C:
  std::string question;  ///< also the text of a cloze
  std::optional<std::string> answer;
  struct Line {
    std::string name, text;
    int line = 0;
  };
  std::vector<Line> keys;  ///< the other lines of its head
};

/// What cannot be read, and where.
struct BufferProblem {
  int line = 0;
  std::string what;
};

/// A text taken apart. Comments of ours and cards that are still empty are no blocks. New cards have the deck and tags
/// of a head without a card before them.
struct BufferRead {
  std::vector<BufferBlock> blocks;
  std::vector<BufferProblem> problems;
};
BufferRead read_buffer(std::string_view text);

/// The block as a note. `more` is what the note's file said of it until now; empty for a new one. Returns what cannot
/// be taken; the note is whole if that is empty. Deck and tags of the block are taken, its id is not looked at.
std::vector<BufferProblem> note_of_block(const BufferBlock& block, const std::string& more, ImportedNote& note);

/// A note as a block that reads back as the same; nothing if its cards cannot be had from a question and an answer:
/// then each card is a block of its own.
std::optional<std::string> block_of_note(const std::string& id, const ImportedNote& note);
/// One card of such a note. With the head of its note, if `note` is given.
std::string block_of_card(const std::string& id, const std::string& question, const std::string& answer,
                          const ImportedNote* note);
/// A remark that `read_buffer` passes over, on lines of its own.
std::string buffer_comment(std::string_view text);
/// The text with remarks about its problems put before the lines that they are about; earlier ones are taken out.
std::string with_remarks(std::string_view text, const std::vector<BufferProblem>& problems);

}  // namespace ebb
