// Reading and writing the `more` column.
#include "store/fold/note_more.hpp"

#include <nlohmann/json.hpp>

#include "ebb/text/json_text.hpp"
#include "store/log/json_members.hpp"

namespace ebb {
namespace {

using nlohmann::json;

}  // namespace

NoteMore read_more(std::string_view more) {
  NoteMore read;
  if (more.empty()) return read;
  read.tags = tags_of(more);
  const json id = json::parse(raw_member(more, "id"), nullptr, false);
  if (id.is_string()) read.id = id.get<std::string>();
  read.file_keys = raw_member(more, "file");
  return read;
}

std::vector<std::string> tags_of(std::string_view more) {
  std::vector<std::string> names;
  if (more.find("\"tags\"") == std::string_view::npos) return names;
  const json tags = json::parse(raw_member(more, "tags"), nullptr, false);
  if (!tags.is_array()) return names;
  for (const json& tag : tags)
    if (tag.is_string()) names.push_back(tag.get<std::string>());
  return names;
}

std::string make_more(const std::vector<std::string>& tags, std::string_view id, std::string_view cards,
                      std::string_view file_keys) {
  if (tags.empty() && id.empty() && cards.empty() && file_keys.empty()) return {};
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
  if (!cards.empty()) {
    key("cards");
    more += cards;
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
