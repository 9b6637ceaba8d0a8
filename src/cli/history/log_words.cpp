// The kinds of docs/database.md in words. Programs read the kinds themselves: ebb log --json.
#include "cli/history/log_words.hpp"

#include <fmt/format.h>

#include <array>

#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

struct Word {
  std::string_view kind, word, off = {};  // off: the same taken back
};
constexpr std::array words{Word{"note.new", "import: new card"},
                           Word{"note.text", "edited"},
                           Word{"note.update", "edited by import"},
                           Word{"note.source", "import: yours kept"},
                           Word{"note.alias", "import: same card"},
                           Word{"note.deck", "moved"},
                           Word{"note.orphan", "gone from file", "back in file"},
                           Word{"note.delete", "deleted", "brought back"},
                           Word{"note.mark", "marked", "mark taken off"},
                           Word{"card.suspend", "suspended", "resumed"},
                           Word{"card.bury", "buried", "brought back"},
                           Word{"card.due", "due day moved"},
                           Word{"card.reset", "reset"},
                           Word{"deck.rename", "deck renamed"},
                           Word{"deck.delete", "deck deleted"},
                           Word{"purge", "purged"},
                           Word{"deck.new", "new deck"},
                           Word{"deck.alias", "import: same deck"},
                           Word{"deck.name", "deck renamed"},
                           Word{"limit.new", "limit of new"},
                           Word{"away", "days away"}};
constexpr int wide = 72, middling = 56;

// `0d6f2c1a:12`, which `ebb undo` takes.
std::string short_entry(const std::string& entry) {
  const std::size_t colon = entry.find(':');
  return colon == std::string::npos ? entry : entry.substr(0, 8) + entry.substr(colon);
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

}  // namespace

std::string log_words(const LogLine& line) {
  if (line.quality)
    return fmt::format("review {}{}", name_of(grade_of(*line.quality)), line.kind == "cram" ? ", cram" : "");
  if (line.what == "undo") return "undo of " + short_entry(line.detail);
  if (line.typed) return "added";
  if (line.what == "purge" && line.card.empty()) return "sealed anew";
  for (const Word& one : words)
    if (one.kind == line.what) return std::string(line.off && !one.off.empty() ? one.off : one.word);
  return line.what;
}

std::string log_line(const LogLine& line, const Looks& looks) {
  const bool has_year = looks.width == 0 || looks.width >= wide, has_card = looks.width == 0 || looks.width >= middling;
  std::string text = local_time(line.at).substr(has_year ? 0 : 5) + "  ";
  if (has_year) text += padded(short_entry(line.entry), 14) + ' ';
  text += has_card ? padded(log_words(line), 18) : log_words(line);
  if (has_card && !line.card.empty()) text += "  " + line.card.substr(0, 8);
  if (line.what != "undo" && !line.detail.empty()) text += "  " + one_line(line.detail);
  if (line.took_ms > 0) text += ", " + duration_text(Millis{line.took_ms});
  if (line.undone) text += "  (undone)";
  text.erase(text.find_last_not_of(' ') + 1);
  return looks.width > 0 ? cut(text, looks.width, looks.ascii) : text;
}

}  // namespace ebb
