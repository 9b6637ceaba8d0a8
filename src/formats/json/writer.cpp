// The canonical deck, one card a line, streamed; several decks nest under "decks".
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ostream>

#include "ebb/text/json_text.hpp"
#include "formats/json/members.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

void append_text(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_json_text(out, text);
}

// A note while its cards arrive: several cards of one that the file describes by its type are one JSON card.
struct Pending {
  ExportedCard card;
  std::string type;  // cloze, reversed, list or choice; empty for any other
  std::string schedule, reviews;
};

std::string type_of(const ExportedCard& card) {
  static constexpr std::array<std::string_view, 4> several{"cloze", "reversed", "list", "choice"};
  std::string type = string_member(card.more, "type");
  const bool known = std::find(several.begin(), several.end(), type) != several.end();
  const bool source = type != "cloze" || !string_member(card.more, "cloze").empty();
  return known && source ? type : "";
}

void append_schedule(std::string& out, const ExportedCard& card, int ordinal) {
  append_separator(out);
  out += fmt::format("{{\"ord\":{}", ordinal);
  const bool stepping = card.memory && card.memory->step > 0;
  append_text(out, "state", stepping && card.memory->relearning ? "relearning" : card.state);
  if (!card.due.empty()) append_text(out, "due", card.due);
  out += fmt::format(",\"interval_days\":{},\"ease\":{},\"reps\":{},\"lapses\":{}", card.interval, card.ease, card.reps,
                     card.lapses);
  if (!card.last_review.empty()) append_text(out, "last_review", card.last_review);
  if (card.memory) out += fmt::format(",\"repetitions\":{}", card.memory->repetitions);
  if (stepping) out += fmt::format(",\"step\":{}", card.memory->step);
  if (card.memory && card.memory->stability > 0)
    out += fmt::format(",\"stability\":{},\"difficulty\":{}", card.memory->stability,
                       std::max(1.0, card.memory->difficulty));
  if (card.suspended) out += ",\"suspended\":true";
  if (card.buried) out += ",\"buried\":true";
  out += "}";
}

// The time of a review in the place where it was answered.
std::string local_time(const ImportedReview& review) {
  if (review.offset_min == 0) return iso_time(review.at);
  std::string time = iso_time(review.at + std::chrono::minutes(review.offset_min));
  time.pop_back();
  const int minutes = std::abs(review.offset_min);
  return time + fmt::format("{}{:02}:{:02}", review.offset_min < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

void append_reviews(std::string& out, const ExportedCard& card, int ordinal) {
  for (const ImportedReview& review : card.reviews) {
    append_separator(out);
    out += "{";
    append_text(out, "at", local_time(review));
    out +=
        fmt::format(",\"ord\":{},\"rating\":{},\"quality\":{},\"duration_ms\":{}", ordinal,
                    static_cast<int>(grade_of(review.quality)), static_cast<int>(review.quality), review.took.count());
    if (review.intent == Intent::cram) append_text(out, "kind", "cram");
    out += "}";
  }
}

// What the import kept verbatim, without what was written already.
void append_more(std::string& out, const Pending& note, bool full) {
  const ExportedCard& card = note.card;
  const auto written = [&](std::string_view key) {
    static constexpr std::array<std::string_view, 3> always{"id", "question", "answer"};
    if (std::find(always.begin(), always.end(), key) != always.end()) return true;
    return (key == "tags" && !card.tags.empty()) || (key == "suspended" && card.suspended) ||
           (key == "flag" && card.flag > 0) || (key == "schedule" && full) ||
           (key == "reviews" && !note.reviews.empty());
  };
  for_each_member(card.more, [&](std::string_view key, std::string_view member) {
    if (written(key)) return;
    append_separator(out);
    out += member;
  });
}

// The sides as the note's type has them, whichever of its cards came first.
void append_sides(std::string& out, const Pending& note) {
  const ExportedCard& card = note.card;
  const bool turned = note.type == "reversed" && card.ordinal == 1;
  const std::string kept = string_member(card.more, "question");
  const bool own_question = note.type == "list" || note.type == "choice";
  if (note.type != "cloze")
    append_text(out, "question", own_question && !kept.empty() ? kept : turned ? card.answer : card.question);
  const std::string extra = note.type == "cloze" ? string_member(card.more, "answer") : "";
  if (note.type == "cloze" ? !extra.empty() : note.type != "list")
    append_text(out, "answer", note.type == "cloze" ? extra : turned ? card.question : card.answer);
}

std::string card_line(const Pending& note, bool full) {
  const ExportedCard& card = note.card;
  std::string out = "{";
  const bool further = card.same_note && !card.id.empty();
  if (!card.id.empty()) append_text(out, "id", further ? fmt::format("{}#{}", card.id, card.ordinal) : card.id);
  append_sides(out, note);
  if (!card.tags.empty()) {
    append_key(out, "tags");
    out += '[';
    for (const std::string& tag : card.tags) {
      append_separator(out);
      append_json_text(out, tag);
    }
    out += ']';
  }
  // Of several cards each says so in its schedule, where there is one.
  if (card.suspended && (note.type.empty() || !full)) out += ",\"suspended\":true";
  if (card.flag > 0) out += fmt::format(",\"flag\":{}", card.flag);
  append_more(out, note, full);
  if (full) out += ",\"schedule\":[" + note.schedule + "]";
  if (!note.reviews.empty()) out += ",\"reviews\":[" + note.reviews + "]";
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

void write_notes(DeckStream& stream, const NextCard& cards, bool full) {
  Pending note;
  bool any = false;
  for (ExportedCard card; cards(card); card = {}) {
    const bool joins = any && card.same_note && !note.type.empty();
    if (!joins) {
      if (any) stream.card(note.card.deck, card_line(note, full));
      note = {card, type_of(card), "", ""};
      any = true;
    }
    const int ordinal = note.type.empty() ? 0 : card.ordinal;
    append_schedule(note.schedule, card, ordinal);
    if (full) append_reviews(note.reviews, card, ordinal);
  }
  if (any) stream.card(note.card.deck, card_line(note, full));
}

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
  write_notes(stream, cards, options.full);
  stream.finish();
  if (options.full && entries) write_log(out, entries);
  out << "\n}\n";
}

}  // namespace ebb
