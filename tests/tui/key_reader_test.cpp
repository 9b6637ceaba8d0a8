// Bytes into keys: whole sequences, late sequences, pastes, other scripts.
#include "tui/terminal/key_reader.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace ebb {
namespace {

using Kind = Key::Kind;
using Keys = std::vector<Key>;

Keys read(std::string_view bytes) {
  return KeyReader().feed(bytes);
}

Keys read_byte_by_byte(std::string_view bytes) {
  KeyReader reader;
  Keys keys;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const Key& key : reader.feed(bytes.substr(at, 1))) keys.push_back(key);
  return keys;
}

Key text(char32_t code) {
  return {Kind::text, code};
}

}  // namespace

TEST_CASE("plain keys are themselves") {
  CHECK(read("3 q") == Keys{text(U'3'), text(U' '), text(U'q')});
  CHECK(read("\r") == Keys{{Kind::enter}});
  CHECK(read("\n") == Keys{{Kind::enter}});
  CHECK(read("\x12") == Keys{{Kind::control, U'r'}});
  CHECK(read("\x7f") == Keys{{Kind::backspace}});
}

TEST_CASE("arrows and paging come in several spellings") {
  CHECK(read("\x1b[A\x1b[B") == Keys{{Kind::up}, {Kind::down}});
  CHECK(read("\x1bOA\x1bOB") == Keys{{Kind::up}, {Kind::down}});
  CHECK(read("\x1b[5~\x1b[6~") == Keys{{Kind::page_up}, {Kind::page_down}});
  CHECK(read("\x1b[H\x1b[4~") == Keys{{Kind::home}, {Kind::end}});
}

TEST_CASE("Ctrl-Right is one unknown key, however late its end comes") {
  CHECK(read("\x1b[1;5C") == Keys{{}});
  CHECK(read_byte_by_byte("\x1b[1;5C") == Keys{{}});
  KeyReader reader;
  CHECK(reader.feed("\x1b").empty());
  CHECK(reader.feed("[1;5").empty());
  CHECK(reader.feed("C") == Keys{{}});
  CHECK(reader.feed("3") == Keys{text(U'3')});
}

TEST_CASE("an ESC that nothing follows for a while is a key, and the next key is whole") {
  KeyReader reader;
  CHECK_FALSE(reader.quiet());
  CHECK(reader.feed("\x1b").empty());
  CHECK(reader.may_be_escape());
  CHECK(reader.quiet() == Key{Kind::escape});
  CHECK_FALSE(reader.may_be_escape());
  CHECK_FALSE(reader.quiet());
  CHECK(reader.feed("3") == Keys{text(U'3')});
  CHECK(reader.feed("\x1b").empty());
  CHECK(reader.quiet() == Key{Kind::escape});
  CHECK(reader.feed("\x1b").empty());
  CHECK(reader.quiet() == Key{Kind::escape});
}

TEST_CASE("a sequence that goes on after that is swallowed whole") {
  for (const auto& [rest, key] :
       {std::pair{"[1;5C", Key{}}, {"[A", Key{Kind::up}}, {"O5C", Key{}}, {"]11;rgb:1/2/3\x07", Key{}}}) {
    KeyReader reader;
    reader.feed("\x1b");
    CHECK(reader.quiet() == Key{Kind::escape});
    Keys keys;
    for (const char byte : std::string_view(rest)) {
      for (const Key& read : reader.feed({&byte, 1})) keys.push_back(read);
      CHECK_FALSE(reader.quiet());
    }
    CHECK(keys == Keys{key});
    CHECK(reader.feed("3") == Keys{text(U'3')});
  }
}

TEST_CASE("ESC and a blank or bracket is no lone ESC") {
  KeyReader reader;
  CHECK(reader.feed("\x1b(").empty());
  CHECK_FALSE(reader.quiet());
  CHECK(reader.feed("B") == Keys{{}});
}

TEST_CASE("unknown sequences of every kind are dropped whole") {
  CHECK(read("\x1b[[A3") == Keys{{}, text(U'3')});
  CHECK(read("\x1b]11;rgb:1/2/3\x07"
             "3") == Keys{{}, text(U'3')});
  CHECK(read("\x1bP1$r4\x1b\\3") == Keys{{}, text(U'3')});
  CHECK(read("\x1b[>1;2;3c3") == Keys{{}, text(U'3')});
  CHECK(read("\x1bO5C3") == Keys{{}, text(U'3')});
  CHECK(read("\x1b"
             "43") == Keys{{}, text(U'3')});
  CHECK(read("\x1b(B3") == Keys{{}, text(U'3')});
}

TEST_CASE("an ESC inside a sequence begins a new one") {
  CHECK(read("\x1b\x1b[A") == Keys{{Kind::up}});
  CHECK(read("\x1b[1;\x1b[A") == Keys{{Kind::up}});
}

TEST_CASE("Ctrl-C is heard inside a sequence") {
  CHECK(read("\x1b[1\x03") == Keys{{Kind::control, U'c'}});
}

TEST_CASE("a bracketed paste is one key and none of its text") {
  CHECK(read("\x1b[200~1234\r\x1b[A\x1b[201~3") == Keys{{Kind::paste}, text(U'3')});
  CHECK(read_byte_by_byte("\x1b[200~12\x1b\x1b[201~3") == Keys{{Kind::paste}, text(U'3')});
}

TEST_CASE("characters beyond ASCII are one key each") {
  CHECK(read("é漢😀") == Keys{text(U'é'), text(U'漢'), text(U'😀')});
  CHECK(read_byte_by_byte("é漢😀") == Keys{text(U'é'), text(U'漢'), text(U'😀')});
  CHECK(read("\xc3"
             "3") == Keys{{}, text(U'3')});
  CHECK(read("\xff") == Keys{{}});
  CHECK(read("\xe0\x80\xb3") == Keys{{}});
}

TEST_CASE("how the bytes are cut does not change the keys") {
  CHECK(rc::check([] {
    const auto piece = rc::gen::oneOf(rc::gen::element<std::string>("\x1b[", "1;5C", "\x1bO", "A", "\x1b[200~",
                                                                    "\x1b[201~", "3", "é", "\x1b]", "\x07"),
                                      rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
    std::string bytes;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) bytes += part;
    RC_ASSERT(read(bytes) == read_byte_by_byte(bytes));
  }));
}

}  // namespace ebb
