// Quoting for a POSIX shell.
#include "cli/program/shell_words.hpp"

namespace ebb {

std::string shell_word(std::string_view word) {
  constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,+@%=";
  bool plain = !word.empty();
  for (const char c : word)  // bytes above ASCII are letters to a shell
    plain = plain && (static_cast<unsigned char>(c) >= 0x80 || harmless.find(c) != std::string_view::npos);
  if (plain) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + '\'';
}

}  // namespace ebb
