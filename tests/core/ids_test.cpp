// Ids inside, guids outside.
#include "ebb/core/ids.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("a card knows its note and its ordinal") {
  const CardId card = card_of(NoteId{123456}, 1023);
  CHECK(card.note() == NoteId{123456});
  CHECK(card.ordinal() == 1023);
}

TEST_CASE("an entry knows its device and its place") {
  const EntryId entry{device_base(3) + 17};
  CHECK(entry.device() == 3);
  CHECK(entry.sequence() == 17);
}

TEST_CASE("a guid is spelled in hex and read back in either case") {
  Guid guid;
  for (std::size_t i = 0; i < 16; ++i) guid.bytes[i] = static_cast<std::uint8_t>(i * 17);
  CHECK(hex(guid) == "00112233445566778899aabbccddeeff");
  CHECK(guid_from_hex(hex(guid)) == guid);
  CHECK(guid_from_hex("00112233445566778899AABBCCDDEEFF") == guid);
  CHECK(!guid_from_hex("00112233445566778899aabbccddeef"));
  CHECK(!guid_from_hex("00112233445566778899aabbccddeefg"));
}
