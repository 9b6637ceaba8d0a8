// The text of an editor: whatever a note says is read back unchanged, and what cannot be read is told at its place.
#include "ebb/formats/buffer.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "formats/cloze.hpp"
#include "formats/json/card_kinds.hpp"
#include "formats/json/members.hpp"

using namespace ebb;

namespace {

// What a text with one card comes to.
ImportedNote only_note(const std::string& text, const std::string& more = {}) {
  const BufferRead read = read_buffer(text);
  REQUIRE(read.problems.empty());
  REQUIRE(read.blocks.size() == 1);
  ImportedNote note;
  const auto problems = note_of_block(read.blocks[0], more, note);
  REQUIRE(problems.empty());
  return note;
}

std::string first_problem(const std::string& text) {
  const BufferRead read = read_buffer(text);
  std::vector<BufferProblem> problems = read.problems;
  for (const BufferBlock& block : read.blocks) {
    ImportedNote note;
    for (const BufferProblem& problem : note_of_block(block, {}, note)) problems.push_back(problem);
  }
  if (problems.empty()) return {};
  return std::to_string(problems[0].line) + ": " + problems[0].what;
}

void check_same(const ImportedNote& note) {
  const auto text = block_of_note("0123456789abcdef", note);
  REQUIRE(text);
  const ImportedNote back = only_note(*text, note.more);
  CHECK(back.question == note.question);
  CHECK(back.answer == note.answer);
  CHECK(back.tags == note.tags);
  CHECK(back.more == note.more);
  CHECK(back.cards.size() == note.cards.size());
}

// Texts made of what means something in a buffer.
std::string awkward_text() {
  static const std::vector<std::string> parts{"Q:", "A:", "C: x", "---", "\n", "\n\n", " ", "\\", "<!-- ebb x -->", "<!-- ebb",
                                              "-->", "# head", "id: 1", "deck: x", "word", "```", "家", "{{c1::x}}", "[y]", "\t", "é"};
  std::string text;
  const int count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i) text += *rc::gen::elementOf(parts);
  return text;
}

}  // namespace

TEST_CASE("a card with awkward sides and fields is read back unchanged") {
  CHECK(rc::check([] {
    ImportedNote note;
    note.deck = "a::b";
    note.question = "x" + awkward_text();
    note.answer = awkward_text();
    note.tags = {"one", "two::three"};
    note.more = "{\"level\":3,\"anki\":{\"fields\":[\"a\"]}}";
    add_text_member(note.more, "notes", awkward_text() + "n");
    add_member(note.more, "hints", "[\"first\",\"second: line\"]");
    const auto text = block_of_note("0123456789abcdef", note);
    RC_ASSERT(text.has_value());
    const BufferRead read = read_buffer("---\n" + *text + "---\n" + *text);
    RC_ASSERT(read.problems.empty());
    RC_ASSERT(read.blocks.size() == std::size_t{2});
    for (const BufferBlock& block : read.blocks) {
      ImportedNote back;
      RC_ASSERT(note_of_block(block, note.more, back).empty());
      RC_ASSERT(back.question == note.question);
      RC_ASSERT(back.answer == note.answer);
      RC_ASSERT(back.tags == note.tags);
      RC_ASSERT(back.more == note.more);
    }
  }));
}

TEST_CASE("notes of every type are read back with their cards") {
  ImportedNote cloze;
  REQUIRE(make_cloze(cloze, parse_cloze("The {{c1::Seine::river}} and {{c2::{{c3::Paris}}}}")).empty());
  check_same(cloze);
  ImportedNote with_extra;
  with_extra.answer = "beside";
  REQUIRE(make_cloze(with_extra, parse_cloze("{{c1::x}} Q: no mark")).empty());
  check_same(with_extra);
  ImportedNote reversed;
  reversed.question = "dog";
  reversed.answer = "perro";
  make_reversed(reversed);
  check_same(reversed);
  for (const char* type : {"list", "choice"}) {
    ImportedNote note;
    note.question = "Which?";
    note.answer = "this";
    CardExtras extras;
    extras.type = type;
    extras.items = {"spring", "summer\nand more"};
    extras.choices = {"that", "those"};
    note.more = std::string(type) == "list" ? R"({"items":["spring","summer\nand more"]})" : R"({"choices":["that","those"]})";
    REQUIRE(make_cards(note, extras).empty());
    check_same(note);
  }
}

