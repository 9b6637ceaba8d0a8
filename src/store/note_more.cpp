// The `more` column of a note: tags, the file's id, and the file's other keys, as one JSON object.
#include <nlohmann/json.hpp>

#include "ebb/text/json_text.hpp"
#include "store/fold.hpp"

namespace ebb {
namespace {

// Ordered: the file's keys stay as the file had them.
using json = nlohmann::ordered_json;

json parsed(std::string_view more) {
  if (more.empty()) return json::object();
  json object = json::parse(more, nullptr, false);
  return object.is_object() ? object : json::object();
}

}  // namespace

std::vector<std::string> tags_of(std::string_view more) {
  std::vector<std::string> tags;
  if (more.find("\"tags\"") == std::string_view::npos) return tags;
  const json object = parsed(more);
  if (const auto found = object.find("tags"); found != object.end() && found->is_array())
    for (const json& tag : *found)
      if (tag.is_string()) tags.push_back(tag.get<std::string>());
  return tags;
}

std::string file_id_of(std::string_view more) {
  if (more.find("\"id\"") == std::string_view::npos) return {};
  const json object = parsed(more);
  const auto found = object.find("id");
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string file_keys_of(std::string_view more) {
  if (more.find("\"file\"") == std::string_view::npos) return {};
  const json object = parsed(more);
  const auto found = object.find("file");
  return found != object.end() && found->is_object() ? found->dump() : std::string();
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
