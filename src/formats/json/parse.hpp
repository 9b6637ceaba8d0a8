// JSON as a stream of events, in little memory. The parser itself is in json_parse.cpp, the one file that includes it.
#pragma once
#include <cstddef>
#include <string>

#include "formats/clean_text.hpp"

namespace ebb {

// Deeper than this is no deck.
inline constexpr int deepest = 64;

// The pieces of a clean text as one run of bytes.
struct JsonInput {
  CleanText& text;
  const char* at = nullptr;
  const char* end = nullptr;

  bool fill();
  // Goes to the bracket that closes the list the parser is in, without looking at what is between: between two values.
  void skip_to_end_of_list();
  // Position of the next byte.
  std::size_t position() const { return text.start() + text.piece().size() - static_cast<std::size_t>(end - at); }
};

enum class JsonKind { null, boolean, number, string };

// Gets the events. Each returns false to stop reading. `text` of a scalar is its spelling in the file, a string's is
// decoded.
class JsonHandler {
 public:
  virtual ~JsonHandler() = default;
  virtual bool key(const std::string& name) = 0;
  virtual bool value(JsonKind kind, const std::string& text) = 0;
  virtual bool open(bool object) = 0;
  virtual bool close() = 0;
  // Where the reader is; set while parsing.
  JsonInput* input = nullptr;
};

// Runs the events. Throws `Error(Exit::input)` with line and column if the text is no JSON or too deep.
void parse_json(CleanText& text, JsonHandler& handler);

}  // namespace ebb
