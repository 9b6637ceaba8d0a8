// Taking down a value while the parser goes through it.
#include "formats/json/capture.hpp"

#include "ebb/text/json_text.hpp"
#include "formats/json/members.hpp"

namespace ebb {

void append_json_scalar(std::string& out, JsonKind kind, const std::string& text) {
  if (kind == JsonKind::string)
    append_json_text(out, text);
  else
    out += text;
}

void JsonCapture::begin(bool object) {
  json.clear();
  lines.clear();
  text.clear();
  brackets_.clear();
  is_list = !object;
  has_text = nested = false;
  other_members = 0;
  json += object ? '{' : '[';
  brackets_ += object ? '}' : ']';
}

void JsonCapture::key(const std::string& name) {
  append_key(json, name);
  if (brackets_.size() > 1) return;
  key_ = name;
  if (name != "text") ++other_members;
}

void JsonCapture::value(JsonKind kind, const std::string& value) {
  append_separator(json);
  append_json_scalar(json, kind, value);
  if (brackets_.size() > 1 || kind == JsonKind::null) return;
  if (is_list) {
    lines.push_back(value);
  } else if (key_ == "text") {
    text = value;
    has_text = true;
  }
}

void JsonCapture::open(bool object) {
  append_separator(json);
  json += object ? '{' : '[';
  brackets_ += object ? '}' : ']';
  nested = true;
}

bool JsonCapture::close() {
  json += brackets_.back();
  brackets_.pop_back();
  return !brackets_.empty();
}

}  // namespace ebb
