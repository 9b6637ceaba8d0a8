// Reading a deck from a string, for the tests of this layer.
#pragma once
#include <fstream>
#include <sstream>
#include <string>

#include "ebb/core/error.hpp"
#include "ebb/formats/formats.hpp"
#include "support/collecting_sink.hpp"
#include "support/memory_source.hpp"

namespace ebb {

// Not named Reading: the sqlite layer, which is linked too, has a class of that name.
struct DeckReading {
  ReadReport report;
  CollectingSink sink;
  std::string error;  // what was thrown, if anything
};
using Reading = DeckReading;

inline Reading read_from(const std::string& bytes, const std::string& name = "deck.json", const ReadOptions& options = {},
                         std::size_t piece = std::string::npos) {
  Reading reading;
  MemorySource source(bytes, name, piece);
  try {
    reading.report = read_deck(source, options, reading.sink);
  } catch (const Error& error) {
    reading.error = error.what();
  }
  return reading;
}

inline std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace ebb
