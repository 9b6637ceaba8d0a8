// Templates and clozes, as the real Anki renders them.
#include "formats/anki/template.hpp"

#include <doctest/doctest.h>

#include "formats/anki/cloze_html.hpp"
#include "formats/anki/field_filters.hpp"

namespace ebb {
namespace {

std::string render(std::string_view source, bool answer = false) {
  static const std::vector<std::string> names{"Front", "Back", "Empty"}, values{"f", "b", "<div><br></div>"};
  AnkiCardFacts facts;
  facts.tags = " x ";
  facts.deck = "A::B";
  return render_side(source, {names, values}, facts, answer).value_or("broken");
}

}  // namespace

TEST_CASE("fields, conditions and special fields are put in") {
  CHECK(render("{{Front}}-{{ Back }}") == "f-b");
  CHECK(render("{{#Front}}a{{^Empty}}b{{/Empty}}{{/Front}}{{#Empty}}c{{/Empty}}") == "ab");
  CHECK(render("{{Deck}} {{Subdeck}}{{Tags}}") == "A::B B x ");
  CHECK(render("{{=<% %>=}}<%Front%> {{Front}}") == "f {{Front}}");
  CHECK(render("<!-- {{Nothing}} -->{{Front}}") == "f");
}

TEST_CASE("a condition that is not closed, and a field that is not there, make a template broken") {
  CHECK(render("{{#Front}}x") == "broken");
  CHECK(render("{{/Front}}") == "broken");
  CHECK(render("{{#Front}}{{/Back}}") == "broken");
  CHECK(render("{{Nothing}}") == "broken");
  CHECK(render("{{Front") == "broken");
}

TEST_CASE("typed answers and hints wait for the answer") {
  CHECK(render("{{type:Back}}{{hint:Back}}{{tts en_US:Back}}") == "");
  CHECK(render("{{type:Back}}{{hint:Back}}{{tts en_US:Back}}", true) == "bb");
  CHECK(render("{{nosuch:Back}}") == "b");
}

TEST_CASE("readings are shown, or taken out") {
  std::string text = " 漢字[かんじ] to 山[やま] x[sound:y.mp3]";
  apply_filter("kana", text, {1, false});
  CHECK(text.find("かんじ") != std::string::npos);
  CHECK(text.find("漢字") == std::string::npos);
  text = "a 漢字[かんじ]b";
  apply_filter("furigana", text, {1, false});
  CHECK(text == "a漢字(かんじ)b");
}

TEST_CASE("a cloze hides what has its number, also within another") {
  constexpr std::string_view text = "{{c1::a::hint}} {{c2::b {{c1::c}}}} {{c1,2::d}}";
  CHECK(reveal_cloze(text, 1, ClozeSide::question) == "[hint] b […] […]");
  CHECK(reveal_cloze(text, 2, ClozeSide::question) == "a […] […]");
  CHECK(reveal_cloze(text, 1, ClozeSide::answer) == "a b c d");
  CHECK(reveal_cloze(text, 1, ClozeSide::only_hidden) == "a, c, d");
  CHECK(reveal_cloze("{{c1::open", 1, ClozeSide::question) == "{{c1::open");
  CHECK(reveal_cloze("{{c1::x}} }} {{cx::y}}", 1, ClozeSide::question) == "[…] }} {{cx::y}}");
}

TEST_CASE("a card whose template shows nothing falls back to the fields") {
  AnkiNoteType type;
  type.fields = {"A", "B"};
  type.templates = {{"Card 1", "<style>{{A}}</style>", "{{B}}", "", ""}};
  prepare_templates(type);
  const std::vector<std::string> values{"one", "two"};
  bool fell_back = false;
  const CardText text = card_text(type, {type.fields, values}, {}, fell_back);
  CHECK(fell_back);
  CHECK(text.question == "one");
  CHECK(text.answer == "two");
}

}  // namespace ebb
