// Reading bytes 64 KiB at a time and making them valid UTF-8.
#include "formats/clean_text.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

constexpr std::size_t chunk = std::size_t{64} * 1024;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// How many bytes at the end are the start of a character that is not complete yet.
std::size_t incomplete_tail(std::string_view text) {
  const std::size_t most = std::min<std::size_t>(3, text.size());
  for (std::size_t back = 1; back <= most; ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) return 0;
    if (byte >= 0xC0) return back < (byte >= 0xF0 ? 4u : byte >= 0xE0 ? 3u : 2u) ? back : 0;
  }
  return 0;
}

// The number in the four hexadecimal digits at `at`; nothing if there are not four.
std::optional<unsigned> four_hex(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  unsigned number = 0;
  for (const char c : text.substr(at, 4)) {
    number <<= 4;
    if (c >= '0' && c <= '9')
      number |= static_cast<unsigned>(c - '0');
    else if (c >= 'a' && c <= 'f')
      number |= static_cast<unsigned>(c - 'a' + 10);
    else if (c >= 'A' && c <= 'F')
      number |= static_cast<unsigned>(c - 'A' + 10);
    else
      return std::nullopt;
  }
  return number;
}

// Where a place is after some more text.
Place place_after(int line, int column, std::string_view text) {
  const auto breaks = std::count(text.begin(), text.end(), '\n');
  if (breaks == 0) return {line, column + static_cast<int>(text.size())};
  return {line + static_cast<int>(breaks), static_cast<int>(text.size() - text.rfind('\n'))};
}

bool high_surrogate(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

void CleanText::read_raw() {
  const std::size_t kept = raw_.size();
  raw_.resize(kept + chunk);
  std::size_t filled = 0;
  while (filled < chunk && !at_end_) {
    const std::size_t got = source_.read(raw_.data() + kept + filled, chunk - filled);
    if (got == 0) at_end_ = true;
    filled += got;
  }
  raw_.resize(kept + filled);
  done_ += filled;
}

void CleanText::detect_encoding() {
  std::size_t mark = 0;
  if (raw_.starts_with("\xEF\xBB\xBF")) {
    mark = 3;
  } else if (raw_.starts_with("\xFF\xFE")) {
    mark = 2;
    encoding_ = Encoding::utf16_little;
  } else if (raw_.starts_with("\xFE\xFF")) {
    mark = 2;
    encoding_ = Encoding::utf16_big;
  }
  had_mark_ = mark > 0;
  raw_.erase(0, mark);
  raw_at_ = mark;
}

void CleanText::decode_utf16(std::string& out) {
  const bool big = encoding_ == Encoding::utf16_big;
  std::size_t ready = raw_.size();
  if (!at_end_) {
    ready -= ready % 2;
    const std::size_t high_byte = ready - (big ? 2u : 1u);
    if (ready >= 2 && (static_cast<unsigned char>(raw_[high_byte]) & 0xFC) == 0xD8) ready -= 2;
  }
  out += utf16_to_utf8(std::string_view(raw_).substr(0, ready), big);
  raw_at_ += ready;
  raw_.erase(0, ready);
}

void CleanText::decode_utf8(std::string& out, std::size_t position) {
  const std::size_t ready = raw_.size() - (at_end_ ? 0 : incomplete_tail(raw_));
  std::string_view rest = std::string_view(raw_).substr(0, ready);
  const std::size_t before = out.size();
  Place place = place_after(line_, static_cast<int>(start_ - line_start_) + 1, out);
  std::size_t bad = first_invalid_utf8(rest);
  while (bad != std::string_view::npos) {
    out += rest.substr(0, bad);
    place = place_after(place.line, place.column, rest.substr(0, bad));
    const std::size_t at = position + out.size() - before;
    const bool follows = bad == 0 && !bad_spots_.empty() && bad_spots_.back().at + replacement.size() >= at;
    if (follows)
      bad_spots_.back().at = at;
    else
      bad_spots_.push_back({at, raw_at_ + ready - rest.size() + bad, place});
    out += replacement;
    ++place.column;
    rest.remove_prefix(bad + 1);
    bad = first_invalid_utf8(rest);
  }
  out += rest;
  raw_at_ += ready;
  raw_.erase(0, ready);
}

// Rewrites lone surrogates from `from` on; returns where an escape begins that the next piece has to complete.
std::size_t CleanText::mend_escapes(std::string& text, std::size_t from) {
  for (std::size_t at = text.find('\\', from); at != std::string::npos; at = text.find('\\', at)) {
    const bool cut = !at_end_ && at + 12 > text.size();
    if (cut) return at;
    const auto unit = at + 1 < text.size() && text[at + 1] == 'u' ? four_hex(text, at + 2) : std::nullopt;
    if (!unit || !(high_surrogate(*unit) || low_surrogate(*unit))) {
      at += unit ? 6u : 2u;
      continue;
    }
    const bool pair = high_surrogate(*unit) && text.compare(at + 6, 2, "\\u") == 0 && four_hex(text, at + 8) &&
                      low_surrogate(*four_hex(text, at + 8));
    if (!pair) {
      text.replace(at + 2, 4, "fffd");
      ++lone_surrogates_;
    }
    at += pair ? 12u : 6u;
  }
  return text.size();
}

bool CleanText::next() {
  count_lines_to(start_ + piece_.size());
  start_ += piece_.size();
  piece_.clear();
  while (piece_.empty()) {
    if (at_end_ && raw_.empty() && held_.empty()) return false;
    if (!at_end_) read_raw();
    if (!started_) detect_encoding();
    started_ = true;
    piece_.swap(held_);
    held_.clear();
    const std::size_t checked = piece_.size();
    if (encoding_ == Encoding::utf8)
      decode_utf8(piece_, start_ + checked);
    else
      decode_utf16(piece_);
    if (json_escapes_) {
      const std::size_t whole = mend_escapes(piece_, 0);
      held_.assign(piece_, whole, std::string::npos);
      piece_.resize(whole);
    }
  }
  return true;
}

void CleanText::count_lines_to(std::size_t position) {
  const char* from = piece_.data() + (counted_ - start_);
  const char* const to = piece_.data() + (position - start_);
  while (from < to) {
    const void* hit = std::memchr(from, '\n', static_cast<std::size_t>(to - from));
    if (hit == nullptr) break;
    from = static_cast<const char*>(hit) + 1;
    ++line_;
    line_start_ = start_ + static_cast<std::size_t>(from - piece_.data());
  }
  counted_ = position;
}

Place CleanText::place(std::size_t position) {
  if (position > counted_) count_lines_to(std::min(position, start_ + piece_.size()));
  return {line_, position >= line_start_ ? static_cast<int>(position - line_start_) + 1 : 1};
}

}  // namespace ebb
