// The canonical deck, one card a line, streamed; several decks nest under "decks".
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "formats/json/members.hpp"
#include "ebb/text/json_text.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

void append_text(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_json_text(out, text);
}

void append_schedule(std::string& out, const ExportedCard& card) {
  append_key(out, "schedule");
  out += "[{\"ord\":0";
  append_text(out, "state", card.state);
  if (!card.due.empty()) append_text(out, "due", card.due);
  out += fmt::format(",\"interval_days\":{},\"ease\":{},\"reps\":{},\"lapses\":{}", card.interval, card.ease, card.reps,
                     card.lapses);
  if (!card.last_review.empty()) append_text(out, "last_review", card.last_review);
  out += "}]";
}

// What the import kept verbatim, without what was written already.
void append_more(std::string& out, const ExportedCard& card, bool full) {
  const auto written = [&](std::string_view key) {
    static constexpr std::array<std::string_view, 3> always{"id", "question", "answer"};
    if (std::find(always.begin(), always.end(), key) != always.end()) return true;
    return (key == "tags" && !card.tags.empty()) || (key == "suspended" && card.suspended) || (key == "schedule" && full);
  };
  for_each_member(card.more, [&](std::string_view key, std::string_view member) {
    if (written(key)) return;
    append_separator(out);
    out += member;
  });
}

std::string card_line(const ExportedCard& card, bool full) {
  std::string out = "{";
  if (!card.id.empty()) append_text(out, "id", card.id);
  append_text(out, "question", card.question);
  append_text(out, "answer", card.answer);
  if (!card.tags.empty()) {
    append_key(out, "tags");
    out += '[';
    for (const std::string& tag : card.tags) {
      append_separator(out);
      append_json_text(out, tag);
    }
    out += ']';
  }
  if (card.suspended) out += ",\"suspended\":true";
  append_more(out, card, full);
  if (full) append_schedule(out, card);
  return out + "}";
}

// Writes decks as they come. The first is held back a little: if no other follows it needs no nesting.
class DeckStream {
 public:
  explicit DeckStream(std::ostream& out) : out_(out) {}

  void card(const std::string& deck, const std::string& line) {
    const bool other = any_ && deck != deck_;
    if (other && !nested_) nest();
    if (other) out_ << "\n  ]},\n  " << head(deck);
    first_ = first_ || other;
    deck_ = deck;
    if (nested_) {
      out_ << (first_ ? "\n   " : ",\n   ") << line;
    } else {
      held_ += (any_ ? ",\n  " : "\n  ") + line;
      constexpr std::size_t most_held = std::size_t{8} << 20;
      if (held_.size() > most_held) nest();
    }
    first_ = false;
    any_ = true;
  }

  void finish() {
    if (nested_) {
      out_ << "\n  ]}\n ]";
      return;
    }
    if (any_) out_ << " \"name\": " << quoted(deck_) << ",\n";
    out_ << " \"cards\": [" << held_ << (any_ ? "\n ]" : "]");
  }

 private:
  static std::string quoted(const std::string& text) {
    std::string out;
    append_json_text(out, text);
    return out;
  }
  static std::string head(const std::string& deck) { return "{\"name\": " + quoted(deck) + ", \"cards\": ["; }
  void nest() {
    nested_ = true;
    out_ << " \"cards\": [],\n \"decks\": [\n  " << head(deck_) << held_;
    held_ = {};
  }

  std::ostream& out_;
  std::string deck_, held_;
  bool any_ = false, nested_ = false, first_ = false;
};

void write_log(std::ostream& out, const NextEntry& entries) {
  out << ",\n \"log\": {\"entries\": [";
  std::string entry;
  for (bool any = false; entries(entry); any = true) out << (any ? ",\n  " : "\n  ") << entry;
  out << "\n ]}";
}

}  // namespace

void write_json(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries) {
  out << "{\n \"format\": \"ebb-deck\",\n \"version\": 1,\n";
  if (options.full) {
    std::string at;
    append_json_text(at, options.exported_at);
    out << " \"generator\": \"ebb\",\n \"exported_at\": " << at << ",\n";
  }
  DeckStream stream(out);
  ExportedCard card;
  while (cards(card)) stream.card(card.deck, card_line(card, options.full));
  stream.finish();
  if (options.full && entries) write_log(out, entries);
  out << "\n}\n";
}

}  // namespace ebb
