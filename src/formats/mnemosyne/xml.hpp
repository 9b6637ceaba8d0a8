// XML as events. Documents with a DOCTYPE are refused: entities and other files are their business.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "ebb/core/byte_source.hpp"

namespace ebb {

class XmlHandler {
 public:
  using Attributes = std::map<std::string, std::string, std::less<>>;
  virtual ~XmlHandler() = default;
  virtual void start(const std::string& name, const Attributes& attributes) = 0;
  // `text` is all that stood directly in the element.
  virtual void end(const std::string& name, const std::string& text) = 0;
};

// Feeds pieces to a parser. Throws `Error(Exit::input)` naming the file and line.
class XmlParser {
 public:
  XmlParser(std::string file, XmlHandler& handler);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;
  void push(std::string_view piece, bool last = false);

 private:
  struct State;
  State* state_;
};

// The whole source.
void parse_xml(ByteSource& source, XmlHandler& handler);

}  // namespace ebb
