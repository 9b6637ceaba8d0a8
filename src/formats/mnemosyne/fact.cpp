// The card types of Mnemosyne as texts: front and back, both ways, vocabulary, map, cloze, sentence.
#include "formats/mnemosyne/fact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ebb/text/json_text.hpp"
#include "formats/anki/template.hpp"
#include "formats/html_text.hpp"
#include "formats/json/members.hpp"
#include "formats/json/values.hpp"

namespace ebb {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, done)) {
    out.append(text, done, at - done);
    out += to;
    done = at + from.size();
  }
  text = out.append(text, done, std::string::npos);
}

// The values of some keys, a line each.
std::string lines(const MnemosyneFact& fact, std::initializer_list<std::string_view> keys) {
  std::string text;
  for (const std::string_view key : keys) {
    const auto found = fact.data.find(key);
    if (found == fact.data.end()) continue;
    const std::string line = mnemosyne_text(found->second);
    if (!blank(line)) text += (text.empty() ? "" : "\n") + line;
  }
  return text;
}

// A text with brackets around what is hidden: hole number `which` (from 0) as a question, and everything as an answer.
CardText cloze_text(std::string_view text, std::size_t which) {
  CardText sides;
  std::size_t hole = 0, at = 0;
  while (at < text.size()) {
    const std::size_t open = std::min(text.find('[', at), text.size());
    const std::size_t close = open == text.size() ? open : text.find(']', open);
    sides.question += text.substr(at, open - at);
    sides.answer += text.substr(at, open - at);
    if (open == text.size() || close == std::string_view::npos) {
      sides.question += text.substr(open);
      sides.answer += text.substr(open);
      break;
    }
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const std::size_t colon = inside.find(':');
    const std::string_view hidden = inside.substr(0, colon);
    const std::string hint(colon == std::string_view::npos ? std::string_view("…") : inside.substr(colon + 1));
    sides.question += hole == which ? "[" + hint + "]" : std::string(hidden);
    sides.answer += hidden;
    ++hole;
    at = close + 1;
  }
  return sides;
}

CardText sides_of(const MnemosyneFact& fact, const MnemosyneCard& card, std::size_t place) {
  const std::string_view type = std::string_view(card.type).substr(0, card.type.find("::"));
  const bool second = std::string_view(card.view).substr(0, card.view.find("::")).ends_with(".2");
  if (type == "1") return {lines(fact, {"f"}), lines(fact, {"b"})};
  if (type == "2")
    return second ? CardText{lines(fact, {"b"}), lines(fact, {"f"})} : CardText{lines(fact, {"f"}), lines(fact, {"b"})};
  if (type == "3") {
    if (second) return {lines(fact, {"m_1"}), lines(fact, {"f", "p_1", "n"})};
    return {lines(fact, {"f"}), lines(fact, {"p_1", "m_1", "n"})};
  }
  if (type == "4") {
    if (second) return {lines(fact, {"marked"}), lines(fact, {"loc"})};
    return {lines(fact, {"loc", "blank"}), lines(fact, {"marked"})};
  }
  if (type == "5") return cloze_text(lines(fact, {"text"}), place);
  if (type == "6") {
    const bool understand = card.view.starts_with("6.1");
    CardText sides = cloze_text(lines(fact, {"f"}), place == 0 ? 0 : place - 1);
    const std::string more = lines(fact, {"p_1", "m_1", "n"});
    if (understand) return {sides.answer, more};
    return {sides.question + (more.empty() ? "" : "\n" + lines(fact, {"m_1"})), sides.answer};
  }
  std::vector<std::string> values;
  for (const auto& [key, value] : fact.data) values.push_back(mnemosyne_text(value));
  return plain_fields(values);
}

Day day_of(std::int64_t seconds) {
  return study_day(Instant(std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, 250000000000))), 0);
}

std::string facts_json(const MnemosyneFact& fact) {
  std::string json = "{";
  append_key(json, "type");
  append_json_text(json, fact.cards.empty() ? "" : fact.cards.front().type);
  append_key(json, "data");
  std::string data = "{";
  for (const auto& [key, value] : fact.data) {
    append_key(data, key);
    append_json_text(data, value);
  }
  return json + data + "}}";
}

}  // namespace

std::string mnemosyne_text(std::string_view html) {
  std::string text(html);
  replace_all(text, "\n", "<br>");
  for (const std::string_view mark : {"<$$>", "</$$>"}) replace_all(text, mark, "$$");
  for (const std::string_view mark : {"<$>", "</$>"}) replace_all(text, mark, "$");
  return html_to_text(text);
}

Memory mnemosyne_memory(const MnemosyneCard& card, Day last, Day due) {
  Memory memory;
  memory.last = last;
  memory.due = std::max(due, last);
  memory.interval = static_cast<int>(std::clamp<std::int64_t>((*memory.due - last).count(), 1, longest_interval));
  const double easiness = std::isfinite(card.easiness) ? card.easiness : 2.5;
  memory.ease = static_cast<int>(std::clamp(std::round(easiness * 100), 130.0, 10000.0));
  memory.repetitions = card.grade >= 2 ? likely_repetitions(memory.interval) : 0;
  memory.lapses = card.lapses;
  memory.reviews = std::max({card.acquisitions + card.retentions, memory.repetitions, 1});
  return memory;
}

std::optional<Memory> mnemosyne_memory(const MnemosyneCard& card) {
  if (card.grade < 0 || card.last <= 0) return std::nullopt;
  // The next day is stored as a midnight of UTC, whatever the zone.
  const Day due = day_from_number(static_cast<int>(std::clamp<std::int64_t>(card.next / 86400, 0, 2932896)));
  return mnemosyne_memory(card, day_of(card.last), due);
}

void take_fact(const MnemosyneFact& fact, int number, const std::string& deck, Intake& intake) {
  ImportedNote note;
  note.card = number;
  note.id = fact.id;
  note.deck = deck;
  for (const std::string& tag : fact.tags)
    if (tag != "__UNTAGGED__") intake.tag(note.tags, tag);
  note.more = "{\"mnemosyne\":" + facts_json(fact) + "}";
  std::size_t place = 0;
  for (const MnemosyneCard& card : fact.cards) {
    if (place > 1023) break;
    ImportedCard made;
    made.ordinal = static_cast<int>(place);
    const CardText sides = sides_of(fact, card, place++);
    made.question = sides.question;
    made.answer = sides.answer;
    made.memory = mnemosyne_memory(card);
    made.reviews = card.reviews;
    note.cards.push_back(std::move(made));
  }
  if (note.cards.empty()) return intake.leave_out(number, {0, 0}, "the fact has no cards: left out");
  note.question = std::exchange(note.cards[0].question, "");
  note.answer = std::exchange(note.cards[0].answer, "");
  intake.take(std::move(note), 0);
}

}  // namespace ebb
