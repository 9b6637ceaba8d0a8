// read(write(x)) = x: id, deck, question, answer and tags, for every format that can be written.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <sstream>

#include "ebb/text/unicode.hpp"
#include "formats/intake.hpp"
#include "formats/reading.hpp"

namespace ebb {
namespace {

const std::vector<std::string> atoms{"a",  "B",  " ",  "\n", "\t", "\"", "'",   ",",      ";",  "|",   "#",  "=",  "+",  "-",
                                     "@",  "::", "\\", "{",  "}",  "[",  "]",   "{{c1::", "\r", "é",   "e\u0301", "日本", "שלום",
                                     "🎉", "1)", "Q:", "A:", "C:", "---", "\n---\n", "\n# ", "\nQ:", "\nA:", "```", "\n```\n", "==", "?", "\n?\n", "&", "<b>", "\u202e", "%",  "\x1b", "\x7f", "null", "0"};

// What a format has no place for.
struct Keeps {
  bool ids_and_tags = true, repeats = true, carriage_returns = true;
};

Keeps keeps_of(std::string_view format) {
  const bool lines = format == "md" || format == "text";
  return {!lines, format != "md", !lines};
}

rc::Gen<std::string> text(bool carriage_returns) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(atoms)),
                      [carriage_returns](const std::vector<std::string>& parts) {
                        std::string all;
                        for (const std::string& part : parts)
                          if (carriage_returns || part != "\r") all += part;
                        return to_nfc(all);
                      });
}

rc::Gen<std::string> visible_text(bool carriage_returns) {
  return rc::gen::suchThat(text(carriage_returns), [](const std::string& t) { return !blank(t); });
}

rc::Gen<std::string> plain_name() {
  const std::vector<std::string> names{"A", "Spanish", "Spanish::Verbs", "日本語", "=deck", "#x", "a b", "it's", "'", "a,b"};
  return rc::gen::elementOf(names);
}

rc::Gen<std::vector<std::string>> tags() {
  const std::vector<std::string> names{"x", "irregular", "a::b", "=t", "'-t", "\"t\"", "日本", "#", "t;u|v"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(names)),
                      [](std::vector<std::string> some) {
                        std::sort(some.begin(), some.end());
                        some.erase(std::unique(some.begin(), some.end()), some.end());
                        return some;
                      });
}

std::vector<ExportedCard> cards(Keeps keeps) {
  std::vector<ExportedCard> list(*rc::gen::inRange<std::size_t>(1, 8));
  int number = 0;
  for (ExportedCard& card : list) {
    card.id = *rc::gen::elementOf(std::vector<std::string>{"id", "=id", "'", "0"}) + std::to_string(++number);
    card.deck = *plain_name();
    card.question = *visible_text(keeps.carriage_returns) + (keeps.repeats ? "" : std::to_string(number));
    card.answer = *text(keeps.carriage_returns);
    card.tags = *tags();
    card.state = *rc::gen::elementOf(std::vector<std::string>{"new", "learning", "review"});
    card.due = card.state == "new" ? "" : "2026-11-30";
    card.ease = *rc::gen::elementOf(std::vector<double>{1.3, 2.5, 2.36});
  }
  return list;
}

void check_round_trip(const Format& format, bool full) {
  const Keeps keeps = keeps_of(format.name);
  const std::vector<ExportedCard> list = cards(keeps);
  std::ostringstream out;
  std::size_t next = 0;
  ExportOptions options;
  options.full = full;
  format.write(
      out, options,
      [&](ExportedCard& card) {
        if (next == list.size()) return false;
        card = list[next++];
        return true;
      },
      NextEntry());
  const Reading reading = read_from(out.str(), "x." + std::string(format.name), {}, *rc::gen::inRange<std::size_t>(1, 4000));
  RC_ASSERT(reading.error.empty());
  RC_ASSERT(reading.sink.notes.size() == list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    const ImportedNote& note = reading.sink.notes[i];
    RC_ASSERT(note.deck == list[i].deck);
    RC_ASSERT(note.question == list[i].question);
    RC_ASSERT(note.answer == list[i].answer);
    if (!keeps.ids_and_tags) continue;
    RC_ASSERT(note.id == list[i].id);
    RC_ASSERT(note.tags == list[i].tags);
  }
}

}  // namespace

TEST_CASE("what every writer writes its reader reads back unchanged") {
  for (const Format& format : formats()) {
    if (format.write == nullptr || format.read == nullptr) continue;
    CHECK(rc::check(std::string(format.name), [&] { check_round_trip(format, false); }));
    CHECK(rc::check(std::string(format.name) + ", full", [&] { check_round_trip(format, true); }));
  }
}

}  // namespace ebb
