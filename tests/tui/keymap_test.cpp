// Which key does what.
#include "tui/keymap.hpp"

#include <doctest/doctest.h>

namespace ebb {
namespace {

Asked on(char32_t code) {
  return asked_by({Key::Kind::text, code});
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
  CHECK(on(U'M').action == Action::unbound);
  CHECK(on(U'D').action == Action::unbound);
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

}  // namespace ebb
