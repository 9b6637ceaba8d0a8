// What the commands of LaTeX maths mean that stand for a sign.
#pragma once
#include <optional>
#include <string_view>

namespace ebb {

// How a sign is spaced: as TeX classes them.
enum class SignClass { letter, large, binary, relation, open, close, comma, inner, function, space };

struct MathsSign {
  std::string_view name, text;
  SignClass kind = SignClass::letter;
};

// The sign of a command, without its backslash.
std::optional<MathsSign> maths_sign(std::string_view command);
// The sign of a character as it stands in the source: `-` is a minus, `*` an asterisk in the middle.
MathsSign character_sign(std::string_view character);
// Whether limits stand above and below it on a display.
bool takes_limits(std::string_view command);

}  // namespace ebb
