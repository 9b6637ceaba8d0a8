// Cutting a text into records and fields.
#include "formats/table/records.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/error.hpp"
#include "formats/intake.hpp"

namespace ebb {
namespace {

// More of a field than this is not kept: the card will be left out for its length.
constexpr std::size_t most_kept = longest_field + 1;

void keep(std::string& field, std::string_view text) {
  field += text.substr(0, most_kept - std::min(most_kept, field.size()));
}

// In a file whose records end in CRLF, the lines within a field do too.
void drop_carriage_returns(std::string& field) {
  for (std::size_t at = field.find("\r\n"); at != std::string::npos; at = field.find("\r\n", at)) field.erase(at, 1);
}

}  // namespace

int Records::peek() {
  while (at_ >= text_.piece().size()) {
    at_ -= text_.piece().size();
    if (!text_.next()) return none;
  }
  return static_cast<unsigned char>(text_.piece()[at_]);
}

std::string& Records::new_field(Record& record) {
  if (record.count == record.fields.size()) record.fields.emplace_back();
  std::string& field = record.fields[record.count++];
  field.clear();
  return field;
}

void Records::read_plain(std::string& field) {
  while (peek() != none) {
    const std::string_view rest = text_.piece().substr(at_);
    const char* const begin = rest.data();
    const char* const end = begin + rest.size();
    const char separator = separator_;
    const char* stop = std::find_if(begin, end, [=](char c) { return c == separator || c == '\n' || c == '\r'; });
    keep(field, {begin, static_cast<std::size_t>(stop - begin)});
    at_ += static_cast<std::size_t>(stop - begin);
    if (stop != end) return;
  }
}

// Reads to the closing quote. False if the text ends first.
bool Records::read_quoted(std::string& field, int line) {
  take();
  while (peek() != none) {
    const std::string_view rest = text_.piece().substr(at_);
    const std::size_t length = std::min(rest.find('"'), rest.size());
    keep(field, rest.substr(0, length));
    at_ += length;
    if (length == rest.size()) continue;
    take();
    const int after = peek();
    if (after == '"') {
      keep(field, "\"");
      take();
      continue;
    }
    if (after == static_cast<unsigned char>(separator_) || after == '\n' || after == '\r' || after == none) return true;
    if (odd_quote_line_ == 0) odd_quote_line_ = line;
    field.insert(0, 1, '"');
    keep(field, "\"");
    read_plain(field);
    return true;
  }
  if (!partial_)
    throw Error(Exit::input, fmt::format("{}:{}: a quote is opened and never closed: everything after it would be one "
                                         "field. Close it, or double the quotes that are part of a text.",
                                         text_.name(), line));
  cut_ = true;
  return false;
}

void Records::end_record() {
  if (peek() == '\r') {
    take();
    if (peek() != '\n') return;
    carriage_returns_ = true;
  }
  if (peek() == '\n') take();
}

bool Records::read_record(Record& record) {
  record.count = 0;
  if (peek() == none) return false;
  record.begin = text_.start() + at_;
  record.line = text_.place(record.begin).line;
  while (true) {
    std::string& field = new_field(record);
    if (peek() == '"') {
      if (!read_quoted(field, record.line)) return false;
      if (carriage_returns_) drop_carriage_returns(field);
    } else {
      read_plain(field);
    }
    if (peek() != static_cast<unsigned char>(separator_)) break;
    take();
  }
  const int stop = peek();
  record.end = text_.start() + at_;
  end_record();
  cut_ = partial_ && stop == none;
  return !cut_;
}

bool Records::next(Record& record) {
  while (skip_ > 0 && peek() != none) {
    const std::size_t step = std::min(skip_, text_.piece().size() - at_);
    at_ += step;
    skip_ -= step;
  }
  while (!cut_ && read_record(record))
    if (!record.empty()) return true;
  return false;
}

}  // namespace ebb
