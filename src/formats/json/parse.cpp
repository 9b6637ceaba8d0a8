// nlohmann's SAX parser over pieces of a file, and its errors in our words.
#include "formats/json/parse.hpp"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

// The run of bytes as the iterator pair that the parser wants.
struct ByteIterator {
  using value_type = char;
  using iterator_category = std::input_iterator_tag;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;
  JsonInput* input;
  char operator*() const { return *input->at; }
  ByteIterator& operator++() {
    ++input->at;
    return *this;
  }
  bool operator!=(const ByteIterator&) const { return input->at != input->end || input->fill(); }
};

// What is wrong, from the parser's own message: only its last part is for people.
std::string reason(const std::string& message, const std::string& token) {
  const bool cut_off = message.find("unexpected end of input") != std::string::npos ||
                       message.find("missing closing quote") != std::string::npos;
  if (cut_off) return "the file ends in the middle: it is cut off, or a bracket or quote is not closed";
  const bool literal = message.find("invalid literal") != std::string::npos ||
                       message.find("invalid number") != std::string::npos;
  const char last = token.empty() ? '\0' : token.back();
  if (literal && (last == 'N' || last == 'I')) return "NaN and Infinity are not JSON; write null, or leave them out";
  if (literal && last == '\'') return "texts stand in double quotes, not single ones";
  if (message.find("number overflow") != std::string::npos) return "a number is too large";
  if (message.find("unexpected '{'; expected end of input") != std::string::npos)
    return "more than one value in the file; put them into one list: [ {...}, {...} ]";
  const std::size_t dash = message.find(" - ");
  std::string rest = dash == std::string::npos ? message : message.substr(dash + 3);
  const std::size_t last_read = rest.find("; last read: ");
  const std::size_t expected = rest.find("; expected ", last_read == std::string::npos ? 0 : last_read);
  if (last_read != std::string::npos)
    rest.erase(last_read, expected == std::string::npos ? std::string::npos : expected - last_read);
  constexpr std::string_view literal_words = "invalid literal";
  if (rest.starts_with(literal_words)) rest.replace(0, literal_words.size(), "something stands there that is no JSON value");
  return rest;
}

class Events {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit Events(JsonHandler& handler) : handler_(handler) {}
  bool null() { return handler_.value(JsonKind::null, "null"); }
  bool boolean(bool value) { return handler_.value(JsonKind::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) { return handler_.value(JsonKind::number, std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) { return handler_.value(JsonKind::number, std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) { return handler_.value(JsonKind::number, text); }
  bool string(string_t& text) { return handler_.value(JsonKind::string, text); }
  bool binary(binary_t&) { return false; }
  bool key(string_t& name) {
    if (depth_ == 1) in_log_ = name == "log";
    return handler_.key(name);
  }
  bool start_object(std::size_t) { return open(true); }
  bool start_array(std::size_t) { return open(false); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string& token, const nlohmann::detail::exception& error) {
    fail(reason(error.what(), token));
  }

 private:
  [[noreturn]] void fail(const std::string& what) {
    CleanText& text = handler_.input->text;
    const std::size_t position = handler_.input->position();
    const Place at = text.place(position > 0 ? position - 1 : 0);
    std::string bytes;
    if (!text.bad_spots().empty() && text.bad_spots().front().at < position)
      bytes = fmt::format(" (byte {} is not valid UTF-8)", text.bad_spots().front().byte);
    throw Error(Exit::input, fmt::format("{}:{}:{}: this is not JSON that can be read: {}{}. Mend the file and try again.",
                                         text.name(), at.line, at.column, what, bytes));
  }
  bool open(bool object) {
    // In the log of a full export the keys that a deck was allowed lie deeper by the brackets around them.
    if (++depth_ > deepest + (in_log_ ? log_brackets : 0)) fail(fmt::format("brackets are nested deeper than {}", deepest));
    return handler_.open(object);
  }
  bool close() {
    --depth_;
    return handler_.close();
  }

  static constexpr int log_brackets = 8;
  JsonHandler& handler_;
  int depth_ = 0;
  bool in_log_ = false;
};

}  // namespace

void JsonInput::skip_to_end_of_list() {
  int depth = 0;
  bool in_string = false, escaped = false;
  while (at != end || fill()) {
    const char c = *at;
    if (in_string) {
      in_string = escaped || c != '"';
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      if (depth-- == 0) return;
    }
    ++at;
  }
}

bool JsonInput::fill() {
  if (!text.next()) return false;
  at = text.piece().data();
  end = at + text.piece().size();
  return true;
}

void parse_json(CleanText& text, JsonHandler& handler) {
  JsonInput input{text};
  handler.input = &input;
  Events events(handler);
  nlohmann::json::sax_parse(ByteIterator{&input}, ByteIterator{&input}, &events);
  handler.input = nullptr;
}

}  // namespace ebb
