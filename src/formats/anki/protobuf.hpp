// The wire form of protocol buffers: enough of it to find fields by number in a message that is not to be trusted.
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

namespace ebb {

struct ProtoField {
  int number = 0;
  std::uint64_t value = 0;  // of a varint or a fixed number
  std::string_view bytes;   // of a string, a message or packed values
};

// Visits the fields in order. False if the message is damaged; those before the damage were visited.
bool for_each_field(std::string_view message, const std::function<void(const ProtoField&)>& visit);

// The last field of that number as bytes; empty if there is none.
std::string_view proto_bytes(std::string_view message, int number);
// The last field of that number as a number; 0 if there is none.
std::uint64_t proto_number(std::string_view message, int number);

}  // namespace ebb
