// Note types in the JSON of schema 11.
#include "formats/anki/note_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ebb/text/json_text.hpp"
#include "formats/anki/sha1.hpp"
#include "formats/html_text.hpp"
#include "formats/json/members.hpp"

namespace ebb {
namespace {

using Json = nlohmann::json;
constexpr std::string_view label_start = "_ebb_note_type_";

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::int64_t number_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return 0;
  if (found->is_number_integer()) return found->get<std::int64_t>();
  return 0;
}

// The members of a list in the order of their `ord`, where they have one.
std::vector<Json> ordered(const Json& object, const char* name) {
  std::vector<Json> list;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return list;
  for (const Json& element : *found)
    if (element.is_object()) list.push_back(element);
  std::stable_sort(list.begin(), list.end(),
                   [](const Json& a, const Json& b) { return number_in(a, "ord") < number_in(b, "ord"); });
  return list;
}

AnkiNoteType type_from(const Json& object) {
  AnkiNoteType type;
  type.id = number_in(object, "id");
  type.name = text_in(object, "name");
  type.cloze = number_in(object, "type") == 1;
  type.sort_field = static_cast<int>(std::clamp<std::int64_t>(number_in(object, "sortf"), 0, 1000));
  type.css = text_in(object, "css");
  type.latex_before = text_in(object, "latexPre");
  type.latex_after = text_in(object, "latexPost");
  for (const Json& field : ordered(object, "flds")) type.fields.push_back(text_in(field, "name"));
  for (const Json& each : ordered(object, "tmpls"))
    type.templates.push_back({text_in(each, "name"), text_in(each, "qfmt"), text_in(each, "afmt"), "", ""});
  prepare_templates(type);
  return type;
}

void add_text(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_json_text(out, text);
}

// Cuts what stands between `<name …>` and `</name>`, unless a condition of the template would be cut in two.
void cut_elements(std::string& text, std::string_view name, std::string_view instead) {
  const std::string open = fmt::format("<{}", name), close = fmt::format("</{}>", name);
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at);
    if (end == std::string::npos) break;
    const std::string_view inside = std::string_view(text).substr(at, end - at);
    const bool whole = inside.find("{{#") == std::string_view::npos && inside.find("{{^") == std::string_view::npos &&
                       inside.find("{{/") == std::string_view::npos;
    const char after = at + open.size() < text.size() ? text[at + open.size()] : ' ';
    if (whole && (after == '>' || after == ' ' || after == '\n' || after == '\t')) {
      out.append(text, done, at - done);
      out += instead;
      done = end + close.size();
    }
    at = end + close.size();
  }
  text = out.append(text, done, std::string::npos);
}

std::string only_text(std::string text) {
  cut_elements(text, "style", "");
  cut_elements(text, "script", "");
  cut_elements(text, "svg", drawing_mark);
  return text;
}

}  // namespace

void prepare_templates(AnkiNoteType& type) {
  for (AnkiTemplate& each : type.templates) {
    each.front_text = only_text(each.front);
    each.back_text = only_text(each.back);
  }
}

std::string note_type_json(const AnkiNoteType& type) {
  std::string out = fmt::format(R"({{"id":{},"type":{},"sortf":{})", type.id, type.cloze ? 1 : 0, type.sort_field);
  add_text(out, "name", type.name);
  add_text(out, "css", type.css);
  add_text(out, "latexPre", type.latex_before);
  add_text(out, "latexPost", type.latex_after);
  out += ",\"flds\":[";
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    out += fmt::format(R"({}{{"ord":{},"sticky":false,"rtl":false,"font":"Arial","size":20)", i == 0 ? "" : ",", i);
    add_text(out, "name", type.fields[i]);
    out += '}';
  }
  out += "],\"tmpls\":[";
  for (std::size_t i = 0; i < type.templates.size(); ++i) {
    const AnkiTemplate& each = type.templates[i];
    out += fmt::format(R"({}{{"ord":{},"bqfmt":"","bafmt":"","did":null)", i == 0 ? "" : ",", i);
    add_text(out, "name", each.name);
    add_text(out, "qfmt", each.front);
    add_text(out, "afmt", each.back);
    out += '}';
  }
  return out + R"(],"mod":0,"usn":-1,"did":null,"tags":[],"vers":[]})";
}

std::optional<AnkiNoteType> note_type_from_json(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) return std::nullopt;
  AnkiNoteType type = type_from(object);
  return type.fields.empty() ? std::nullopt : std::optional(std::move(type));
}

std::string note_type_label(std::string_view json) {
  return fmt::format("{}{}.json", label_start, sha1_hex(json).substr(0, 16));
}

bool is_note_type_label(std::string_view name) {
  return name.starts_with(label_start) && name.ends_with(".json");
}

AnkiNoteTypes note_types_from_json(std::string_view models) {
  AnkiNoteTypes types;
  const Json all = Json::parse(models, nullptr, false);
  if (!all.is_object()) return types;
  for (const auto& [key, object] : all.items()) {
    if (!object.is_object()) continue;
    AnkiNoteType type = type_from(object);
    if (type.id == 0) type.id = std::strtoll(key.c_str(), nullptr, 10);
    const std::int64_t id = type.id;
    types.emplace(id, std::move(type));
  }
  return types;
}

}  // namespace ebb
