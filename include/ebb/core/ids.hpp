// The small numbers that name things inside one collection, and the guid that names them outside.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ebb {

/// A note inside this collection: a small positive integer that never leaves the machine.
struct NoteId {
  std::int64_t value = 0;
  auto operator<=>(const NoteId&) const = default;
};

/// A deck inside this collection.
struct DeckId {
  std::int64_t value = 0;
  auto operator<=>(const DeckId&) const = default;
};

/// A card: its note and its ordinal (0..1023) in one number, `note << 10 | ordinal`.
struct CardId {
  std::int64_t value = 0;
  auto operator<=>(const CardId&) const = default;
  /// The note this card asks about.
  NoteId note() const { return {value >> 10}; }
  /// Which card of the note this is, from 0.
  int ordinal() const { return static_cast<int>(value & 1023); }
};

/// The card `ordinal` (0..1023) of a note.
constexpr CardId card_of(NoteId note, int ordinal) { return {note.value << 10 | ordinal}; }

/// An entry of the log inside this collection: `device << 40 | sequence`; 0 means none.
struct EntryId {
  std::int64_t value = 0;
  auto operator<=>(const EntryId&) const = default;
  /// The local number of the device that wrote the entry.
  int device() const { return static_cast<int>(value >> 40); }
  /// Its place in that device's gapless stream, from 1.
  std::int64_t sequence() const { return value & ((std::int64_t{1} << 40) - 1); }
};

/// The first id of a device's range; entries of device d are `device_base(d)+1 … device_base(d+1)-1`.
constexpr std::int64_t device_base(std::int64_t device) { return device << 40; }

/// Sixteen bytes that name a note, a deck or a device everywhere.
struct Guid {
  std::array<std::uint8_t, 16> bytes{};
  auto operator<=>(const Guid&) const = default;
};

/// 32 lower-case hexadecimal digits.
std::string hex(const Guid& guid);
/// The inverse of `hex`; nothing if the text is not 32 hexadecimal digits.
std::optional<Guid> guid_from_hex(std::string_view text);

}  // namespace ebb
