// What may stand where something is being typed.
#pragma once
#include <string>
#include <vector>

namespace ebb {

// One thing that could stand there.
struct Candidate {
  std::string word;
  std::string help;      // a few words; empty if it says everything itself
  bool unfinished = false;  // more of the word is to come: no blank after it
};

struct Candidates {
  std::vector<Candidate> all;
  bool files = false;  // also, or only, files
};

// For words after `ebb`, of which the last is being typed. Reads the tables of decks, tags and ids only where they are
// wanted; says nothing and fails at nothing.
Candidates candidates_for(const std::vector<std::string>& words);

}  // namespace ebb
