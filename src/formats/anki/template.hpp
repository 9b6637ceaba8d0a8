// Anki's templates: a note's fields put into the HTML of a card's two sides.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/anki/note_type.hpp"

namespace ebb {

// What a template can name besides the note's fields.
struct AnkiCardFacts {
  std::string_view tags, deck, type, card;  // `type` and `card`: the names of note type and template
  int flag = 0;
  std::int64_t id = 0;
  int ordinal = 0;
  bool cloze = false;
};

struct AnkiFields {
  const std::vector<std::string>& names;
  const std::vector<std::string>& values;
};

// One side. Nothing if the template is broken: a condition that is not closed, or a field that is not there.
std::optional<std::string> render_side(std::string_view source, const AnkiFields& fields, const AnkiCardFacts& facts,
                                       bool answer);

struct CardText {
  std::string question, answer;
};

// Both sides as text: the answer without what it repeats of the question. A broken template, or a question without
// anything to see, falls back to the fields as they are; `fell_back` says so.
CardText card_text(const AnkiNoteType& type, const AnkiFields& fields, const AnkiCardFacts& facts, bool& fell_back);
// The fields as they are: the first that says something, and the others a line each.
CardText plain_fields(const std::vector<std::string>& values);

}  // namespace ebb
