// Between a block of an editor's text and a note: its type, the keys that its file had, its cards.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ebb/formats/buffer.hpp"
#include "ebb/text/json_text.hpp"
#include "ebb/text/unicode.hpp"
#include "formats/cloze.hpp"
#include "formats/intake.hpp"
#include "formats/json/card_kinds.hpp"
#include "formats/json/members.hpp"
#include "formats/json/values.hpp"
#include "formats/markdown/escape.hpp"
#include "formats/markdown/hashcards_cloze.hpp"
#include "formats/nearest.hpp"

namespace ebb {
namespace {

constexpr std::array<std::string_view, 12> known_names{"id",    "deck",  "tags",   "type",   "hint",  "hints",
                                                       "notes", "extra", "source", "accept", "items", "choices"};
constexpr std::array<std::string_view, 4> list_names{"hints", "accept", "items", "choices"};
constexpr std::array<std::string_view, 6> types{"basic", "reversed", "typed", "list", "choice", "cloze"};

template <typename List>
bool has(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool plain_name(std::string_view name) {
  constexpr std::array<std::string_view, 3> taken{"id", "deck", "tags"};
  return !name.empty() && !has(taken, name) &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
             std::string_view::npos;
}

// The texts of a member that an editor shows: a string, or a list of strings; nothing for any other.
std::optional<std::vector<std::string>> shown_texts(std::string_view json) {
  if (json.starts_with('"')) {
    const auto text = text_of_json(json);
    return text ? std::optional(std::vector{*text}) : std::nullopt;
  }
  if (!json.starts_with("[\"")) return {};
  std::vector<std::string> texts;
  std::size_t at = 1;
  while (at < json.size() && json[at] == '"') {
    std::size_t end = at + 1;
    while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2U : 1U;
    const auto text = text_of_json(json.substr(at, end + 1 - at));
    if (!text) return {};
    texts.push_back(*text);
    at = end + 1;
    if (at < json.size() && json[at] == ',') ++at;
  }
  return at < json.size() && json[at] == ']' ? std::optional(texts) : std::nullopt;
}

// What the type of a note puts beside its keys: it is shown as C:, Q: or `type:`, and made anew. A file may use the
// word for something of its own.
bool made_by_type(std::string_view type, std::string_view key) {
  if (key == "type") return has(types, type);
  if (type == "cloze") return key == "cloze" || key == "answer";
  return (type == "list" || type == "choice") && key == "question";
}

std::string value_text(const std::string& text) {
  std::string lines;
  for (const char c : text) lines += c == '\n' ? std::string("\n  ") : std::string(1, c);
  std::string_view rest = text;
  bool plain = !text.empty() && text[0] != '"';
  while (plain) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    plain =
        !line.empty() && trimmed(line) == line && trimmed(line) != "---" && line.find('\r') == std::string_view::npos;
    if (end == rest.size()) break;
    rest.remove_prefix(end + 1);
  }
  return plain ? lines : json_text(text);
}

std::string text_from(const std::string& value) {
  if (value.starts_with('"'))
    if (const auto text = text_of_json(value)) return *text;
  return value;
}

std::string json_of(const std::vector<std::string>& texts, bool list) {
  if (!list) return json_text(texts.front());
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "[" : ",") + json_text(text);
  return out + "]";
}

std::string side(char letter, const std::string& text) {
  std::string body = side_text(text), out;
  for (std::string_view rest = body; !body.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view bare = rest.substr(0, end);
    bare.remove_prefix(std::min(bare.find_first_not_of('\\'), bare.size()));
    if (!out.empty() && bare.starts_with("<!-- ebb")) out += '\\';
    out += rest.substr(0, end);
    if (end == rest.size()) break;
    out += '\n';
    rest.remove_prefix(end + 1);
  }
  return fmt::format("{}:{}{}\n", letter, out.empty() ? "" : " ", out);
}

std::string head(const std::string& id, const ImportedNote& note, const std::string& type) {
  std::string out = fmt::format("id: {}\ndeck: {}\n", id, note.deck);
  std::string tags;
  for (const std::string& tag : note.tags) tags += " " + tag;
  out += "tags:" + tags + "\n";
  if (has(types, type) && type != "cloze") out += "type: " + type + "\n";
  for_each_member(note.more, [&](std::string_view key, std::string_view member) {
    if (made_by_type(type, key) || !plain_name(key)) return;
    const auto texts = shown_texts(member.substr(key.size() + 3));
    if (!texts) return;
    for (const std::string& text : *texts) out += fmt::format("{}: {}\n", key, value_text(text));
  });
  return out;
}

bool same_cards(const ImportedNote& a, const ImportedNote& b) {
  const auto own = [](const ImportedCard& card) { return std::tuple(card.ordinal, card.question, card.answer); };
  const auto plain = [&](const ImportedNote& note) {
    return note.cards.empty() || (note.cards.size() == 1 && note.cards[0].ordinal == 0 &&
                                  ((note.cards[0].question.empty() && note.cards[0].answer.empty()) ||
                                   (note.cards[0].question == note.question && note.cards[0].answer == note.answer)));
  };
  if (plain(a) && plain(b)) return true;
  if (a.cards.size() != b.cards.size()) return false;
  for (std::size_t i = 0; i < a.cards.size(); ++i) {
    ImportedCard of_a = a.cards[i], of_b = b.cards[i];
    // A card without a text of its own has the note's.
    if (of_a.question.empty() && of_a.answer.empty()) of_a.question = a.question, of_a.answer = a.answer;
    if (of_b.question.empty() && of_b.answer.empty()) of_b.question = b.question, of_b.answer = b.answer;
    if (own(of_a) != own(of_b)) return false;
  }
  return true;
}

// The lines of a block's head as members of `more`.
class Keys {
 public:
  Keys(const BufferBlock& block, const std::string& more) : block_(block), more_(more) {}

