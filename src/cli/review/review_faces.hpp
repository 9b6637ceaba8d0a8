// The faces of a review that are not a screen: lines for people, JSON for programs. Both drive one Study.
#pragma once
#include <cstdint>
#include <string>

#include "cli/program/command.hpp"
#include "cli/program/looks.hpp"
#include "ebb/store/study.hpp"
#include "ebb/tui/card_media.hpp"
#include "ebb/tui/review_screen.hpp"

namespace ebb {

struct FaceOptions {
  int grades = 4;
  bool preview = true;
  bool ascii = false;
  std::string ebb = "ebb";  // how the program is called in a line to type (World::ebb)
  bool echo = false;  // standard input is no terminal: what was read is printed, so that the lines can be followed
  std::function<std::string(Study&, CardId)> edit;  // the card in the user's editor: the entry of the change, if any
  Beside beside;                             // what runs meanwhile
  CardMedia* media = nullptr;  // pictures and sounds; null: none are opened or played
  bool type = false;       // every answer is typed
  std::uint64_t seed = 0;  // for the order of options
};

// Question and answer as lines on stdout, answers as lines from stdin, until the sitting is over.
void review_in_lines(Study& study, const FaceOptions& options);
// Events as JSON lines on stdout, commands as lines from stdin. `idle` is the reason when there is nothing to review.
void review_by_protocol(Study& study, const FaceOptions& options, const std::string& idle);

// Cards that fall due tomorrow, and about how long they take.
struct Tomorrow {
  int cards = 0;
  Millis time{0};
};
Tomorrow tomorrow(Study& study);

}  // namespace ebb
