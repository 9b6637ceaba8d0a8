// Filters as values: building them, and what they say about themselves.
#include "ebb/store/card_filter.hpp"

#include <algorithm>

namespace ebb {

using About = CardTest::About;

bool NumberRange::has(double value) const {
  if (low && (above_low ? value <= *low : value < *low)) return false;
  return !high || (below_high ? value < *high : value <= *high);
}

Day DayPoint::on(Day today) const { return date ? *date : today + std::chrono::days{days_from_today}; }

bool DaySpan::has(Day day, Day today) const {
  return (!first || day >= first->on(today)) && (!last || day <= last->on(today));
}

CardFilter CardFilter::all_of(std::vector<CardFilter> parts) {
  std::erase_if(parts, [](const CardFilter& part) { return part.empty(); });
  if (parts.empty()) return {};
  if (parts.size() == 1) return std::move(parts.front());
  CardFilter filter;
  filter.op_ = Op::all_of;
  filter.parts_ = std::move(parts);
  return filter;
}

CardFilter CardFilter::any_of(std::vector<CardFilter> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  CardFilter filter;
  filter.op_ = Op::any_of;
  filter.parts_ = std::move(parts);
  return filter;
}

CardFilter CardFilter::none_of(CardFilter part) {
  CardFilter filter;
  filter.op_ = Op::none_of;
  filter.parts_.push_back(std::move(part));
  return filter;
}

CardFilter CardFilter::in_deck(std::string name) {
  CardTest test;
  test.about = About::deck;
  test.text = std::move(name);
  return CardFilter(std::move(test));
}

CardFilter CardFilter::word(std::string text) {
  CardTest test;
  test.text = std::move(text);
  return CardFilter(std::move(test));
}

std::vector<const CardTest*> CardFilter::required() const {
  if (op_ == Op::test) return {&test_};
  std::vector<const CardTest*> tests;
  if (op_ != Op::all_of) return tests;
  for (const CardFilter& part : parts_)
    for (const CardTest* test : part.required()) tests.push_back(test);
  return tests;
}

std::string CardFilter::deck() const {
  std::string name;
  for (const CardTest* test : required()) {
    if (test->about != About::deck) continue;
    if (!name.empty() && name != test->text) return {};
    name = test->text;
  }
  return name;
}

CardFilter CardFilter::with_deck(const std::string& name) const {
  CardFilter renamed = *this;
  if (renamed.op_ == Op::test && renamed.test_.about == About::deck) renamed.test_.text = name;
  if (renamed.op_ == Op::all_of)
    for (CardFilter& part : renamed.parts_) part = part.with_deck(name);
  return renamed;
}

std::vector<std::string> CardFilter::only_ids() const {
  return op_ == Op::test && test_.about == About::id ? test_.ids : std::vector<std::string>{};
}

std::vector<std::string> CardFilter::words() const {
  std::vector<std::string> words;
  for (const CardTest* test : required())
    if (test->about == About::words && test->field == CardTest::Field::any) words.push_back(test->text);
  return words;
}

}  // namespace ebb
