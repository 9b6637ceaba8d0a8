// Written and read as UTF-8.
#include "markup/stand_ins.hpp"

namespace ebb {

void append_stand_in(std::string& out, StandIn what, std::size_t offset) {
  const auto number = static_cast<unsigned>(what) + static_cast<unsigned>(offset);
  out += '\xEF';
  out += '\xB7';
  out += static_cast<char>(0x90u + number);
}

int stand_in_at(std::string_view text) {
  if (text.size() < stand_in_size || text[0] != '\xEF' || text[1] != '\xB7') return -1;
  const int number = static_cast<unsigned char>(text[2]) - 0x90;
  return number >= 0 && number < 32 ? number : -1;
}

}  // namespace ebb