  // Returns the new members without those that the type makes; the type is in `extras`.
  std::string members(CardExtras& extras, std::vector<BufferProblem>& problems) {
    const std::string old_type = string_member(more_, "type");
    extras.type = block_.cloze ? "cloze" : type(old_type, problems);
    std::string out;
    for_each_member(more_, [&](std::string_view key, std::string_view member) {
      if (made_by_type(old_type, key) || (key == "type" && !extras.type.empty())) return;
      const std::string_view json = member.substr(key.size() + 3);
      const auto old = plain_name(key) ? shown_texts(json) : std::nullopt;
      if (!old) return add_member(out, key, json);
      seen_.emplace_back(key);
      const std::vector<std::string> now = texts(std::string(key));
      if (now == *old)
        add_member(out, key, json);
      else if (!now.empty())
        add_member(out, key, json_of(now, json.starts_with('[') || now.size() > 1));
    });
    for (const BufferBlock::Line& line : block_.keys) add_new(line, out, problems);
    extras.items = texts("items");
    extras.choices = texts("choices");
    return out;
  }

 private:
  std::string type(const std::string& old_type, std::vector<BufferProblem>& problems) const {
    for (const BufferBlock::Line& line : block_.keys) {
      if (line.name != "type") continue;
      if (line.text == old_type && !has(types, old_type)) return "";
      if (!has(types, line.text) || line.text == "cloze")
        problems.push_back(
            {line.line,
             fmt::format("there is no type `{}` for Q: and A:; there are basic, reversed, typed, list, choice",
                         line.text)});
      return line.text == "basic" ? "" : line.text;
    }
    return "";
  }
  std::vector<std::string> texts(const std::string& name) const {
    std::vector<std::string> found;
    for (const BufferBlock::Line& line : block_.keys)
      if (line.name == name && !line.text.empty()) found.push_back(text_from(line.text));
    return found;
  }
  void add_new(const BufferBlock::Line& line, std::string& out, std::vector<BufferProblem>& problems) {
    if (line.name == "type" || has(seen_, line.name)) return;
    seen_.push_back(line.name);
    if (!has(known_names, line.name)) {
      const std::string_view nearest = nearest_word(line.name, known_names);
      problems.push_back({line.line, fmt::format("there is no line `{}:`{} There are: {}", line.name,
                                                 nearest.empty() ? "." : fmt::format("; did you mean {}:?", nearest),
                                                 fmt::join(known_names, ", "))});
      return;
    }
    const std::vector<std::string> now = texts(line.name);
    if (!now.empty()) add_member(out, line.name, json_of(now, has(list_names, line.name) || now.size() > 1));
  }

  const BufferBlock& block_;
  const std::string& more_;
  std::vector<std::string> seen_;
};

}  // namespace

std::vector<BufferProblem> note_of_block(const BufferBlock& block, const std::string& more, ImportedNote& note) {
  std::vector<BufferProblem> problems;
  const auto tell = [&](std::string what) { problems.push_back({block.line, std::move(what)}); };
  note = {};
  note.line = block.line;
  note.deck = to_nfc(block.deck.value_or(""));
  note.tags = block.tags.value_or(std::vector<std::string>{});
  note.question = to_nfc(block.question);
  note.answer = to_nfc(block.answer.value_or(""));
  if (std::max(note.question.size(), note.answer.size()) > longest_field) tell("a side is longer than a megabyte");
  CardExtras extras;
  note.more = Keys(block, more).members(extras, problems);
  if (block.cloze) {
    const bool marked = !parse_cloze(note.question).holes.empty();
    const Cloze cloze = marked ? parse_cloze(note.question) : parse_hashcards_cloze(note.question);
    if (cloze.holes.empty())
      tell("the cloze has no hole: {{c1::hidden}} or [hidden]");
    else if (const std::string why = make_cloze(note, cloze); !why.empty())
      tell(why);
  } else {
    if (extras.type != "list" && !block.answer) tell("the card has no answer: A: and its text");
    if (const std::string why = make_cards(note, extras); !why.empty()) tell(why);
    const bool kept = extras.type == "typed" || (extras.type == "choice" && extras.choices.empty());
    if (kept) add_text_member(note.more, "type", extras.type);
  }
  return problems;
}

std::optional<std::string> block_of_note(const std::string& id, const ImportedNote& note) {
  const std::string type = string_member(note.more, "type");
  std::string out = head(id, note, type);
  if (type == "cloze") {
    const std::string extra = string_member(note.more, "answer");
    out += side('C', string_member(note.more, "cloze"));
    if (!extra.empty()) out += side('A', extra);
  } else {
    const std::string own = string_member(note.more, "question");
    const bool from_keys = (type == "list" || type == "choice") && !own.empty();
    out += side('Q', from_keys ? own : note.question);
    if (type != "list") out += side('A', note.answer);
  }
  const BufferRead read = read_buffer(out);
  ImportedNote back;
  const bool whole =
      read.problems.empty() && read.blocks.size() == 1 && note_of_block(read.blocks[0], note.more, back).empty();
  if (!whole || back.question != note.question || back.answer != note.answer || !same_cards(back, note)) return {};
  return out;
}

std::string block_of_card(const std::string& id, const std::string& question, const std::string& answer,
                          const ImportedNote* note) {
  return (note != nullptr ? head(id, *note, "") : fmt::format("id: {}\n", id)) + side('Q', question) +
         side('A', answer);
}

}  // namespace ebb
