// How text may look where it goes: colour or none, ASCII or Unicode, how wide.
#pragma once
#include <string>
#include <string_view>

#include "cli/program/command.hpp"

namespace ebb {

struct Looks {
  bool colour = false;
  bool ascii = false;  // the locale is not UTF-8: what the program itself draws stays in ASCII
  int width = 80;      // of the terminal of stdout; 0 without one: nothing is cut

  std::string bold(std::string_view text) const;
  std::string dim(std::string_view text) const;
  std::string green(std::string_view text) const;
  // The program's own text with its arrows, dots and bars in ASCII where it must be. Not for the user's text.
  std::string drawn(std::string text) const;
};

// --color, NO_COLOR, CLICOLOR_FORCE, TERM, LC_ALL, LC_CTYPE, LANG and the size of the terminal.
Looks looks_of(const World& world);

// How wide a page of help is: 78, or what the terminal has.
int help_width();

// `▁▃█` of counts: one character a count, the largest full height, zero a dot.
std::string bars(const std::vector<std::int64_t>& counts, bool ascii);

}  // namespace ebb
