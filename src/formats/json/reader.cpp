// JSON decks: two passes, and what was understood in words.
#include <fmt/format.h>

#include "ebb/core/error.hpp"
#include "formats/json/cards.hpp"
#include "formats/json/crowdanki.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

std::string shape_words(const Shape& shape) {
  const auto key = [](const std::string& name) { return fmt::format("\"{}\"", name); };
  switch (shape.kind) {
    case Shape::Kind::cards: return "list of cards";
    case Shape::Kind::decks: return "list of decks, cards under " + key(shape.cards_key);
    case Shape::Kind::lists: return "object of decks: each key is a deck's name";
    case Shape::Kind::pairs: return "object of pairs: each key is a question, its value the answer";
    case Shape::Kind::card: return "a single card";
    case Shape::Kind::nothing: return "nothing: no card in it";
    case Shape::Kind::deck: break;
  }
  if (shape.hashcards) return "hashcards export";
  std::string words = shape.canonical ? "ebb deck" : "deck";
  if (!shape.cards_key.empty()) words += ", cards under " + key(shape.cards_key);
  if (!shape.decks_key.empty()) words += ", decks under " + key(shape.decks_key);
  return words;
}

std::string unused_words(const std::vector<std::string>& names) {
  std::string words;
  for (const std::string& name : names) words += fmt::format("{}\"{}\"", words.empty() ? "" : ", ", name);
  return "not used: " + words;
}

}  // namespace

ReadReport read_json(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  CleanText first(source, true);
  const Shape shape = find_shape(first, options);
  source.rewind();
  if (shape.crowd_anki) return read_crowdanki(source, options, sink);

  ReadReport report;
  report.format = "json";
  report.shape = shape.full ? "full export of a collection" : shape_words(shape);
  report.full = shape.full;
  const std::string default_deck = options.deck.empty() ? deck_from_file(source.name()) : options.deck;
  Intake intake(sink, report, source.name(), default_deck);
  CleanText second(source, true);
  CardReader reader(shape, options, default_deck, intake, source.size());
  parse_json(second, reader);

  if (!shape.full) report.shape += reader.used.words();
  if (shape.full) report.told.push_back(fmt::format("entries in its log: {}", reader.entries));
  const bool deck = shape.kind == Shape::Kind::deck || shape.kind == Shape::Kind::decks;
  if (deck && !shape.full && !shape.unused.empty()) report.told.push_back(unused_words(shape.unused));
  if (shape.hashcards && shape.answers_unread > 0)
    report.told.push_back(fmt::format("answers of its sessions that cannot be read: {}", shape.answers_unread));
  if (shape.kind == Shape::Kind::cards && shape.deck_key == "category")
    report.told.emplace_back("\"category\" was read as the deck of each card");
  intake.finish(second);
  sink.progress(source.size(), source.size());
  return report;
}

int sniff_json(std::string_view head, std::string_view file_name) {
  const std::string_view text = trimmed(head);
  if (text.empty()) return has_suffix(file_name, ".json") ? 90 : 0;
  if (text.front() != '{' && text.front() != '[') return has_suffix(file_name, ".json") ? 60 : 0;
  return has_suffix(file_name, ".json") ? 100 : 70;
}

}  // namespace ebb
