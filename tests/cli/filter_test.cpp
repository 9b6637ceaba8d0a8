// The words of a filter: how they are joined, what each means, and how errors point at them.
#include <doctest/doctest.h>

#include "cli/cards/filter_ranges.hpp"
#include "cli/program/command.hpp"
#include "ebb/core/error.hpp"

using namespace ebb;
using Words = std::vector<std::string>;
using Op = CardFilter::Op;
using About = CardTest::About;

namespace {

std::string refusal(const Words& words) {
  try {
    parse_filter(words, {});
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::usage);
    return error.what();
  }
  return {};
}

CardTest term(const std::string& word) {
  const CardFilter filter = parse_filter({word}, {});
  REQUIRE(filter.op() == Op::test);
  return filter.test();
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const Day today = day_from_number(20000);

// The days of a term, as numbers relative to today; -999 and 999 without a limit.
std::pair<int, int> days(const std::string& word) {
  const DaySpan range = term(word).days;
  const auto number = [](const std::optional<DayPoint>& point, int none) {
    return point ? static_cast<int>((point->on(today) - today).count()) : none;
  };
  return {number(range.first, -999), number(range.last, 999)};
}

}  // namespace

TEST_CASE("words side by side must all be there; or, not and parentheses say otherwise") {
  const CardFilter filter = parse_filter({"dog", "or", "not", "(", "cat", "bird", ")", "fish"}, {});
  REQUIRE(filter.op() == Op::any_of);
  CHECK(filter.parts()[0] == CardFilter::word("dog"));
  const CardFilter& second = filter.parts()[1];
  REQUIRE(second.op() == Op::all_of);
  CHECK(second.parts()[0] == CardFilter::none_of(CardFilter::all_of({CardFilter::word("cat"), CardFilter::word("bird")})));
  CHECK(second.parts()[1] == CardFilter::word("fish"));
  CHECK(parse_filter({"a", "and", "b"}, {}) == parse_filter({"a", "b"}, {}));
}

TEST_CASE("a quoted argument with several words is a group") {
  CHECK(parse_filter({"x", "a or b"}, {}) == parse_filter({"x", "(", "a", "or", "b", ")"}, {}));
  CHECK(parse_filter({"x", "(a or b)"}, {}) == parse_filter({"x", "(", "a", "or", "b", ")"}, {}));
  CHECK(parse_filter({"a or", "b"}, {}) == parse_filter({"a", "or", "b"}, {}));
  CHECK(parse_filter({"two words", " "}, {}).words() == Words{"two", "words"});
}

TEST_CASE("a dash in a quoted argument negates, as in Anki; before a digit it is a dash") {
  CHECK(parse_filter({"-tag:x a"}, {}) == parse_filter({"not", "tag:x", "a"}, {}));
  CHECK(parse_filter({"-5"}, {}) == CardFilter::word("-5"));
}

TEST_CASE("quotes keep blanks, stars, colons and the words and, or, not") {
  CHECK(term("\"exact words\"").text == "exact words");
  CHECK(term("\"a*b\"").text == "a\\*b");
  CHECK(term("\"or\"").text == "or");
  CHECK(term("\"time: now\"").text == "time: now");
  CHECK(term("deck:\"my deck\"").text == "my deck");
  CHECK(term("\"deck:my deck\"").about == About::deck);
}

TEST_CASE("every key is understood") {
  CHECK(term("deck:es::verbs").about == About::deck);
  CHECK(term("tag:none").text.empty());
  CHECK(term("id:7F3A91.0").ids == Words{"7f3a91.0"});
  CHECK(term("is:learn").state == CardTest::State::learning);
  CHECK(term("question:dog").field == CardTest::Field::question);
  CHECK(term("back:dog*").field == CardTest::Field::answer);
  CHECK(term("re:^a(b|c)\\d").text == "^a(b|c)\\d");
  CHECK(term("answer:re:\"a b\"").text == "a b");
  CHECK(term("flag:3").numbers == NumberRange{3, 3, false, false});
  CHECK(term("recall:..90").numbers.high == 0.9);
}

TEST_CASE("numbers come alone, in ranges and with signs, as here and as in Anki") {
  CHECK(term("ivl:30..").numbers == NumberRange{30, {}, false, false});
  CHECK(term("ease:..2.5").numbers == NumberRange{{}, 2.5, false, false});
  CHECK(term("lapses:3..5").numbers == NumberRange{3, 5, false, false});
  CHECK(term("ivl>=30") == term("ivl:30.."));
  CHECK(term("prop:ivl>=30") == term("ivl:30.."));
  CHECK(term("ivl:>30").numbers.above_low);
  CHECK_FALSE(term("ivl>30").numbers.has(30));
  CHECK(term("a=b").about == About::words);
}

