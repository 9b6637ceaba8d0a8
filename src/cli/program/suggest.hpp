// The nearest name that exists, for a name that does not.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

// The name most like `wrong`; empty if none is near.
std::string_view nearest(std::string_view wrong, std::span<const std::string_view> names);
// ` Did you mean `review`?`; empty if none is near.
std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> names);

}  // namespace ebb
