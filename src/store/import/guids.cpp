// BLAKE2b-128 by libsodium.
#include "store/import/guids.hpp"

#include <sodium.h>

#include <string>

namespace ebb {

Guid hash_guid(std::initializer_list<std::string_view> parts) {
  Guid guid;
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, guid.bytes.size());
  for (const std::string_view part : parts) {
    std::uint8_t length[8];
    for (int i = 0; i < 8; ++i) length[i] = static_cast<std::uint8_t>(part.size() >> (8 * i));
    crypto_generichash_update(&state, length, sizeof length);
    crypto_generichash_update(&state, reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
  }
  crypto_generichash_final(&state, guid.bytes.data(), guid.bytes.size());
  return guid;
}

Guid note_guid_for(const Guid& deck, std::string_view file_id, std::string_view question, int occurrence) {
  const std::string_view deck_bytes(reinterpret_cast<const char*>(deck.bytes.data()), deck.bytes.size());
  const std::string_view kind = file_id.empty() ? "note" : "note-id", name = file_id.empty() ? question : file_id;
  if (occurrence == 0) return hash_guid({kind, deck_bytes, name});
  return hash_guid({kind, deck_bytes, name, std::to_string(occurrence)});
}

}  // namespace ebb
