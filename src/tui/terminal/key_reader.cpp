// The state machine behind KeyReader: ground, ESC (alone or not), CSI, SS3, strings, pastes, UTF-8.
#include "tui/terminal/key_reader.hpp"

#include <algorithm>
#include <array>

namespace ebb {
namespace {

constexpr unsigned char esc = 0x1B, ctrl_c = 0x03;
constexpr std::string_view paste_end = "\x1b[201~";
constexpr std::size_t longest_kept = 32;  // parameters beyond this cannot be a key we know

bool final_byte(unsigned char byte) {
  return byte >= 0x40 && byte <= 0x7E;
}

// Arrows and the like, as CSI and SS3 end them.
Key letter_key(unsigned char final) {
  switch (final) {
    case 'A':
      return {Key::Kind::up};
    case 'B':
      return {Key::Kind::down};
    case 'C':
      return {Key::Kind::right};
    case 'D':
      return {Key::Kind::left};
    case 'H':
      return {Key::Kind::home};
    case 'F':
      return {Key::Kind::end};
    default:
      return {};
  }
}

// `CSI number ~`.
Key tilde_key(std::string_view number) {
  if (number == "1" || number == "7") return {Key::Kind::home};
  if (number == "4" || number == "8") return {Key::Kind::end};
  if (number == "5") return {Key::Kind::page_up};
  if (number == "6") return {Key::Kind::page_down};
  return {};
}

// `CSI < button ; column ; row M`, a press as SGR mice report it; a release ends in `m`.
Key mouse_key(std::string_view report, unsigned char final) {
  std::array<int, 3> numbers{};
  std::size_t at = 0;
  for (const char byte : report.substr(1)) {
    if (byte == ';' && ++at == numbers.size()) return {};
    if (byte >= '0' && byte <= '9') numbers[at] = std::min(numbers[at] * 10 + (byte - '0'), 0xFFFF);
  }
  if (at != 2 || final != 'M') return {};
  if (numbers[0] == 64) return {Key::Kind::wheel_up};
  if (numbers[0] == 65) return {Key::Kind::wheel_down};
  if (numbers[0] != 0 || numbers[1] < 1 || numbers[2] < 1) return {};
  return {Key::Kind::click, static_cast<char32_t>((numbers[2] - 1) << 16 | (numbers[1] - 1))};
}

Key control_key(unsigned char byte) {
  if (byte == '\r' || byte == '\n') return {Key::Kind::enter};
  if (byte == '\t') return {Key::Kind::tab};
  if (byte == 0x7F || byte == '\b') return {Key::Kind::backspace};
  if (byte >= 1 && byte <= 26) return {Key::Kind::control, static_cast<char32_t>(byte - 1 + 'a')};
  return {};
}

}  // namespace

std::vector<Key> KeyReader::feed(std::string_view bytes) {
  std::vector<Key> keys;
  for (const char byte : bytes) take(static_cast<unsigned char>(byte), keys);
  return keys;
}

std::optional<Key> KeyReader::quiet() {
  if (!may_be_escape()) return {};
  mode_ = Mode::told_escape;
  return Key{Key::Kind::escape};
}

void KeyReader::emit(Key key, std::vector<Key>& keys) {
  keys.push_back(key);
  mode_ = Mode::ground;
  sequence_.clear();
}

void KeyReader::take(unsigned char byte, std::vector<Key>& keys) {
  // Leaving must work whatever the line did to a sequence.
  if (byte == ctrl_c && mode_ != Mode::paste) return emit({Key::Kind::control, U'c'}, keys);
  switch (mode_) {
    case Mode::ground:
      return ground(byte, keys);
    case Mode::escape:
      return escape(byte, keys);
    case Mode::told_escape:
      return told_escape(byte, keys);
    case Mode::intermediate:
      return intermediate(byte, keys);
    case Mode::csi:
      return csi(byte, keys);
    case Mode::linux_function:
      return emit({}, keys);
    case Mode::ss3:
      // Some terminals put a modifier before the letter: `ESC O 5 C`.
      if (!final_byte(byte)) return sequence_.push_back(static_cast<char>(byte));
      return emit(sequence_.empty() ? letter_key(byte) : Key{}, keys);
    case Mode::string:
    case Mode::string_escape:
      return string(byte, keys);
    case Mode::paste:
      return paste(byte, keys);
    case Mode::utf8:
      return utf8(byte, keys);
  }
}

void KeyReader::ground(unsigned char byte, std::vector<Key>& keys) {
  if (byte == esc) {
    mode_ = Mode::escape;
  } else if (byte < 0x20 || byte == 0x7F) {
    emit(control_key(byte), keys);
  } else if (byte < 0x80) {
    emit({Key::Kind::text, byte}, keys);
  } else if (byte >= 0xC2 && byte <= 0xF4) {
    more_ = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    code_ = byte & (0x3FU >> more_);
    least_ = more_ == 3 ? 0x10000 : more_ == 2 ? 0x800 : 0x80;
    mode_ = Mode::utf8;
  } else {
    emit({}, keys);
  }
}

void KeyReader::escape(unsigned char byte, std::vector<Key>& keys) {
  if (byte == '[') {
    mode_ = Mode::csi;
  } else if (byte == 'O') {
    mode_ = Mode::ss3;
  } else if (byte == ']' || byte == 'P' || byte == '_' || byte == '^' || byte == 'X') {
    mode_ = Mode::string;
  } else if (byte >= 0x20 && byte < 0x30) {
    mode_ = Mode::intermediate;
  } else if (byte != esc) {
    emit({}, keys);  // Alt and a key: one key, and none of ours
  }
  // What is left is another ESC, with which the sequence begins again.
}

// ESC was taken for a key; on a slow line it may have been the beginning of a sequence after all.
void KeyReader::told_escape(unsigned char byte, std::vector<Key>& keys) {
  mode_ = Mode::ground;
  if (byte == '[' || byte == 'O' || byte == ']') return escape(byte, keys);
  ground(byte, keys);
}

// `ESC ( B` and its like: bytes from blank to `/`, then one that ends it.
void KeyReader::intermediate(unsigned char byte, std::vector<Key>& keys) {
  if (byte == esc) {
    mode_ = Mode::escape;
  } else if (byte < 0x20 || byte >= 0x30) {
    emit({}, keys);
  }
}

void KeyReader::csi(unsigned char byte, std::vector<Key>& keys) {
  if (byte == esc) {
    mode_ = Mode::escape;
    sequence_.clear();
  } else if (byte == '[' && sequence_.empty()) {
    mode_ = Mode::linux_function;  // the Linux console's F1 is `ESC [ [ A`
  } else if (final_byte(byte)) {
    if (byte == '~' && sequence_ == "200") {
      mode_ = Mode::paste;
      sequence_.clear();
    } else if ((byte == 'M' || byte == 'm') && sequence_.starts_with('<')) {
      emit(mouse_key(sequence_, byte), keys);
    } else if (byte == '~') {
      emit(tilde_key(sequence_), keys);
    } else {
      emit(sequence_.empty() ? letter_key(byte) : Key{}, keys);
    }
  } else if (sequence_.size() < longest_kept) {
    sequence_.push_back(static_cast<char>(byte));
  }
}

// OSC, DCS and the like: a terminal's answer to somebody else's question, up to BEL or ESC backslash.
void KeyReader::string(unsigned char byte, std::vector<Key>& keys) {
  if (byte == 0x07 || (mode_ == Mode::string_escape && byte == '\\')) return emit({}, keys);
  mode_ = byte == esc ? Mode::string_escape : Mode::string;
}

void KeyReader::paste(unsigned char byte, std::vector<Key>& keys) {
  sequence_.push_back(static_cast<char>(byte));
  while (!paste_end.starts_with(sequence_)) sequence_.erase(0, 1);
  if (sequence_ == paste_end) emit({Key::Kind::paste}, keys);
}

void KeyReader::utf8(unsigned char byte, std::vector<Key>& keys) {
  if ((byte & 0xC0) != 0x80) {
    emit({}, keys);
    return ground(byte, keys);
  }
  code_ = code_ << 6 | (byte & 0x3FU);
  if (--more_ > 0) return;
  const bool valid = code_ >= least_ && code_ <= 0x10FFFF && (code_ < 0xD800 || code_ > 0xDFFF);
  emit(valid ? Key{Key::Kind::text, code_} : Key{}, keys);
}

}  // namespace ebb
