// Pieces as text: their width, a part of them, wrapped.
#pragma once
#include <string>
#include <vector>

#include "ebb/markup/card_text.hpp"

namespace ebb {

constexpr int unbounded_width = 1 << 20;

std::string pieces_text(const Pieces& pieces);
int pieces_width(const Pieces& pieces);
// The bytes from `begin` to `end` of the pieces' text, with their tones.
Pieces part_of(const Pieces& pieces, std::size_t begin, std::size_t end);
// The cells from `shift` on, at most `width`; `…` in the last one where it goes on.
Pieces slice(const Pieces& pieces, int shift, int width, bool ascii);
// One line broken at a width.
std::vector<Pieces> wrapped_pieces(const Pieces& pieces, int width);
void without_end_blanks(Pieces& pieces);

}  // namespace ebb