TEST_CASE("due days count ahead") {
  CHECK(days("due:..7d") == std::pair(-999, 7));
  CHECK(days("due:7") == std::pair(7, 7));
  CHECK(days("due:-3..today") == std::pair(-3, 0));
  CHECK(days("due:1w..") == std::pair(7, 999));
  CHECK(days("prop:due=1") == std::pair(1, 1));
  CHECK(days("due:2024-10-05") == std::pair(1, 1));
  CHECK(days("due:<2") == std::pair(-999, 1));
}

TEST_CASE("days of the past count back: alone the last so many, in a range how long ago") {
  CHECK(days("added:1d") == std::pair(0, 0));
  CHECK(days("rated:7d") == std::pair(-6, 0));
  CHECK(days("edited:..7d") == std::pair(-7, 999));
  CHECK(days("introduced:30d..") == std::pair(-999, -30));
  CHECK(days("added:7d..30d") == std::pair(-30, -7));
  CHECK(days("added:>7d") == std::pair(-999, -8));
  CHECK(days("added:<7d") == std::pair(-6, 999));
  CHECK(days("added:yesterday..") == std::pair(-1, 999));
  CHECK(days("added:2024-10-01..2024-10-03") == std::pair(-3, -1));
  CHECK(term("rated:7:1") == term("rated:7d:again"));
}

TEST_CASE("several ids side by side are those cards") {
  CHECK(parse_filter({"id:7f3a91", "id:aaaaaa.1"}, {}).only_ids() == Words{"7f3a91", "aaaaaa.1"});
  CHECK(parse_filter({"id:7f3a91,aaaaaa.1"}, {}).only_ids() == Words{"7f3a91", "aaaaaa.1"});
}

TEST_CASE("-d is the same as deck:, and two decks that share nothing are refused") {
  CHECK(parse_filter({}, "es").deck() == "es");
  CHECK(parse_filter({"deck:es::verbs"}, "es").op() == Op::all_of);
  CHECK(parse_filter({"deck:ES::verbs"}, "es").op() == Op::all_of);
  CHECK_THROWS_AS(parse_filter({"deck:fr"}, "es"), Error);
  CHECK(parse_filter({"deck:fr", "or", "deck:es"}, {}).deck().empty());
}

TEST_CASE("an error names what is wrong, the nearest, and points at the word") {
  const std::string wrong = refusal({"dog", "is:deu", "cat"});
  CHECK(says(wrong, "Did you mean `due`?"));
  CHECK(says(wrong, "\n  dog is:deu cat\n      ^~~~~~"));
  CHECK(says(refusal({"tags:x"}), "Did you mean `tag`?"));
  CHECK(says(refusal({"id:7f3"}), "six or more"));
  CHECK(says(refusal({"id:xyzxyz"}), "six or more"));
  CHECK(says(refusal({"deck:"}), "needs something"));
  CHECK(says(refusal({"ivl:x"}), "ivl:30.."));
  CHECK(says(refusal({"due:soon"}), "is no day"));
  CHECK(says(refusal({"rated:7d:agian"}), "Did you mean `again`?"));
  CHECK(says(refusal({"re:a("}), "no regular expression"));
  CHECK(says(refusal({"\"open"}), "no second one"));
  CHECK(says(refusal({"漢字", "is:deu"}), "\n  漢字 is:deu\n       ^~~~~~"));
}

TEST_CASE("what is joined to nothing is refused") {
  CHECK(says(refusal({"or", "a"}), "missing before this"));
  CHECK(says(refusal({"a", "or"}), "missing after this"));
  CHECK(says(refusal({"not"}), "missing after this"));
  CHECK(says(refusal({"(", "a"}), "no `)`"));
  CHECK(says(refusal({"a", ")"}), "no `(`"));
  CHECK(says(refusal({"(", ")"}), "nothing between"));
  CHECK(says(refusal(Words(5000, "(")), "too deeply"));
}

TEST_CASE("colons in numbers and addresses are no keys") {
  CHECK(parse_filter({"3:4", "https://example.org"}, {}).words() == Words{"3:4", "https://example.org"});
}
