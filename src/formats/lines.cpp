// Cutting pieces into lines.
#include "formats/lines.hpp"

#include <algorithm>

namespace ebb {

bool Lines::next(std::string& line) {
  constexpr std::size_t longest = std::size_t{2} << 20;
  line.clear();
  bool any = false;
  while (at_ < text_.piece().size() || text_.next()) {
    if (at_ >= text_.piece().size()) at_ = 0;
    const std::string_view rest = text_.piece().substr(at_);
    if (!any) begin_ = text_.start() + at_;
    any = true;
    const std::size_t length = std::min(rest.find('\n'), rest.size());
    line += rest.substr(0, std::min(length, longest - std::min(longest, line.size())));
    at_ += length;
    if (length < rest.size()) {
      ++at_;
      break;
    }
  }
  if (!any) return false;
  ++number_;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

}  // namespace ebb
