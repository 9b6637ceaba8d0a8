// A value that is a list or an object, taken down whole.
#pragma once
#include <string>
#include <vector>

#include "formats/json/parse.hpp"

namespace ebb {

// Appends a scalar as compact JSON.
void append_json_scalar(std::string& out, JsonKind kind, const std::string& text);

// A member of a card that is a list or an object, taken down as compact JSON and, for a side, as text.
class JsonCapture {
 public:
  void begin(bool object);
  void key(const std::string& name);
  void value(JsonKind kind, const std::string& text);
  void open(bool object);
  // False when the value itself ends.
  bool close();

  std::string json;
  std::vector<std::string> lines;  // the scalars of a list
  std::string text;                // the member "text" of an object
  bool is_list = false, has_text = false, nested = false;
  int other_members = 0;  // of an object, beside "text"

 private:
  std::string key_, brackets_;
};

}  // namespace ebb
