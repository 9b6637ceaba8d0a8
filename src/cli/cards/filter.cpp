// Filters: words joined by and, or, not and parentheses. What is not known is refused by name, never taken for a search.
#include <fmt/format.h>

#include "cli/cards/filter_terms.hpp"
#include "cli/cards/filter_tokens.hpp"
#include "cli/config/configuration.hpp"
#include "cli/program/command.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

using Kind = FilterToken::Kind;

constexpr int deepest = 200;

class FilterReader {
 public:
  FilterReader(const std::vector<std::string>& words, const SavedFilter& saved, int depth)
      : typed_(filter_tokens(words)), saved_(saved), depth_(depth) {}

  CardFilter read() {
    if (typed_.tokens.empty()) return {};
    CardFilter filter = any_of_them();
    if (more()) fail(token(), "There is no `(` for this `)`.");
    return filter;
  }

 private:
  [[noreturn]] void fail(const FilterToken& at, const std::string& message) const {
    filter_error(typed_.line, at.begin, at.end, message);
  }
  bool more() const { return at_ < typed_.tokens.size(); }
  const FilterToken& token() const { return typed_.tokens[at_]; }
  bool next_is(Kind kind) const { return more() && token().kind == kind; }

  CardFilter any_of_them() {
    std::vector<CardFilter> parts{all_of_them()};
    while (next_is(Kind::either)) {
      ++at_;
      parts.push_back(all_of_them());
    }
    return CardFilter::any_of(std::move(parts));
  }

  CardFilter all_of_them() {
    std::vector<CardFilter> parts;
    add(parts, one());
    while (more() && token().kind != Kind::either && token().kind != Kind::close) {
      const bool spelt = token().kind == Kind::both;
      if (spelt) ++at_;
      if (spelt) parts.push_back(one());
      else add(parts, one());
    }
    return CardFilter::all_of(std::move(parts));
  }

  // A card has one id: several side by side are those cards, as with any command that takes ids.
  static void add(std::vector<CardFilter>& parts, CardFilter part) {
    if (!parts.empty() && !parts.back().only_ids().empty() && !part.only_ids().empty()) {
      CardTest both = parts.back().test();
      for (const std::string& id : part.only_ids()) both.ids.push_back(id);
      parts.back() = CardFilter(both);
      return;
    }
    parts.push_back(std::move(part));
  }

  CardFilter one() {
    if (!more()) fail(typed_.tokens.back(), "Something is missing after this.");
    const FilterToken& first = token();
    ++at_;
    switch (first.kind) {
      case Kind::word:
        if (first.text.starts_with('@') && !first.quoted && saved_)
          return nested(first, [&] { return saved_filter(first); });
        return CardFilter(filter_term(first, typed_.line));
      case Kind::negated: return nested(first, [this] { return CardFilter::none_of(one()); });
      case Kind::open: return nested(first, [&] { return group(first); });
      case Kind::close: fail(first, "There is nothing before this `)`.");
      case Kind::both:
      case Kind::either: break;
    }
    fail(first, fmt::format("Something is missing before this. For the word itself, use quotes: '\"{}\"'",
                            typed_.line.substr(first.begin, first.end - first.begin)));
  }

  CardFilter group(const FilterToken& open) {
    if (next_is(Kind::close)) fail(token(), "There is nothing between these parentheses.");
    CardFilter inside = any_of_them();
    if (!next_is(Kind::close)) fail(open, "There is no `)` for this `(`.");
    ++at_;
    return inside;
  }

  CardFilter saved_filter(const FilterToken& word) {
    const auto text = saved_(word.text.substr(1));
    if (!text) fail(word, fmt::format("No filter is saved as `{0}`. Save one: ebb config set set.{1}.filter 'is:due tag:x'",
                                      word.text, word.text.substr(1)));
    return FilterReader({*text}, saved_, depth_).read();
  }

  template <typename Read>
  CardFilter nested(const FilterToken& first, Read read) {
    if (++depth_ > deepest) fail(first, "This is nested too deeply.");
    CardFilter filter = read();
    --depth_;
    return filter;
  }

  FilterTokens typed_;
  const SavedFilter& saved_;
  std::size_t at_ = 0;
  int depth_;
};

// Two decks side by side never share a card, unless one is under the other.
void refuse_two_decks(const CardFilter& filter) {
  const CardTest* first = nullptr;
  for (const CardTest* test : filter.required()) {
    if (test->about != CardTest::About::deck) continue;
    if (first == nullptr) first = test;
    const std::string &a = first->text, &b = test->text;
    const std::string one = fold_text(a), other = fold_text(b);
    const bool patterns = (one + other).find_first_of("*/") != std::string::npos;
    const bool related = patterns || one.starts_with(other) || other.starts_with(one);
    if (!related)
      throw Error(Exit::usage, fmt::format("A card is in one deck, and two were given, `{0}` and `{1}`. "
                                           "Give one, or: deck:{0} or deck:{1}", a, b));
  }
}

}  // namespace

CardFilter parse_filter(const std::vector<std::string>& words, const std::optional<std::string>& deck,
                        const SavedFilter& saved) {
  CardFilter filter = FilterReader(words, saved, 0).read();
  if (deck) {
    if (deck->empty()) throw Error(Exit::usage, "`-d` needs the name of a deck after it.");
    filter = CardFilter::all_of({CardFilter::in_deck(*deck), std::move(filter)});
  }
  refuse_two_decks(filter);
  return filter;
}

CardFilter given_filter(const World& world, const std::vector<std::string>& words,
                        const std::optional<std::string>& deck) {
  return parse_filter(words, deck, [&](const std::string& name) -> std::optional<std::string> {
    for (const Configuration::Named& saved : world.config().named("set.*.filter"))
      if (saved.name == name && !saved.configured.values.empty()) return saved.configured.values.front();
    return {};
  });
}

}  // namespace ebb
