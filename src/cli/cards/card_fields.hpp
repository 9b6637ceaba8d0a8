// The columns of `ebb list`: one row each, as text for tables and TSV.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "ebb/store/collection.hpp"

namespace ebb {

struct CardField {
  std::string_view name;  // as in JSON
  int width = 0;          // in a table; 0 for a text that takes what is left
  bool number = false;    // sorts as a number
  CardParts from = {false, false, false};  // what it is read from, beside the card's number, deck and flags
  std::string (*text)(const CardView& card, Day today);
};

std::span<const CardField> card_fields();
// The field of that name. Throws Error(Exit::usage) with the names there are.
const CardField& card_field(std::string_view name);

}  // namespace ebb
