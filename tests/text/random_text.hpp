// Random text for properties: bytes of any kind, mixed with the code points that make terminals stumble.
#pragma once
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace ebb::test {

/// Pieces that a terminal could obey, hide, reorder or measure wrongly, between plain letters and any bytes.
inline rc::Gen<std::string> hostile_text() {
  const std::vector<std::string> pieces = {"\x1b[31m",
                                           "\x1b]0;x\x07",
                                           "\x9b",
                                           "\xc2\x9b",
                                           "\xc2\x85",
                                           "\r\n",
                                           "\r",
                                           "\n",
                                           "\t",
                                           "\x7f",
                                           "\xff",
                                           "\xc3",
                                           "\xe2\x80",
                                           "\u202e",
                                           "\u2066",
                                           "\u200e",
                                           "\u061c",
                                           "\ufeff",
                                           "\u2028",
                                           "\U000E0041",
                                           "\u0301",
                                           "\u20e3",
                                           "\u200d",
                                           "\ufe0f",
                                           "👨‍👩‍👧‍👦",
                                           "🇩🇪",
                                           "❤️",
                                           "漢",
                                           "、",
                                           "「",
                                           "e",
                                           " ",
                                           "  ",
                                           "word",
                                           "1) ",
                                           "- ",
                                           "• ",
                                           "שלום",
                                           "\uffff",
                                           "\xed\xa0\x80"};
  const auto piece = rc::gen::oneOf(rc::gen::elementOf(pieces), rc::gen::elementOf(pieces),
                                    rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += part;
    return text;
  });
}

}  // namespace ebb::test
