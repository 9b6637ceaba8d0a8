// The options that more than one way of reviewing takes.
#pragma once
#include "cli/program/command.hpp"

namespace ebb {

inline constexpr Option limit_option{"-n,--limit", "N", "at most so many cards"};
inline constexpr Option order_option{"--order", "ORDER", "due, random, recall or added; by itself due, with a backlog recall"};
inline constexpr Option grades_option{"--grades", "KEYS", "2, 4 (the default), or 6 for SM-2's own 0-5"};
inline constexpr Option protocol_option{"--protocol", "json", "events and commands as lines, for other programs (docs/protocol.md)"};
inline constexpr Option preview_option{"--no-preview", "", "do not show what each grade would do"};
inline constexpr Option seed_option{"--seed", "N", "makes --order random and the order of choices repeatable"};
inline constexpr Option type_option{"--type", "", "type every answer"};
inline constexpr Option siblings_option{"--siblings", "", "cards of one note may come on one day"};

inline constexpr Option auto_option{"--auto", "TIMES", "show the answer after 8s, count it as Good 4s later: 8s/4s (on the screen)"};

}  // namespace ebb
