// A card's row in the caches.
#pragma once
#include <optional>

#include "ebb/core/memory.hpp"
#include "store/file/store.hpp"

namespace ebb {

struct CardRow {
  Memory memory;
  std::int64_t head = 0, par = 0;
  int flags = 0;
  bool live = false;  // not suspended, not hidden: it has a due value
};
std::optional<CardRow> read_card(Store& store, CardId card);
// A row for a new card, unless it has one.
void make_card(Store& store, CardId card);
void write_card(Store& store, CardId card, const CardRow& row);

}  // namespace ebb
