// Editing in a terminal: a script stands for the editor, a person for the answers.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "e2e/home.hpp"

namespace ebb {
namespace {

using test::Home;

void write_script(const Home& home, const std::string& text) {
  std::ofstream(home.folder() / "editor.sh") << text;
}

// A home with one card, and a script as its editor.
class EditHome : public Home {
 public:
  explicit EditHome(const std::string& script) {
    write_script(*this, script);
    environment["EDITOR"] = "sh " + (folder() / "editor.sh").string();
    run({"add", "dog", "perro", "-d", "es"});
  }
  std::string answer() { return run({"list", "--fields", "answer", "--plain"}); }
  std::size_t kept() const {
    const auto edits = folder() / "XDG_STATE_HOME" / "ebb" / "edits";
    return std::filesystem::exists(edits) ? static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(edits), {})) : 0;
  }
};

// Breaks the text the first time, mends it the second.
constexpr const char* breaks_then_mends =
    "if grep -q 'cannot read this' \"$1\"; then sed -i 's/^B:/A:/' \"$1\"; else sed -i 's/^A: perro/B: can/' \"$1\"; fi\n";

}  // namespace

TEST_CASE("a broken text is opened again with the reason in it, and saved once it is mended") {
  EditHome home(breaks_then_mends);
  const auto pty = home.start({"edit", "dog"});
  REQUIRE(pty->shows("the card has no answer"));
  REQUIRE(pty->shows("Edit it again?"));
  pty->type("y\n");
  CHECK(pty->shows("Saved."));
  CHECK(pty->end() == 0);
  CHECK(home.answer().find("can") != std::string::npos);
  CHECK(home.kept() == 0);
}

TEST_CASE("who gives up finds the text in a file") {
  EditHome home(breaks_then_mends);
  const auto pty = home.start({"edit", "dog"});
  REQUIRE(pty->shows("Edit it again?"));
  pty->type("n\n");
  CHECK(pty->shows("Your text is in"));
  CHECK(pty->end() != 0);
  CHECK(home.answer().find("perro") != std::string::npos);
  CHECK(home.kept() == 1);
}

TEST_CASE("a text that is left broken is not opened for ever, not even with --yes") {
  EditHome home("sed -i 's/^A:/B:/' \"$1\"\n");
  const auto pty = home.start({"edit", "dog", "--yes"});
  CHECK(pty->end() != 0);
  CHECK(home.kept() == 1);
}

TEST_CASE("a card that was taken out is asked about") {
  EditHome home("sed -i '/^---/,$d' \"$1\"\n");
  {
    const auto pty = home.start({"edit", "dog"});
    REQUIRE(pty->shows("Delete it?"));
    pty->type("n\n");
    CHECK(pty->shows("stays as it is"));
    CHECK(pty->end() == 0);
  }
  CHECK(home.answer().find("perro") != std::string::npos);
  const auto pty = home.start({"edit", "dog"});
  REQUIRE(pty->shows("Delete it?"));
  pty->type("y\n");
  CHECK(pty->end() == 0);
  CHECK(home.answer().find("perro") == std::string::npos);
}

TEST_CASE("cards are added in the editor, as many as are typed") {
  EditHome home("sed -i 's/^Q: $/Q: cat/; s/^A: $/A: gato/' \"$1\"; printf 'Q: cow\\nA: vaca\\n' >> \"$1\"\n");
  const auto pty = home.start({"add", "-d", "es", "-t", "animal"});
  CHECK(pty->shows("Added 2 cards to es."));
  CHECK(pty->end() == 0);
  CHECK(home.run({"list", "tag:animal", "--plain"}).find("vaca") != std::string::npos);
  CHECK(home.kept() == 0);
}

TEST_CASE("a near card is shown, and added only after a yes") {
  EditHome home("true\n");
  const auto pty = home.start({"add", "Dog!", "can", "-d", "es"});
  REQUIRE(pty->shows("is here already"));
  pty->type("n\n");
  CHECK(pty->shows("Nothing was added"));
  CHECK(pty->end() != 0);
  CHECK(home.answer().find("can") == std::string::npos);
}

TEST_CASE("leaving the editor without a card adds nothing") {
  EditHome home("true\n");
  const auto pty = home.start({"add"});
  CHECK(pty->shows("Nothing was added."));
  CHECK(pty->end() != 0);
  CHECK(home.kept() == 0);
}

}  // namespace ebb
