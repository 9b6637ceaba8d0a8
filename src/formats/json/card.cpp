// From the members of a JSON object to a note.
#include "formats/json/card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ebb/text/json_text.hpp"
#include "formats/html_text.hpp"
#include "formats/json/members.hpp"

namespace ebb {
namespace {

std::string scalar(JsonKind kind, const std::string& text) {
  std::string out;
  append_json_scalar(out, kind, text);
  return out;
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    append_separator(out);
    append_json_text(out, text);
  }
  return out + "]";
}

}  // namespace

void KeysUsed::add(std::vector<std::string>& names, const std::string& name) {
  constexpr std::size_t most = 8;
  if (names.size() < most && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::string KeysUsed::words() const {
  std::string out;
  const auto say = [&](const char* role, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (i == 0) out += fmt::format("{} {} = ", out.empty() ? ";" : ",", role);
      out += fmt::format("{}\"{}\"", i == 0 ? "" : " or ", names[i]);
    }
  };
  say("question", question);
  say("answer", answer);
  say("deck", deck);
  say("tags", tags);
  say("id", id);
  return out;
}

void JsonCard::begin(int number, Place at, std::size_t position) {
  note_ = {};
  note_.card = number;
  note_.line = at.line;
  at_ = at;
  position_ = position;
  extras_ = {};
  own_deck_.clear();
  question_ = {};
  answer_ = {};
  more_.clear();
  tags_.clear();
  html_.clear();
  id_rank_ = 99;
}

void JsonCard::key(const std::string& name) {
  key_ = name;
  meaning_ = keys_.look_up(name);
}

// Of two names for one side the better-known one wins; the other is kept beside the sides.
bool JsonCard::outranked(Side& side, JsonKind kind, const std::string& text) {
  if (meaning_.rank > side.rank) {
    keep(key_, scalar(kind, text));
    return true;
  }
  if (side.rank < 99 && side.rank > meaning_.rank) keep(side.key, scalar(JsonKind::string, side.text));
  if (side.rank == meaning_.rank)
    intake_.tell(fmt::format("the key \"{}\" appears twice in a card: the last one counts", key_));
  return false;
}

void JsonCard::set_side(Side& side, std::string text, std::vector<std::string>& used) {
  KeysUsed::add(used, key_);
  side.text = std::move(text);
  side.key = key_;
  side.rank = meaning_.rank;
  side.given = true;
  side.trouble.clear();
}

void JsonCard::keep(const std::string& key, std::string json) {
  const auto found = std::find_if(more_.begin(), more_.end(), [&](const Member& member) { return member.key == key; });
  if (found == more_.end()) {
    more_.push_back({key, std::move(json)});
    return;
  }
  found->json = std::move(json);
  intake_.tell(fmt::format("the key \"{}\" appears twice in a card: the last one counts", key));
}

void JsonCard::value(JsonKind kind, const std::string& text) {
  const bool texty = kind == JsonKind::string || kind == JsonKind::number;
  const bool side_key = meaning_.what == CardKey::question || meaning_.what == CardKey::answer;
  if (side_key) {
    const bool front = meaning_.what == CardKey::question;
    Side& side = front ? question_ : answer_;
    if (outranked(side, kind, text)) return;
    set_side(side, kind == JsonKind::null ? "" : text, front ? used_.question : used_.answer);
    side.given = kind != JsonKind::null;
    if (kind == JsonKind::number) intake_.tell("a number was read as the text of a side");
    if (kind == JsonKind::boolean) intake_.tell("true or false was read as the text of a side");
    return;
  }
  if (meaning_.what == CardKey::id && texty && meaning_.rank < id_rank_) {
    id_rank_ = meaning_.rank;
    note_.id = text;
    return KeysUsed::add(used_.id, key_);
  }
  if (meaning_.what == CardKey::deck && texty) {
    own_deck_ = text;
    return KeysUsed::add(used_.deck, key_);
  }
  if (meaning_.what == CardKey::tags && texty) {
    KeysUsed::add(used_.tags, key_);
    return lower_case(key_) == "tags" ? intake_.tag_list(tags_, text) : intake_.tag(tags_, text);
  }
  if (meaning_.what == CardKey::suspended && kind == JsonKind::boolean) {
    note_.suspended = text == "true";
    return;
  }
  if (!take_extra(kind, text)) keep(key_, scalar(kind, text));
}

// Members that make cards of their own kind. True if nothing of them is to be kept beside.
bool JsonCard::take_extra(JsonKind kind, const std::string& text) {
  if (kind == JsonKind::string) {
    if (meaning_.what == CardKey::type) {
      extras_.type = lower_case(text);
      return extras_.type == "cloze" || extras_.type == "list" || extras_.type == "choice" || extras_.type == "reversed";
    }
    if (key_ == "cloze") return extras_.cloze = text, true;
    if (shape_.hashcards && key_ == "text") return extras_.text = text, true;
  }
  if (key_ == "reverse" && kind == JsonKind::boolean && text == "true" && extras_.type.empty()) {
    extras_.type = "reversed";
    return true;
  }
  if (kind != JsonKind::number || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos) return false;
  if (key_ == "flag" && text.size() == 1 && text[0] <= '7') extras_.flag = text[0] - '0';
  if (!shape_.hashcards || (key_ != "start" && key_ != "end")) return false;
  (key_ == "start" ? extras_.start : extras_.end) = std::stoi(text);
  return true;
}

bool JsonCard::take_extra(const JsonCapture& capture) {
  if (shape_.hashcards && key_ == "performance") return extras_.performance = capture.json, true;
  if (!shape_.canonical || !capture.is_list) return false;
  if (key_ == "schedule") return extras_.schedule = capture.json, true;
  if (key_ == "reviews") return extras_.reviews = capture.json, true;
  if (key_ == "items" && !capture.nested) extras_.items = capture.lines;
  if (key_ == "choices" && !capture.nested) extras_.choices = capture.lines;
  return false;
}

void JsonCard::take_tags(const JsonCapture& capture) {
  KeysUsed::add(used_.tags, key_);
  for (const std::string& tag : capture.lines) intake_.tag(tags_, tag);
}

void JsonCard::captured(const JsonCapture& capture) {
  if (meaning_.what == CardKey::tags && capture.is_list && !capture.nested) return take_tags(capture);
  if (meaning_.what != CardKey::question && meaning_.what != CardKey::answer) {
    if (!take_extra(capture)) keep(key_, capture.json);
    return;
  }
  const bool front = meaning_.what == CardKey::question;
  Side& side = front ? question_ : answer_;
  if (meaning_.rank > side.rank) return keep(key_, capture.json);
  std::string text = capture.text;
  for (const std::string& line : capture.lines) text += (text.empty() ? "" : "\n") + line;
  set_side(side, std::move(text), front ? used_.question : used_.answer);
  const char* name = front ? "question" : "answer";
  if (capture.is_list && capture.nested)
    side.trouble = fmt::format("the {} is a list of lists or objects", name);
  else if (!capture.is_list && !capture.has_text)
    side.trouble = fmt::format("the {} is an object without a \"text\"", name);
  if (capture.is_list) intake_.tell("a list was read as the lines of a side");
  if (!capture.is_list && capture.other_members > 0) intake_.tell("of an object as a side only its \"text\" was read");
}

void JsonCard::pair(const std::string& question, const std::string& answer) {
  question_.given = answer_.given = true;
  question_.text = question;
  answer_.text = answer;
}

std::string JsonCard::missing(const Side& side, const char* name, CardKey what) const {
  if (side.rank < 99) return fmt::format("the {} is null", name);
  std::string keys;
  for (const Member& member : more_) {
    const std::string_view nearest = nearest_key(member.key);
    if (!nearest.empty() && card_key(nearest).what == what)
      return fmt::format("there is no {}: the key \"{}\" is not known; did you mean \"{}\"?", name, member.key, nearest);
    if (keys.size() < 200) keys += fmt::format("{}\"{}\"", keys.empty() ? "" : ", ", member.key);
  }
  return fmt::format("there is no {}{}{}", name, keys.empty() ? "" : "; keys not known: ", keys);
}

// Why the card cannot be taken; empty if it can.
std::string JsonCard::unreadable() const {
  if (extras_.is_cloze() && !(extras_.cloze + extras_.text).empty()) return "";
  if (!question_.trouble.empty()) return question_.trouble;
  if (!answer_.trouble.empty()) return answer_.trouble;
  if (!question_.given) return missing(question_, "question", CardKey::question);
  if (!answer_.given && !extras_.is_list() && !extras_.is_cloze()) return missing(answer_, "answer", CardKey::answer);
  return "";
}

void JsonCard::name_deck(const DeckHead& head, const std::string& base) {
  note_.deck = head.name;
  note_.deck_id = head.id;
  if (note_.deck.empty()) note_.deck = default_deck_;
  if (!own_deck_.empty()) {
    note_.deck = base.empty() ? own_deck_ : base + "::" + own_deck_;
    note_.deck_id.clear();
  }
  // A bare number tells cards apart within one file only: with the deck's name it is good enough to find them again.
  const bool bare = !note_.id.empty() && note_.id.find_first_not_of("0123456789") == std::string::npos;
  if (bare && !shape_.canonical) note_.id = note_.deck + "#" + note_.id;
}

void JsonCard::gather_more() {
  if (more_.empty()) return;
  note_.more = "{";
  for (const Member& member : more_) {
    append_key(note_.more, member.key);
    note_.more += member.json;
  }
  note_.more += '}';
}

// HTML as text. What says more than its text is kept beside the card.
void JsonCard::take_html(std::string& text, const char* name) {
  std::string plain = html_to_text(text);
  if (plain == text) return;
  intake_.tell("\"text\": \"html\": HTML became text; what it was is kept");
  add_text_member(html_, name, text);
  text = std::move(plain);
}

void JsonCard::take_html(std::vector<std::string>& list, const char* name) {
  std::vector<std::string> plain;
  for (const std::string& text : list) plain.push_back(html_to_text(text));
  if (plain == list) return;
  intake_.tell("\"text\": \"html\": HTML became text; what it was is kept");
  const auto member = std::find_if(more_.begin(), more_.end(), [&](const Member& one) { return one.key == name; });
  add_member(html_, name, std::exchange(member->json, json_list(plain)));
  list = std::move(plain);
}

void JsonCard::take_all_html() {
  take_html(question_.text, "question");
  take_html(answer_.text, "answer");
  take_html(extras_.cloze, "cloze");
  take_html(extras_.items, "items");
  take_html(extras_.choices, "choices");
  if (!html_.empty()) keep("html", std::exchange(html_, {}));
}

void JsonCard::finish(const DeckHead& head, const std::string& base, bool bad_bytes) {
  if (bad_bytes) return;
  if (const std::string why = unreadable(); !why.empty())
    return intake_.leave_out(note_.card, at_, why + ": left out");
  if (shape_.canonical && head.text == "html") take_all_html();
  if (shape_.hashcards) extras_.answers = shape_.answers.of(note_.id);
  if (question_.given && extras_.type != "cloze" && !extras_.cloze.empty())
    keep("cloze", scalar(JsonKind::string, std::exchange(extras_.cloze, {})));
  note_.question = std::move(question_.text);
  note_.answer = std::move(answer_.text);
  for (const std::string& tag : head.tags) intake_.tag(note_.tags, tag);
  for (const std::string& tag : tags_) add_tag(note_.tags, tag);
  name_deck(head, base);
  gather_more();
  if (const std::string why = make_cards(note_, extras_); !why.empty()) {
    if (!question_.given || !answer_.given) return intake_.leave_out(note_.card, at_, why + ": left out");
    intake_.warn(note_.card, at_, why + ": taken as question and answer");
    if (!extras_.type.empty()) add_text_member(note_.more, "type", extras_.type);
  }
  if (schedule_cards(note_, extras_) > 0) {
    intake_.warn(note_.card, at_, "part of its schedule or its reviews cannot be read and is only kept");
    if (!extras_.schedule.empty()) add_member(note_.more, "schedule", extras_.schedule);
    if (!extras_.reviews.empty()) add_member(note_.more, "reviews", extras_.reviews);
  }
  intake_.take(std::move(note_), at_.column);
}

}  // namespace ebb
