// Note types for an export: those of Anki as they were, our own for the rest.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ebb/text/json_text.hpp"
#include "ebb/text/unicode.hpp"
#include "formats/anki/export_note.hpp"
#include "formats/anki/sha1.hpp"
#include "formats/anki/template.hpp"
#include "formats/html_text.hpp"
#include "formats/intake.hpp"
#include "formats/json/members.hpp"

namespace ebb {
namespace {

using Json = nlohmann::json;
constexpr std::int64_t first_own_type = 1500000000001;

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::int64_t number_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

AnkiTemplate make_template(int number, const std::string& front, const std::string& back) {
  return {fmt::format("Card {}", number), front, "{{FrontSide}}<hr id=answer>" + back, "", ""};
}

// Templates for fields whose own did not come along: the first is asked, the others answer.
void add_template(AnkiNoteType& type) {
  const auto number = static_cast<int>(type.templates.size()) + 1;
  const std::string prefix = type.cloze ? "cloze:" : "";
  std::string back;
  for (std::size_t i = type.cloze ? 0 : 1; i < type.fields.size(); ++i)
    back += fmt::format("{}{{{{{}{}}}}}", back.empty() ? "" : "<br>", i == 0 ? prefix : "", type.fields[i]);
  type.templates.push_back(make_template(number, fmt::format("{{{{{}{}}}}}", prefix, type.fields[0]), back));
}

// Whether the card's text is still what its fields make.
bool unchanged(const ExportedCard& card, const AnkiNoteType& type, const std::vector<std::string>& fields,
               std::string_view tags) {
  const auto same = [](const std::string& a, const std::string& b) { return trimmed(to_nfc(a)) == trimmed(b); };
  AnkiCardFacts facts{tags, card.deck, type.name, "", card.flag, 0, card.ordinal, type.cloze};
  const auto shape = type.cloze ? std::size_t{0} : static_cast<std::size_t>(card.ordinal);
  if (shape < type.templates.size()) facts.card = type.templates[shape].name;
  bool fell_back = false;
  const CardText text = card_text(type, {type.fields, fields}, facts, fell_back);
  if (same(text.question, card.question)) return same(text.answer, card.answer) || type.cloze || card.answer.empty();
  // A note's text stands for its cards: the whole text of a cloze, the first card of others.
  facts.ordinal = -1;
  const std::optional<std::string> whole =
      type.templates.empty() ? std::nullopt
                             : render_side(type.templates[0].front_text, {type.fields, fields}, facts, false);
  if (type.cloze) return whole && same(html_to_text(*whole), card.question);
  facts.ordinal = 0;
  if (card.ordinal == 0) return false;
  return same(card_text(type, {type.fields, fields}, facts, fell_back).question, card.question);
}

// Puts a changed text into the first two fields, where they are question and answer. False where they are not.
bool put_changed(const ExportedCard& card, const AnkiNoteType& type, std::vector<std::string>& fields) {
  if (type.cloze || card.ordinal != 0 || fields.size() < 2 || type.templates.empty()) return false;
  const auto mark = [&](std::size_t i) { return "{{" + type.fields[i] + "}}"; };
  if (trimmed(type.templates[0].front) != mark(0) || type.templates[0].back.find(mark(1)) == std::string::npos)
    return false;
  fields[0] = html_of_text(card.question);
  fields[1] = html_of_text(card.answer);
  return true;
}

std::string joined(const std::vector<std::string>& fields) {
  std::string all;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) all += '\x1f';
    for (const char c : fields[i])
      if (c != '\x1f' && c != '\0') all += c;
  }
  return all;
}

std::string tag_list(const ExportedCard& card) {
  std::string tags;
  for (const std::string& tag : card.tags) tags += " " + tag;
  return tags.empty() ? tags : tags + " ";
}

}  // namespace

std::string html_of_text(std::string_view text) {
  std::string exact, simple;
  for (const char c : text) {
    const std::string_view mark = c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string_view();
    (exact += mark) += mark.empty() ? std::string(1, c) : "";
    (simple += mark) += !mark.empty() ? "" : c == '\n' ? "<br>" : std::string(1, c);
  }
  if (html_to_text(simple) == text) return simple;
  // Blanks that HTML would swallow.
  return "<pre class=\"ebb\">" + exact + "</pre>";
}

