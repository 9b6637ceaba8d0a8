// Reading and writing the `more` column.
#include <nlohmann/json.hpp>

#include "ebb/text/json_text.hpp"
#include "store/note_more.hpp"

namespace ebb {
namespace {

using nlohmann::json;

// `file` stands last in what make_more writes, and is kept as it was: a parser would rewrite its numbers.
constexpr std::string_view file_key = "\"file\":";

// Where the file's own keys begin; npos if there are none. Only tags and an id, both quoted, stand before.
std::size_t file_begins(std::string_view more) {
  bool quoted = false;
  for (std::size_t at = 0; at < more.size(); ++at) {
    if (!quoted && more.substr(at).starts_with(file_key)) return at;
    if (more[at] == '"') quoted = !quoted;
    else if (quoted && more[at] == '\\') ++at;
  }
  return std::string_view::npos;
}

}  // namespace

NoteMore read_more(std::string_view more) {
  NoteMore read;
  if (more.empty()) return read;
  const std::size_t file = file_begins(more);
  std::string head(more.substr(0, file));
  if (file != std::string_view::npos) {
    read.file_keys = more.substr(file + file_key.size(), more.size() - file - file_key.size() - 1);
    if (head.ends_with(',')) head.pop_back();
    head += '}';
  }
  const json object = json::parse(head, nullptr, false);
  if (!object.is_object()) return read;
  if (const auto tags = object.find("tags"); tags != object.end() && tags->is_array())
    for (const json& tag : *tags)
      if (tag.is_string()) read.tags.push_back(tag.get<std::string>());
  if (const auto id = object.find("id"); id != object.end() && id->is_string()) read.id = id->get<std::string>();
  return read;
}

std::vector<std::string> tags_of(std::string_view more) {
  return more.find("\"tags\"") == std::string_view::npos ? std::vector<std::string>() : read_more(more).tags;
}

std::string make_more(const std::vector<std::string>& tags, std::string_view id, std::string_view file_keys) {
  if (tags.empty() && id.empty() && file_keys.empty()) return {};
  std::string more = "{";
  const auto key = [&](std::string_view name) {
    if (more.size() > 1) more += ',';
    more += '"';
    more += name;
    more += "\":";
  };
  if (!tags.empty()) {
    key("tags");
    for (std::size_t i = 0; i < tags.size(); ++i) (more += i ? ',' : '[') += json_text(tags[i]);
    more += ']';
  }
  if (!id.empty()) {
    key("id");
    more += json_text(id);
  }
  if (!file_keys.empty()) {
    key("file");
    more += file_keys;
  }
  return more + "}";
}

std::int64_t tag_number(Store& store, std::string_view name) {
  Statement& find = store.sql("SELECT id FROM tag WHERE name = ?");
  if (find.bind(1, name).step()) {
    const std::int64_t id = find.number(0);
    find.reset();
    return id;
  }
  store.sql("INSERT INTO tag(name) VALUES(?)").bind(1, name).run();
  return store.db().number("SELECT last_insert_rowid()");
}

}  // namespace ebb
