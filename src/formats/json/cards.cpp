// The second pass: the shape is known, now the cards.
#include "formats/json/cards.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ebb {

CardReader::CardReader(const Shape& shape, const ReadOptions& options, const std::string& default_deck, Intake& intake,
                       std::size_t total)
    : shape_(shape),
      base_(options.deck),
      intake_(intake),
      keys_(options, shape.deck_key),
      card_(shape, default_deck, intake, keys_, used),
      total_(total) {}

Place CardReader::here() { return input->text.place(input->position() - 1); }

CardReader::Role CardReader::root_role(bool object) const {
  if (!object) return shape_.kind == Shape::Kind::decks ? Role::decks : Role::root_cards;
  switch (shape_.kind) {
    case Shape::Kind::lists: return Role::lists;
    case Shape::Kind::pairs: return Role::pairs;
    case Shape::Kind::card: return Role::card;
    default: return Role::deck;
  }
}

CardReader::Role CardReader::role_in_deck(bool object) const {
  if (shape_.full) return object && frames_.size() == 1 && key_ == "log" ? Role::log : Role::skip;
  if (object) return Role::skip;
  if (cards_key_rank(key_) >= 0) return Role::cards;
  return decks_key_rank(key_) >= 0 ? Role::decks : Role::skip;
}

CardReader::Role CardReader::role_inside(bool object) const {
  if (frames_.empty()) return root_role(object);
  switch (frames_.back().role) {
    case Role::decks: return object ? Role::deck : Role::skip;
    case Role::deck: return role_in_deck(object);
    case Role::lists: return object ? Role::skip : Role::cards;
    case Role::root_cards:
    case Role::cards: return object ? Role::card : Role::skip;
    case Role::log: return !object && key_ == "entries" ? Role::entries : Role::skip;
    case Role::card: return shape_.hashcards && object && key_ == "content" ? Role::content : Role::skip;
    case Role::content: return object && (key_ == "basic" || key_ == "cloze") ? Role::content : Role::skip;
    default: return Role::skip;
  }
}

void CardReader::begin_card() {
  const std::size_t position = input->position() - 1;
  const Place at = input->text.place(position);
  intake_.left_out_for_bytes(input->text, position, position, 0);
  card_.begin(++cards_, at, position);
  tell_progress();
}

// Once for every piece of the file.
void CardReader::tell_progress() {
  const std::size_t done = input->text.done();
  if (done == told_progress_) return;
  told_progress_ = done;
  intake_.sink().progress(done, total_);
}

void CardReader::report_stray(const char* what) {
  intake_.leave_out(++cards_, here(), fmt::format("{} stands where a card should be: left out", what));
}

void CardReader::pair(JsonKind kind, const std::string& text) {
  if (kind != JsonKind::string) return report_stray("no text");
  begin_card();
  card_.pair(key_, text);
  card_.finish(flat_, base_, intake_.left_out_for_bytes(input->text, card_.position(), input->position(), cards_));
}

bool CardReader::key(const std::string& name) {
  if (capturing_) {
    capture_.key(name);
    return true;
  }
  key_ = name;
  const Role role = frames_.back().role;
  if (role == Role::card || role == Role::content) card_.key(name);
  return true;
}

bool CardReader::value(JsonKind kind, const std::string& text) {
  if (capturing_) {
    capture_.value(kind, text);
    return true;
  }
  switch (frames_.back().role) {
    case Role::card:
    case Role::content: card_.value(kind, text); break;
    case Role::pairs: pair(kind, text); break;
    case Role::root_cards:
    case Role::cards:
    case Role::entries: report_stray("a single value"); break;
    default: break;
  }
  return true;
}

bool CardReader::open(bool object) {
  if (capturing_) {
    capture_.open(object);
    return true;
  }
  Frame frame{role_inside(object), frames_.empty() ? -1 : frames_.back().deck};
  const Role outer = frames_.empty() ? Role::skip : frames_.back().role;
  if (frame.role == Role::deck || (frames_.empty() && object)) frame.deck = next_deck_++;
  if (frame.role == Role::card) begin_card();
  const bool cards = outer == Role::root_cards || outer == Role::cards;
  if (cards && frame.role == Role::skip) report_stray("a list");
  if (outer == Role::lists && frame.role == Role::cards) {
    const DeckHead& root = shape_.decks[0];
    flat_.name = root.name.empty() ? key_ : root.name + "::" + key_;
    flat_.tags = root.tags;
  }
  const bool member = (outer == Role::card || outer == Role::content) && frame.role == Role::skip;
  if (member || outer == Role::entries) {
    capturing_ = true;
    capture_.begin(object);
    return true;
  }
  frames_.push_back(frame);
  return true;
}

void CardReader::capture_ends() {
  capturing_ = false;
  if (frames_.back().role != Role::entries) return card_.captured(capture_);
  ++entries;
  intake_.sink().entry({capture_.json});
  tell_progress();
}

bool CardReader::close() {
  if (capturing_) {
    if (!capture_.close()) capture_ends();
    return true;
  }
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.role != Role::card) return true;
  const bool listed = shape_.kind == Shape::Kind::cards || shape_.kind == Shape::Kind::lists || frame.deck < 0;
  const bool bad = intake_.left_out_for_bytes(input->text, card_.position(), input->position(), cards_);
  card_.finish(listed ? flat_ : shape_.decks[static_cast<std::size_t>(frame.deck)], base_, bad);
  return true;
}

}  // namespace ebb
