// The facts that the key `i` shows.
#include "tui/review/card_lines.hpp"

#include <fmt/format.h>

#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::string tags_line(const CardFace& card) {
  std::string out;
  for (const std::string& tag : card.tags) out += (out.empty() ? "" : " ") + one_line(tag);
  return out.empty() ? "none" : out;
}

}  // namespace

std::vector<std::string> card_lines(const CardFace& card, Day day) {
  const Memory& memory = card.memory;
  std::vector<std::string> lines = {
      fmt::format("deck      {}", one_line(card.deck)),
      fmt::format("tags      {}", tags_line(card)),
      fmt::format("id        {}", one_line(card.id)),
      fmt::format("state     {}", state_name(memory, day)),
  };
  if (memory.due) lines.push_back(fmt::format("due       {}", iso_date(*memory.due)));
  if (memory.last) lines.push_back(fmt::format("last seen {}", iso_date(*memory.last)));
  if (memory.reviews > 0) {
    lines.push_back(fmt::format("interval  {}", days_text(memory.interval)));
    lines.push_back(memory.stability > 0
                        ? fmt::format("stability {:.2f}, difficulty {:.2f}", memory.stability, memory.difficulty)
                        : fmt::format("ease      {}.{:02}", memory.ease / 100, memory.ease % 100));
  }
  lines.push_back(fmt::format("answers   {}, forgotten {}", with_commas(memory.reviews), with_commas(memory.lapses)));
  return lines;
}

}  // namespace ebb
