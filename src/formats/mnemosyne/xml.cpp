// XML by expat.
#include "formats/mnemosyne/xml.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <exception>
#include <utility>
#include <vector>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr std::size_t deepest_element = 64, longest_text = std::size_t{4} << 20;

}  // namespace

struct XmlParser::State {
  std::string file;
  XmlHandler* handler = nullptr;
  XML_Parser parser = nullptr;
  std::vector<std::string> texts;
  std::string refused;
  std::exception_ptr thrown;  // by the handler: it must not fly through the C code

  static State& of(void* self) { return *static_cast<State*>(self); }
  void refuse(const char* why) {
    if (refused.empty()) refused = why;
    XML_StopParser(parser, XML_FALSE);
  }
  template <typename Call>
  void safely(Call call) {
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      refuse("stopped");
    }
  }
  static void XMLCALL start(void* self, const XML_Char* name, const XML_Char** attributes) {
    State& state = of(self);
    if (!state.refused.empty()) return;
    if (state.texts.size() >= deepest_element) return state.refuse("elements lie more than 64 deep");
    XmlHandler::Attributes map;
    for (const XML_Char** each = attributes; *each != nullptr; each += 2) map.emplace(each[0], each[1]);
    state.texts.emplace_back();
    state.safely([&] { state.handler->start(name, map); });
  }
  static void XMLCALL end(void* self, const XML_Char* name) {
    State& state = of(self);
    if (!state.refused.empty() || state.texts.empty()) return;
    const std::string text = std::move(state.texts.back());
    state.texts.pop_back();
    state.safely([&] { state.handler->end(name, text); });
  }
  static void XMLCALL text(void* self, const XML_Char* bytes, int size) {
    State& state = of(self);
    if (!state.refused.empty() || state.texts.empty()) return;
    if (state.texts.back().size() > longest_text) return state.refuse("a text is longer than 4 MiB");
    state.texts.back().append(bytes, static_cast<std::size_t>(size));
  }
  static void XMLCALL doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(self).refuse("it has a DOCTYPE, which decks do not need");
  }
};

XmlParser::XmlParser(std::string file, XmlHandler& handler) : state_(new State) {
  state_->file = std::move(file);
  state_->handler = &handler;
  state_->parser = XML_ParserCreate(nullptr);
  XML_SetUserData(state_->parser, state_);
  XML_SetElementHandler(state_->parser, &State::start, &State::end);
  XML_SetCharacterDataHandler(state_->parser, &State::text);
  XML_SetStartDoctypeDeclHandler(state_->parser, &State::doctype);
}

XmlParser::~XmlParser() {
  XML_ParserFree(state_->parser);
  delete state_;
}

void XmlParser::push(std::string_view piece, bool last) {
  if (XML_Parse(state_->parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0) != XML_STATUS_ERROR) return;
  if (state_->thrown) std::rethrow_exception(state_->thrown);
  const std::string why = state_->refused.empty() ? XML_ErrorString(XML_GetErrorCode(state_->parser)) : state_->refused;
  throw Error(Exit::input, fmt::format("{}:{}: this is no XML that can be read: {}.", state_->file,
                                       XML_GetCurrentLineNumber(state_->parser), why));
}

void parse_xml(ByteSource& source, XmlHandler& handler) {
  XmlParser parser(source.name(), handler);
  std::vector<char> buffer(std::size_t{1} << 16);
  for (std::size_t count = source.read(buffer.data(), buffer.size()); count > 0;
       count = source.read(buffer.data(), buffer.size()))
    parser.push({buffer.data(), count});
  parser.push({}, true);
}

}  // namespace ebb
