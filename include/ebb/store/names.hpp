// Names for a shell to complete: read from small tables and indexes, whatever the size of the collection.
#pragma once
#include <string>
#include <vector>

namespace ebb {

/// What names are wanted.
enum class NameKind { decks, tags, ids };

/// Those that begin with `prefix`, sorted: live decks and tags, all of them; ids of notes, at most thirty. Opens the
/// file for reading and nothing else; what cannot be read has none.
std::vector<std::string> names_in(const std::string& collection, NameKind kind, const std::string& prefix);

}  // namespace ebb
