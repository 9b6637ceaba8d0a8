// Texts between `Q:` and `A:`: which lines would end a side, and the backslashes that keep them in it.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

// Whether fenced code is open, line by line.
class Fence {
 public:
  // Takes the next line; whether it belongs to fenced code, its fences included.
  bool line(std::string_view line);
  bool inside() const { return !mark_.empty(); }

 private:
  std::string mark_;
};

// The level of a heading, 1 to 6: `#` to `######` and a blank; 0 if the line is none.
int heading_level(std::string_view line);
// Whether a line begins with a letter of these and a colon.
bool begins_side(std::string_view line, std::string_view letters);

// One side as text to write: lines that would be marks get a backslash, and so do blanks at its ends.
std::string side_text(std::string_view side);
// The first line of a side without the backslash that protects a blank.
std::string_view without_edge(std::string_view line);
// Takes a side's lines back to its text: trimmed, and without those backslashes.
std::string read_side(std::string_view lines);

}  // namespace ebb
