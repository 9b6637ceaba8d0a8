// The filters of Anki's templates: `{{text:Field}}`, `{{cloze:Field}}`, `{{type:Field}}` and the others.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

struct FilterSide {
  int cloze_number;  // from 1
  bool answer;
};

// Changes a field's HTML in place. A filter that is not known changes nothing, as in Anki.
void apply_filter(std::string_view filter, std::string& html, FilterSide side);

// Whether a field counts as empty for a condition: blanks, `<br>` and `<div>` only.
bool empty_field(std::string_view html);

}  // namespace ebb
