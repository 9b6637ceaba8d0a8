// Marks of clozes: taken apart, put back, shown as cards.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "formats/cloze.hpp"
#include "formats/markdown/hashcards_cloze.hpp"

namespace ebb {
namespace {

bool same(const Cloze& a, const Cloze& b) {
  if (a.text != b.text || a.holes.size() != b.holes.size()) return false;
  for (std::size_t i = 0; i < a.holes.size(); ++i) {
    const Hole &x = a.holes[i], &y = b.holes[i];
    if (x.begin != y.begin || x.end != y.end || x.numbers != y.numbers || x.hint != y.hint) return false;
  }
  return true;
}

rc::Gen<std::string> piece() {
  const std::vector<std::string> atoms{"a", ":", "::", "{", "{{", "}", "}}",   "{{c1::", "c2",
                                       "[", "]", "\\", "!", "\n", "é", "שלום", "🎉"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(atoms)),
                      [](const std::vector<std::string>& parts) {
                        std::string all;
                        for (const std::string& part : parts) all += part;
                        return all;
                      });
}

Cloze any_cloze(bool hints) {
  Cloze cloze;
  const int holes = *rc::gen::inRange(1, 5);
  for (int i = 1; i <= holes; ++i) {
    cloze.text += *piece();
    Hole hole;
    hole.begin = cloze.text.size();
    cloze.text += "h" + *piece();
    hole.end = cloze.text.size();
    hole.numbers = {hints ? *rc::gen::inRange(1, 4) : i};
    if (hints) hole.hint = *piece();
    cloze.holes.push_back(std::move(hole));
  }
  cloze.text += *piece();
  return cloze;
}

}  // namespace

TEST_CASE("a cloze has a card for each number, hints in brackets, and all of its text as the answer") {
  ImportedNote note;
  REQUIRE(make_cloze(note, parse_cloze("{{c1::Paris::city}} is in {{c2::France}}, {{c1::not}} Spain")) == "");
  CHECK(note.question == "Paris is in France, not Spain");
  REQUIRE(note.cards.size() == 2);
  CHECK(note.cards[0].question == "[city] is in France, […] Spain");
  CHECK(note.cards[1].question == "Paris is in […], not Spain");
  CHECK(note.cards[1].ordinal == 1);
  CHECK(note.cards[1].answer == note.question);
  CHECK(note.more == R"({"type":"cloze","cloze":"{{c1::Paris::city}} is in {{c2::France}}, {{c1::not}} Spain"})");
}

TEST_CASE("holes within holes, holes of two numbers, and marks that are none") {
  const Cloze nested = parse_cloze("{{c1::a {{c2::b}} c}} d");
  REQUIRE(nested.holes.size() == 2);
  CHECK(nested.text == "a b c d");
  CHECK(cloze_question(nested, 1) == "[…] d");
  CHECK(cloze_question(nested, 2) == "a […] c d");
  CHECK(parse_cloze("{{c1,3::x}}").holes[0].numbers == std::vector<int>{1, 3});
  for (const char* none : {"{{c0::x}}", "{{c1::x", "{{c::x}}", "{{c1:x}}", "{{1::x}}", "x}}"})
    CHECK(parse_cloze(none).text == none);
}

TEST_CASE("the source of a cloze reads back to the same text and holes, whatever signs they hold") {
  CHECK(rc::check("cloze source", [] {
    const Cloze cloze = any_cloze(true);
    RC_ASSERT(same(parse_cloze(cloze_source(cloze)), cloze));
  }));
}

TEST_CASE("what is written as hashcards' cloze reads back to the same text and holes") {
  int written = 0;
  CHECK(rc::check("hashcards cloze", [&written] {
    const Cloze cloze = any_cloze(false);
    const auto text = hashcards_cloze(cloze);
    if (!text) return;
    ++written;
    RC_ASSERT(same(parse_hashcards_cloze(*text), cloze));
  }));
  CHECK(written > 50);
  CHECK(!hashcards_cloze(parse_cloze("{{c1::a::hint}}")));
  CHECK(!hashcards_cloze(parse_cloze("{{c1::a}} {{c1::b}}")));
}

TEST_CASE("a text with a hole at every letter does not become a card for each") {
  Cloze cloze;
  for (int i = 1; i <= 2000; ++i) {
    cloze.holes.push_back({cloze.text.size(), cloze.text.size() + 1, {i}, ""});
    cloze.text += 'x';
  }
  ImportedNote note;
  CHECK(make_cloze(note, cloze) != "");
  CHECK(note.cards.empty());
  cloze.holes.resize(1000);
  CHECK(make_cloze(note, cloze) == "");
  CHECK(note.cards.size() == 1000);
  cloze.text.resize(100000, 'x');
  CHECK(make_cloze(note, cloze) != "");
}

}  // namespace ebb
