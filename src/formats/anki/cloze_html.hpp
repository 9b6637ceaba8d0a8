// Cloze deletions in the HTML of a field, as one card shows them.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

enum class ClozeSide { question, answer, only_hidden };

// Replaces the marks `{{c1::hidden::hint}}`: those of `number` (from 1) by what the side shows, others by their text.
// With `only_hidden`, nothing else remains. Marks that are never closed stay as they are.
std::string reveal_cloze(std::string_view html, int number, ClozeSide side);

}  // namespace ebb
