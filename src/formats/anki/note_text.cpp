// Texts of a note: the first card's stand for the note, a cloze note's is the whole text.
#include "formats/anki/note_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ebb/text/json_text.hpp"
#include "ebb/text/unicode.hpp"
#include "formats/anki/schedule.hpp"
#include "formats/anki/template.hpp"
#include "formats/html_text.hpp"
#include "formats/json/members.hpp"

namespace ebb {
namespace {

void add_text(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_json_text(out, text);
}

// Whether a card with this ordinal can be made of the note.
bool fits(const AnkiCard& card, const AnkiNoteType* type) {
  constexpr std::int64_t most_cloze = 499, most_ordinal = 1023;
  if (card.ordinal < 0 || card.ordinal > most_ordinal) return false;
  if (type == nullptr) return true;
  const auto count = static_cast<std::int64_t>(type->templates.size());
  return type->cloze ? card.ordinal <= most_cloze : card.ordinal < std::max<std::int64_t>(count, 1);
}

// The kind of note that other formats know too.
void add_kind(ImportedNote& imported, const AnkiNoteType* type, const std::vector<std::string>& fields) {
  if (type != nullptr && type->cloze) {
    const auto marked = [](const std::string& field) { return field.find("{{c") != std::string::npos; };
    const auto field = std::find_if(fields.begin(), fields.end(), marked);
    if (field == fields.end()) return;
    add_text_member(imported.more, "type", "cloze");
    add_text_member(imported.more, "cloze", html_to_text(*field));
    return;
  }
  const bool mirrored = imported.cards.size() == 2 && imported.cards[0].ordinal == 0 &&
                        imported.cards[1].ordinal == 1 && imported.cards[1].question == imported.answer &&
                        imported.cards[1].answer == imported.question;
  if (mirrored) add_text_member(imported.more, "type", "reversed");
}

}  // namespace

std::vector<std::string> split_fields(const AnkiNote& note, const AnkiNoteType* type, Intake& intake, int number) {
  std::vector<std::string> fields;
  std::string_view rest = note.fields;
  while (true) {
    const std::size_t end = rest.find('\x1f');
    fields.push_back(valid_utf8(rest.substr(0, end)));
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  const bool damaged = first_invalid_utf8(note.fields) != std::string_view::npos;
  if (damaged) intake.warn(number, {0, 0}, "a field is not valid UTF-8: what is not became U+FFFD");
  if (type == nullptr || type->fields.empty() || fields.size() == type->fields.size()) return fields;
  intake.warn(number, {0, 0},
              fmt::format("it has {} fields where its note type \"{}\" has {}: imported all the same", fields.size(),
                          type->name, type->fields.size()));
  while (fields.size() > type->fields.size() && fields.size() > 1) {
    fields[fields.size() - 2] += "; " + fields.back();
    fields.pop_back();
  }
  fields.resize(type->fields.size());
  return fields;
}

std::string note_facts(const AnkiNote& note, const AnkiNoteType* type, const std::vector<std::string>& fields,
                       const std::string& label) {
  std::string facts = fmt::format(R"({{"id":{},"mid":{},"mod":{})", note.id, note.type, note.modified);
  add_text(facts, "guid", note.guid);
  if (type != nullptr) add_text(facts, "name", type->name);
  if (!label.empty()) add_text(facts, "notetype", label);
  if (type != nullptr && type->cloze) facts += ",\"cloze\":true";
  append_key(facts, "fields");
  facts += '[';
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool named = type != nullptr && i < type->fields.size();
    facts += i == 0 ? "[" : ",[";
    append_json_text(facts, named ? std::string_view(type->fields[i]) : std::string_view());
    facts += ',';
    append_json_text(facts, fields[i]);
    facts += ']';
  }
  return facts + "]}";
}

const std::string& NoteTexts::deck_of(const AnkiCard& card) const {
  static const std::string none;
  const auto deck = collection_.decks.find(card.home_deck != 0 ? card.home_deck : card.deck);
  return deck == collection_.decks.end() ? none : deck->second;
}

void NoteTexts::fill_card(ImportedNote& imported, const AnkiNote& note, const AnkiCard& card, const AnkiNoteType* type,
                          const std::vector<std::string>& fields) {
  const bool taken = std::any_of(imported.cards.begin(), imported.cards.end(),
                                 [&](const ImportedCard& other) { return other.ordinal == card.ordinal; });
  if (taken || !fits(card, type)) {
    intake_.warn(imported.card, {0, 0},
                 fmt::format("its card {} {}: the card is left out", card.ordinal + 1,
                             taken ? "is there twice" : "has no template"));
    return;
  }
  const std::string& deck = deck_of(card);
  if (imported.cards.empty()) imported.deck = deck;
  ImportedCard made = imported_card(card, calendar_, deck == imported.deck ? "" : deck);
  if (deck != imported.deck) intake_.tell("cards of one note that were in several decks are in the deck of the first");
  bool fell_back = type == nullptr;
  CardText text;
  if (type == nullptr) {
    text = plain_fields(fields);
  } else {
    const auto shape = type->cloze ? std::size_t{0} : static_cast<std::size_t>(made.ordinal);
    const std::string_view name = shape < type->templates.size() ? std::string_view(type->templates[shape].name) : "";
    const AnkiCardFacts facts{note.tags, deck, type->name, name, made.flag, card.id, made.ordinal, type->cloze};
    text = card_text(*type, {type->fields, fields}, facts, fell_back);
    if (fell_back)
      intake_.tell(
          fmt::format("the template \"{}\" of the note type \"{}\" shows nothing here: the fields are shown instead",
                      name, type->name));
  }
  made.question = std::move(text.question);
  made.answer = std::move(text.answer);
  imported.cards.push_back(std::move(made));
}

void NoteTexts::fill(ImportedNote& imported, const AnkiNote& note, const AnkiNoteType* type,
                     const std::vector<std::string>& fields) {
  for (const AnkiCard& card : note.cards) fill_card(imported, note, card, type, fields);
  if (imported.cards.empty()) {
    const CardText text = plain_fields(fields);
    imported.question = text.question;
    imported.answer = text.answer;
    return;
  }
  imported.suspended =
      std::all_of(imported.cards.begin(), imported.cards.end(), [](const ImportedCard& c) { return c.suspended; });
  ImportedCard& first = imported.cards.front();
  if (type != nullptr && type->cloze) {
    const AnkiCardFacts facts{note.tags, imported.deck, type->name, "", 0, 0, -1, true};
    const std::optional<std::string> whole =
        type->templates.empty() ? std::nullopt
                                : render_side(type->templates[0].front_text, {type->fields, fields}, facts, false);
    imported.question = whole ? html_to_text(*whole) : "";
    if (blank(imported.question)) imported.question = first.answer;
  } else {
    imported.question = std::exchange(first.question, "");
    imported.answer = std::exchange(first.answer, "");
  }
  if (blank(imported.question)) imported.question = first.question;
  add_kind(imported, type, fields);
  for (ImportedCard& card : imported.cards)
    if (card.question == imported.question && card.answer == imported.answer) card.question = card.answer = "";
}

}  // namespace ebb