TEST_CASE("a file's own key called type is a field like others") {
  ImportedNote note;
  note.question = "q";
  note.answer = "a";
  note.more = R"({"type":"Vocabulary","n":1})";
  check_same(note);
}

TEST_CASE("a note whose cards have texts of their own is no block") {
  ImportedNote note;
  note.question = "q";
  note.answer = "a";
  note.cards.assign(2, {});
  note.cards[1].ordinal = 1;
  note.cards[1].question = "something else";
  CHECK_FALSE(block_of_note("0123456789abcdef", note));
}

TEST_CASE("new cards follow one another, and take deck and tags of a head before them") {
  const BufferRead read = read_buffer("deck: es\ntags: a, b\n---\nQ: one\nA: uno\nQ: two\nA: dos\n---\ndeck: fr\nQ: three\nA: trois\n\nQ: \nA: \n");
  REQUIRE(read.problems.empty());
  REQUIRE(read.blocks.size() == 3);
  CHECK(*read.blocks[0].deck == "es");
  CHECK(*read.blocks[1].tags == std::vector<std::string>{"a", "b"});
  CHECK(*read.blocks[2].deck == "fr");
  CHECK(read.blocks[1].question == "two");
}

TEST_CASE("fields are added, changed and taken away") {
  const std::string more = R"({"hints":["a"],"level":"A1","n":3})";
  const ImportedNote note = only_note("Q: q\nA: a\n", more);
  CHECK(note.more == R"({"n":3})");
  CHECK(only_note("hints: b\nhints: c\nlevel: B2\nsource: p. 1\nQ: q\nA: a\n", more).more == R"({"hints":["b","c"],"level":"B2","n":3,"source":"p. 1"})");
  CHECK(only_note("notes: one\n  two\nQ: q\nA: a\n").more == R"({"notes":"one\ntwo"})");
  CHECK(only_note("notes: \"a\\n\\nb\"\nQ: q\nA: a\n").more == R"({"notes":"a\n\nb"})");
}

TEST_CASE("what cannot be read is told with its line") {
  CHECK(first_problem("Q: q\n").starts_with("1: the card has no answer"));
  CHECK(first_problem("\nA: a\n").starts_with("2: an A: needs"));
  CHECK(first_problem("stray\nQ: q\nA: a\n").starts_with("1: this line belongs to no card"));
  CHECK(first_problem("Q: q\nA: a\nA: b\n").starts_with("3: an A: needs"));
  CHECK(first_problem("tga: x\nQ: q\nA: a\n").starts_with("1: there is no line `tga:`"));
  CHECK(first_problem("type: nosuch\nQ: q\nA: a\n").starts_with("1: there is no type"));
  CHECK(first_problem("id: 123456\n").starts_with("1: the card has no question"));
  CHECK(first_problem("C: no hole\n").starts_with("1: the cloze has no hole"));
  CHECK(first_problem("hints: x\n").starts_with("1: `hints:` belongs to a card"));
  CHECK(first_problem("").empty());
  CHECK(first_problem("Q: \nA: \n").empty());
}

TEST_CASE("remarks stand before their line, are passed over, and replaced by the next") {
  const std::string text = "---\nQ: q\n---\nQ: r\nA: a\n";
  const std::string once = with_remarks(text, {{2, "no answer -->"}});
  CHECK(once == "---\n<!-- ebb cannot read this: no answer -- > -->\nQ: q\n---\nQ: r\nA: a\n");
  CHECK(read_buffer(once).blocks.size() == 2);
  CHECK(read_buffer(once).blocks[0].line == 3);
  CHECK(with_remarks(once, {}) == text);
  CHECK(read_buffer(buffer_comment("one\n  two") + text).blocks.size() == 2);
}
