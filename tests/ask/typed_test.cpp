// Typed answers: what is right, what differs, which grade is proposed.
#include "ebb/ask/typed.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

namespace ebb {
namespace {

std::string text_of(const Pieces& pieces) {
  std::string out;
  for (const Piece& piece : pieces) out += piece.text;
  return out;
}

Quality proposed(std::string_view typed, std::string answer, TypedRules rules = {}) {
  return judge_typed(typed, {std::move(answer)}, rules).proposed;
}

}  // namespace

TEST_CASE("case, accents, punctuation and the form of Unicode do not count unless asked for") {
  for (const auto& [typed, answer] : {std::pair("paris", "Paris"), {"cafe", "café"}, {"dont", "don't"}, {"a b", "a, b."},
                                      {"cafe\u0301", "café"}, {"  a   b ", "a b"}, {"wer?", "wer"}, {"STRASSE", "straße"},
                                      {"email", "e-mail"}, {"tōkyō", "tokyo"}, {"ﬁn", "fin"}}) {
    INFO(typed, " for ", answer);
    CHECK(judge_typed(typed, {answer}).right);
    CHECK(proposed(typed, answer) == Quality::good);
  }
  CHECK_FALSE(judge_typed("paris", {"Paris"}, {false, true, true}).right);
  CHECK_FALSE(judge_typed("cafe", {"café"}, {true, false, true}).right);
  CHECK_FALSE(judge_typed("dont", {"don't"}, {true, true, false}).right);
  CHECK(judge_typed("cafe\u0301", {"café"}, {false, false, false}).right);
}

TEST_CASE("what says something counts") {
  for (const auto& [typed, answer] : {std::pair("5", "-5"), {"15", "1.5"}, {"C", "C#"}, {"C", "C++"}, {"", "!="}, {".", "!="}, {"nevermind", "never mind"},
                                      {"", "x"}, {"か", "が"}}) {
    INFO(typed, " for ", answer);
    CHECK_FALSE(judge_typed(typed, {answer}).right);
  }
}

TEST_CASE("one slip in a word of five letters is Hard, more is Again") {
  CHECK(proposed("Madird", "Madrid") == Quality::hard);   // two letters in the wrong order
  CHECK(proposed("Mdrid", "Madrid") == Quality::hard);
  CHECK(proposed("Madridd", "Madrid") == Quality::hard);
  CHECK(proposed("Marrdi", "Madrid") == Quality::again);
  CHECK(proposed("dag", "dog") == Quality::again);
  CHECK(proposed("", "Madrid") == Quality::again);
}

TEST_CASE("the nearest of the accepted answers is compared with") {
  const Verdict verdict = judge_typed("colour", {"color", "colour"});
  CHECK(verdict.right);
  CHECK(verdict.expected == "colour");
}

TEST_CASE("the difference is told by whole letters") {
  CHECK(judge_typed("Mdrird", {"Madrid"}).difference == "M{+a+}dri[-r-]d");
  CHECK(judge_typed("madrid", {"Madrid"}).difference == "Madrid");
  CHECK(judge_typed("👩‍👩‍👧b", {"👨‍👩‍👧b"}).difference == "[-👩‍👩‍👧-]{+👨‍👩‍👧+}b");
}

TEST_CASE("a difference gives both lines back, is none for the same, and counts as many slips both ways") {
  const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abAB .,'")));
  CHECK(rc::check("differences are whole", [&] {
    const std::string a = *word, b = *word;
    const Verdict verdict = judge_typed(a, {b});
    RC_ASSERT(text_of(verdict.typed_pieces) == verdict.typed);
    RC_ASSERT(text_of(verdict.expected_pieces) == verdict.expected);
    RC_ASSERT(judge_typed(a, {a}).exact);
    RC_ASSERT(judge_typed(a, {b}, {false, false, false}).right == judge_typed(b, {a}, {false, false, false}).right);
  }));
}

TEST_CASE("very long answers are compared too") {
  const std::string longest(100000, 'x');
  CHECK(judge_typed(longest, {longest}).right);
  CHECK_FALSE(judge_typed("y" + longest, {longest}).right);
}

TEST_CASE("a choice is right or wrong") {
  CHECK(judge_choice(2, 2).proposed == Quality::good);
  CHECK(judge_choice(1, 2).proposed == Quality::again);
}

}  // namespace ebb
