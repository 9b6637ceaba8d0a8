// Members and elements of JSON as they are written: what a parser would spell anew, numbers and escapes, stays.
#pragma once
#include <functional>
#include <string_view>

namespace ebb {

// The value of a member of an object, members of members not looked at; empty if there is none.
std::string_view raw_member(std::string_view object, std::string_view key);
// Each element of an array.
void for_each_element(std::string_view array, const std::function<void(std::string_view)>& visit);

}  // namespace ebb
