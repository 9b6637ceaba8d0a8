// Which key does what.
#include "tui/terminal/keymap.hpp"

#include <doctest/doctest.h>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

Asked on(char32_t code, const Keymap& keys = Keymap()) {
  return keys.asked_by({Key::Kind::text, code});
}

Asked asked_by(const Key& key) {
  return Keymap().asked_by(key);
}

}  // namespace

TEST_CASE("digits grade, in every script") {
  CHECK(on(U'3') == Asked{Action::grade, 3});
  CHECK(on(U'٣') == Asked{Action::grade, 3});
  CHECK(on(U'४') == Asked{Action::grade, 4});
  CHECK(on(U'１') == Asked{Action::grade, 1});
}

TEST_CASE("a capital acts as its lower case, unless it means something else") {
  CHECK(on(U'U').action == Action::undo);
  CHECK(on(U'Q').action == Action::quit);
  CHECK(on(U'M').action == Action::note);
  CHECK(on(U'D').action == Action::remove);
  CHECK(on(U'd').action == Action::unbound);
}

TEST_CASE("keys without a meaning are unbound") {
  CHECK(on(U'z').action == Action::unbound);
  CHECK(on(U'é').action == Action::unbound);
  CHECK(asked_by({}).action == Action::unbound);
  CHECK(asked_by({Key::Kind::unknown}).action == Action::unbound);
}

TEST_CASE("control keys have their own meanings") {
  CHECK(asked_by({Key::Kind::control, U'r'}).action == Action::redo);
  CHECK(asked_by({Key::Kind::control, U'u'}).action == Action::half_up);
  CHECK(asked_by({Key::Kind::control, U'c'}).action == Action::interrupt);
  CHECK(asked_by({Key::Kind::control, U's'}).action == Action::unbound);
}

TEST_CASE("presets give the grades to other keys, and digits still grade") {
  const Keymap vi("hjkl"), french("azerty"), russian("cyrillic"), thumb("thumb"), pad("numpad");
  CHECK(on(U'h', vi) == Asked{Action::grade, 1});
  CHECK(on(U'l', vi) == Asked{Action::grade, 4});
  CHECK(on(U'3', vi) == Asked{Action::grade, 3});
  CHECK(vi.asked_by({Key::Kind::down}).action == Action::line_down);
  CHECK(vi.name_of_grade(1) == "h");
  CHECK(on(U'é', french) == Asked{Action::grade, 2});
  CHECK(on(U'"', french) == Asked{Action::grade, 3});
  CHECK(on(U'г', russian).action == Action::undo);
  CHECK(on(U'ь', russian).action == Action::mark);
  CHECK(on(U'Ь', russian).action == Action::note);
  CHECK(on(U'В', russian).action == Action::remove);
  CHECK(on(U'й', russian).action == Action::quit);
  CHECK(thumb.asked_by({Key::Kind::backspace}) == Asked{Action::grade, 1});
  CHECK(thumb.asked_by({Key::Kind::enter}).action == Action::advance);
  CHECK(on(U'0', pad).action == Action::advance);
  CHECK(on(U'2', pad) == Asked{Action::grade, 2});
  CHECK_THROWS_AS(Keymap("dvorak"), Error);
}

TEST_CASE("own keys take the place of the preset's") {
  const Keymap own("anki", {{"undo", {"z", "Ctrl-T"}}, {"again", {"ö"}}, {"skip", {}}});
  CHECK(on(U'z', own).action == Action::undo);
  CHECK(own.asked_by({Key::Kind::control, U't'}).action == Action::undo);
  CHECK(on(U'u', own).action == Action::unbound);
  CHECK(on(U'ö', own) == Asked{Action::grade, 1});
  CHECK(on(U'1', own) == Asked{Action::grade, 1});
  CHECK(on(U'x', own).action == Action::unbound);
  CHECK(own.name_of(Action::undo) == "z");
  CHECK_THROWS_AS(Keymap("anki", {{"fly", {"f"}}}), Error);
  CHECK_THROWS_AS(Keymap("anki", {{"undo", {"Ctrl-Alt-U"}}}), Error);
}

TEST_CASE("keys read back as they are written") {
  for (const char* name : {"a", "Z", "Space", "Enter", "Ctrl-R", "PgDn", "é", "п", "日", "[", "?"})
    CHECK(key_name(key_called(name)) == name);
  CHECK(key_called("Ctrl-I").kind == Key::Kind::unknown);  // a terminal cannot tell it from Tab
  CHECK(key_called("ab").kind == Key::Kind::unknown);
  CHECK(key_called("").kind == Key::Kind::unknown);
}

TEST_CASE("the help page names the keys as they are") {
  const Keymap own("anki", {{"undo", {"z"}}});
  bool found = false;
  for (const KeyHelp& line : own.help()) found = found || (line.keys == "z" && line.does == "undo the last step");
  CHECK(found);
}

}  // namespace ebb