const AnkiNoteType& ExportNoteTypes::own_type(std::string_view kind) {
  if (const auto known = ids_.find(kind); known != ids_.end()) return types_.at(known->second);
  AnkiNoteType type;
  const bool cloze = kind == "cloze", reversed = kind == "reversed", typed = kind == "typed";
  type.id = first_own_type + (cloze ? 1 : reversed ? 2 : typed ? 3 : 0);
  type.name = cloze ? "ebb Cloze" : reversed ? "ebb Basic (and reversed)" : typed ? "ebb Basic (typed)" : "ebb Basic";
  type.cloze = cloze;
  if (cloze) {
    type.fields = {"Text", "Back Extra"};
    type.templates = {{"Cloze", "{{cloze:Text}}", "{{cloze:Text}}<br>{{Back Extra}}", "", ""}};
  } else {
    type.fields = {"Front", "Back"};
    const std::string prompt = typed ? "{{type:Back}}" : "";
    type.templates = {make_template(1, "{{Front}}" + prompt, typed ? prompt : "{{Back}}")};
    if (reversed) type.templates.push_back(make_template(2, "{{Back}}", "{{Front}}"));
  }
  prepare_templates(type);
  ids_.emplace(kind, type.id);
  return types_.emplace(type.id, std::move(type)).first->second;
}

AnkiNoteType& ExportNoteTypes::type_for(const std::string& label, std::int64_t id, const std::string& name, bool cloze,
                                        const std::vector<std::string>& fields) {
  const std::string key = label.empty() ? fmt::format("{}/{}", id, fields.size()) : label;
  if (const auto known = ids_.find(key); known != ids_.end()) return types_.at(known->second);
  std::optional<AnkiNoteType> type;
  if (options_.media && !label.empty())
    if (const std::optional<std::string> json = options_.media(label)) type = note_type_from_json(*json);
  if (!type || type->fields.size() != fields.size()) {
    type.emplace();
    type->name = name.empty() ? "Basic" : name;
    type->cloze = cloze;
    for (std::size_t i = 0; i < fields.size(); ++i)
      type->fields.push_back(fields[i].empty() ? fmt::format("Field {}", i + 1) : fields[i]);
  }
  while (id <= 0 || types_.count(id) > 0) id = std::max(id, first_own_type) + 10;
  type->id = id;
  if (type->templates.empty()) add_template(*type);
  prepare_templates(*type);
  ids_.emplace(key, id);
  return types_.emplace(id, std::move(*type)).first->second;
}

void ExportNoteTypes::needs_ordinal(std::int64_t type, int ordinal) {
  AnkiNoteType& found = types_.at(type);
  while (!found.cloze && static_cast<int>(found.templates.size()) <= ordinal) add_template(found);
}

AnkiNote ExportNoteTypes::own_note(const ExportedCard& card) {
  const std::string kind = string_member(card.more, "type"), source = string_member(card.more, "cloze");
  AnkiNote note;
  note.guid = card.id.empty() ? sha1_hex(card.deck + '\x1f' + card.question).substr(0, 16) : card.id;
  note.tags = tag_list(card);
  const bool cloze = kind == "cloze" && !source.empty();
  note.type = own_type(cloze ? "cloze" : kind == "reversed" || kind == "typed" ? kind : "basic").id;
  note.fields = joined({html_of_text(cloze ? source : card.question), html_of_text(card.answer)});
  return note;
}

AnkiNote ExportNoteTypes::note_of(const ExportedCard& card) {
  const std::string_view kept = member_of(card.more, "anki");
  const Json facts = kept.empty() ? Json() : Json::parse(kept, nullptr, false);
  if (!facts.is_object() || !facts.contains("fields") || !facts["fields"].is_array() || facts["fields"].empty())
    return own_note(card);
  std::vector<std::string> names, values;
  for (const Json& field : facts["fields"]) {
    if (!field.is_array() || field.size() != 2 || !field[0].is_string() || !field[1].is_string()) return own_note(card);
    names.push_back(field[0].get<std::string>());
    values.push_back(field[1].get<std::string>());
  }
  const AnkiNoteType& type = type_for(text_in(facts, "notetype"), number_in(facts, "mid"), text_in(facts, "name"),
                                      facts.contains("cloze") && facts["cloze"] == true, names);
  const std::string tags = tag_list(card);
  AnkiNote note;
  if (!unchanged(card, type, values, tags) && !put_changed(card, type, values))
    note = own_note(card);
  else
    note.fields = joined(values);
  if (note.type == 0) note.type = type.id;
  note.id = number_in(facts, "id");
  note.modified = number_in(facts, "mod");
  note.tags = tags;
  note.guid = text_in(facts, "guid");
  if (note.guid.empty()) note.guid = card.id;
  return note;
}

std::string ExportNoteTypes::models() const {
  std::string all = "{";
  for (const auto& [id, type] : types_)
    all += fmt::format("{}\"{}\":{}", all.size() > 1 ? "," : "", id, note_type_json(type));
  return all + "}";
}

}  // namespace ebb
