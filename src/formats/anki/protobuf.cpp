// Protocol buffers, without their library: https://protobuf.dev/programming-guides/encoding/.
#include "formats/anki/protobuf.hpp"

#include <optional>

namespace ebb {
namespace {

constexpr std::uint64_t varint = 0, fixed64 = 1, counted = 2, fixed32 = 5;

std::optional<std::uint64_t> take_varint(std::string_view& rest) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest.front());
    rest.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

bool take_field(std::string_view& rest, ProtoField& field) {
  const std::optional<std::uint64_t> key = take_varint(rest);
  if (!key || *key >> 3 == 0 || *key >> 3 > 0x1FFFFFFF) return false;
  field.number = static_cast<int>(*key >> 3);
  const std::uint64_t kind = *key & 7;
  if (kind == fixed64 || kind == fixed32) {
    const std::size_t size = kind == fixed64 ? 8 : 4;
    if (rest.size() < size) return false;
    for (std::size_t i = size; i > 0; --i) field.value = field.value << 8 | static_cast<unsigned char>(rest[i - 1]);
    rest.remove_prefix(size);
    return true;
  }
  if (kind != varint && kind != counted) return false;
  const std::optional<std::uint64_t> value = take_varint(rest);
  if (!value || (kind == counted && *value > rest.size())) return false;
  field.value = *value;
  if (kind == varint) return true;
  field.bytes = rest.substr(0, static_cast<std::size_t>(*value));
  rest.remove_prefix(static_cast<std::size_t>(*value));
  return true;
}

}  // namespace

bool for_each_field(std::string_view message, const std::function<void(const ProtoField&)>& visit) {
  while (!message.empty()) {
    ProtoField field;
    if (!take_field(message, field)) return false;
    visit(field);
  }
  return true;
}

std::string_view proto_bytes(std::string_view message, int number) {
  std::string_view found;
  for_each_field(message, [&](const ProtoField& field) {
    if (field.number == number) found = field.bytes;
  });
  return found;
}

std::uint64_t proto_number(std::string_view message, int number) {
  std::uint64_t found = 0;
  for_each_field(message, [&](const ProtoField& field) {
    if (field.number == number) found = field.value;
  });
  return found;
}

}  // namespace ebb
