// The words of a filter, understood one by one.
#include "cli/cards/filter_terms.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "cli/cards/filter_ranges.hpp"
#include "cli/program/suggest.hpp"
#include "ebb/text/search.hpp"

namespace ebb {
namespace {

using About = CardTest::About;
using Field = CardTest::Field;
using Number = CardTest::Number;
using State = CardTest::State;
using DayOf = CardTest::DayOf;

constexpr std::array<std::string_view, 20> keys{
    "deck", "tag",    "is",   "id",        "note",       "due",    "ivl",      "ease",   "lapses",     "reps",
    "rated", "added", "edited", "introduced", "stability", "difficulty", "recall", "flag", "question", "answer"};
constexpr std::array<std::string_view, 12> states{"due",    "new",    "learning", "review", "suspended", "buried",
                                                  "marked", "orphan", "leech",    "failed", "young",     "mature"};

struct NumberKey {
  std::string_view name;
  Number number;
};
constexpr std::array numbers{
    NumberKey{"ivl", Number::interval},     NumberKey{"interval", Number::interval}, NumberKey{"ease", Number::ease},
    NumberKey{"lapses", Number::lapses},    NumberKey{"reps", Number::reps},         NumberKey{"stability", Number::stability},
    NumberKey{"s", Number::stability},      NumberKey{"difficulty", Number::difficulty}, NumberKey{"d", Number::difficulty},
    NumberKey{"recall", Number::recall},    NumberKey{"r", Number::recall},          NumberKey{"flag", Number::flag}};

struct DayKey {
  std::string_view name;
  DayOf day;
};
constexpr std::array days{DayKey{"due", DayOf::due}, DayKey{"added", DayOf::added}, DayKey{"edited", DayOf::edited},
                          DayKey{"introduced", DayOf::introduced}, DayKey{"rated", DayOf::rated}};

// Anki's names for what is the same thing here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> anki_states{{{"learn", "learning"}, {"flagged", "marked"}}};

template <typename Rows>
auto row_named(const Rows& rows, std::string_view name) {
  return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
}

std::string without_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    plain += text[at];
  }
  return plain;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class TermReader {
 public:
  TermReader(const FilterToken& token, const std::string& line) : token_(token), line_(line) {}

  CardTest read() {
    std::string_view text = token_.text;
    // `ivl>=30`, as Anki's prop:ivl>=30.
    const std::size_t sign = text.find_first_of("<>=");
    if (sign != std::string_view::npos && (token_.colon == FilterToken::npos || sign < token_.colon) && is_number(text.substr(0, sign)))
      return number_term(text.substr(0, sign), text.substr(sign));
    if (token_.colon == FilterToken::npos || !is_key()) return words_term(Field::any, text);
    if (token_.quoted && !is_known(text.substr(0, token_.colon))) return words_term(Field::any, text);
    return keyed(text.substr(0, token_.colon), text.substr(token_.colon + 1));
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { filter_error(line_, token_.begin, token_.end, message); }

  static bool is_number(std::string_view name) {
    return row_named(numbers, name) != numbers.end() && name.size() > 1;
  }

  // `"deck:a b"` is Anki's way to quote; any other colon in quotes is one of the text.
  static bool is_known(std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end() || key == "re" || key == "prop" || key == "front" ||
           key == "back";
  }

  // Numbers like 3:4 and addresses have colons too.
  bool is_key() const {
    const std::string_view text = token_.text;
    return is_name(text.substr(0, token_.colon)) && !text.substr(token_.colon).starts_with("://");
  }

  CardTest keyed(std::string_view key, std::string_view value) {
    if (value.empty()) fail(fmt::format("`{}:` needs something after it.", key));
    if (key == "re") return pattern_term(Field::any, value);
    if (key == "question" || key == "front") return words_term(Field::question, value);
    if (key == "answer" || key == "back") return words_term(Field::answer, value);
    if (key == "deck") return named_term(About::deck, value);
    if (key == "tag") return tag_term(value);
    if (key == "id" || key == "note") return id_term(value);
    if (key == "is") return state_term(value);
    if (key == "prop") return property_term(value);
    if (row_named(days, key) != days.end()) return day_term(key, value);
    if (is_number(key)) return number_term(key, value);
    fail(fmt::format("There is no `{}:` in a filter.{} See: ebb help filters. For the text itself, use quotes: '\"{}\"'", key,
                     did_you_mean(key, keys), token_.text));
  }

  CardTest words_term(Field field, std::string_view text) {
    if (text.starts_with("re:") && field != Field::any) return pattern_term(field, text.substr(3));
    CardTest test;
    test.field = field;
    test.text = text;
    return test;
  }

  CardTest pattern_term(Field field, std::string_view expression) {
    CardTest test;
    test.about = About::pattern;
    test.field = field;
    test.text = expression;
    if (test.text.empty()) fail("`re:` needs a regular expression after it.");
    try {
      const Regex tried(test.text);
    } catch (const std::invalid_argument& error) {
      fail(fmt::format("This is no regular expression: {}.", error.what()));
    }
    return test;
  }

  static CardTest named_term(About about, std::string_view name) {
    CardTest test;
    test.about = about;
    test.text = without_escapes(name);
    return test;
  }

  static CardTest tag_term(std::string_view name) {
    if (name.starts_with('#')) name.remove_prefix(1);
    return named_term(About::tag, name == "none" ? "" : name);
  }

  CardTest id_term(std::string_view value) {
    CardTest test;
    test.about = About::id;
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t comma = std::min(value.find(',', at), value.size());
      test.ids.push_back(checked_id(value.substr(at, comma - at)));
      at = comma + 1;
    }
    return test;
  }

  std::string checked_id(std::string_view id) {
    std::string lower(id);
    for (char& c : lower)
      if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    const std::string_view hex = std::string_view(lower).substr(0, lower.find('.'));
    if (hex.size() < 6 || hex.size() > 32 || hex.find_first_not_of("0123456789abcdef") != std::string_view::npos)
      fail(fmt::format("`{}` is no id: give six or more of its digits 0-9 and a-f.", id));
    return lower;
  }

  CardTest state_term(std::string_view state) {
    for (const auto& [theirs, ours] : anki_states)
      if (state == theirs) state = ours;
    const auto found = std::find(states.begin(), states.end(), state);
    if (found == states.end())
      fail(fmt::format("There is no `is:{}`.{} There are: {}.", state, did_you_mean(state, states), fmt::join(states, ", ")));
    CardTest test;
    test.about = About::state;
    test.state = static_cast<State>(found - states.begin());
    return test;
  }

  // Anki's `prop:ivl>=10`, `prop:due=1`.
  CardTest property_term(std::string_view value) {
    const std::size_t sign = value.find_first_of("<>=:");
    const std::string_view name = value.substr(0, sign);
    if (sign != std::string_view::npos) {
      std::string_view rest = value.substr(sign);
      if (rest.starts_with(':')) rest.remove_prefix(1);
      if (row_named(numbers, name) != numbers.end()) return number_term(name, rest);
      if (row_named(days, name) != days.end()) return day_term(name, rest);
    }
    fail("After `prop:` comes a property and a number, like prop:ivl>=10.");
  }

  CardTest number_term(std::string_view key, std::string_view value) {
    CardTest test;
    test.about = About::number;
    test.number = row_named(numbers, key)->number;
    const auto range = number_range(value);
    if (!range)
      fail(fmt::format("`{0}:{1}` is no number or range. Write {0}:30, {0}:30.., {0}:..30 or {0}:10..30.", key, value));
    test.numbers = *range;
    if (test.number == Number::recall)  // 90 and 0.9 are both nine in ten
      for (std::optional<double>* end : {&test.numbers.low, &test.numbers.high})
        if (*end && **end > 1) **end /= 100;
    return test;
  }

  CardTest day_term(std::string_view key, std::string_view value) {
    CardTest test;
    test.about = About::day;
    test.day = row_named(days, key)->day;
    if (test.day == DayOf::rated) value = take_grade(test, value);
    const auto range = day_range(value, test.day == DayOf::due ? Counting::ahead : Counting::ago);
    if (!range)
      fail(fmt::format("`{0}:{1}` is no day or range of days. Write {0}:today, {0}:7d, {0}:..7d or {0}:2026-11-01..2026-11-30.",
                       key, value));
    test.days = *range;
    return test;
  }

  // `7d:again`, as in Anki `7:1`.
  std::string_view take_grade(CardTest& test, std::string_view value) const {
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos) return value;
    const std::string_view name = value.substr(colon + 1);
    constexpr std::array<std::string_view, 4> names{"again", "hard", "good", "easy"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) test.grade = static_cast<Grade>(found - names.begin() + 1);
    else if (name.size() == 1) test.grade = grade_from(name[0] - '0');
    if (!test.grade)
      fail(fmt::format("`{}` is no grade.{} There are: {}.", name, did_you_mean(name, names), fmt::join(names, ", ")));
    return value.substr(0, colon);
  }

  const FilterToken& token_;
  const std::string& line_;
};

}  // namespace

std::span<const std::string_view> filter_keys() { return keys; }
std::span<const std::string_view> filter_states() { return states; }

CardTest filter_term(const FilterToken& token, const std::string& line) { return TermReader(token, line).read(); }

}  // namespace ebb
