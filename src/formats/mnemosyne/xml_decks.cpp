// Events and items of Mnemosyne's XML turned into facts and notes.
#include "formats/mnemosyne/xml_decks.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "formats/json/values.hpp"

namespace ebb {
namespace {

constexpr std::int64_t day_seconds = 86400;

std::string text_in(const XmlHandler::Attributes& entry, std::string_view key) {
  const auto found = entry.find(key);
  return found == entry.end() ? "" : found->second;
}

std::int64_t whole_in(const XmlHandler::Attributes& entry, std::string_view key, std::int64_t otherwise) {
  const std::string text = text_in(entry, key);
  std::int64_t number = otherwise;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ec == std::errc() ? number : otherwise;
}

int count_in(const XmlHandler::Attributes& entry, std::string_view key) {
  return static_cast<int>(std::clamp<std::int64_t>(whole_in(entry, key, 0), 0, 1000000));
}

MnemosyneCard card_in(const XmlHandler::Attributes& entry) {
  MnemosyneCard card;
  card.grade = static_cast<int>(std::clamp<std::int64_t>(whole_in(entry, "gr", -1), -1, 5));
  const std::string easiness = text_in(entry, "e");
  if (!easiness.empty()) card.easiness = std::strtod(easiness.c_str(), nullptr);
  card.last = whole_in(entry, "l_rp", 0);
  card.next = whole_in(entry, "n_rp", 0);
  card.acquisitions = count_in(entry, "ac_rp");
  card.retentions = count_in(entry, "rt_rp");
  card.lapses = count_in(entry, "lps");
  return card;
}

}  // namespace

void SyncDeck::start(const std::string& name, const Attributes& attributes) {
  ++depth_;
  if (depth_ == 2 && name == "log") entry_ = attributes;
}

void SyncDeck::end(const std::string& name, const std::string& text) {
  if (depth_ == 3) entry_[name] = text;
  if (depth_ == 2 && name == "log") event();
  --depth_;
}

void SyncDeck::event() {
  constexpr std::int64_t added_card = 6, added_tag = 10, added_fact = 16;
  const std::int64_t type = whole_in(entry_, "type", 0);
  const std::string id = text_in(entry_, "o_id");
  if (type == added_tag) tags_[id] = text_in(entry_, "name");
  if (type == added_fact) {
    MnemosyneFact fact;
    fact.id = id;
    for (const auto& [key, value] : entry_)
      if (key != "type" && key != "o_id" && key != "time" && key != "extra") fact.data.emplace(key, value);
    if (places_.emplace(id, facts_.size()).second) facts_.push_back(std::move(fact));
  }
  if (type != added_card) return;
  const auto place = places_.find(text_in(entry_, "fact"));
  if (place == places_.end()) return;
  MnemosyneFact& fact = facts_[place->second];
  MnemosyneCard card = card_in(entry_);
  card.id = id;
  card.type = text_in(entry_, "card_t");
  card.view = text_in(entry_, "fact_v");
  std::string list = text_in(entry_, "tags") + ",";
  for (std::size_t at = 0, comma = list.find(','); comma != std::string::npos;
       at = comma + 1, comma = list.find(',', at)) {
    const auto tag = tags_.find(list.substr(at, comma - at));
    if (tag != tags_.end() && fact.cards.empty()) fact.tags.push_back(tag->second);
  }
  fact.cards.push_back(std::move(card));
}

void SyncDeck::hand_over(const std::string& deck, Intake& intake) {
  int number = 0;
  for (const MnemosyneFact& fact : facts_) take_fact(fact, ++number, deck, intake);
}

void OldDeck::start(const std::string& name, const Attributes& attributes) {
  if (name == "mnemosyne") start_ = whole_in(attributes, "time_of_start", 0);
  if (name != "item") return;
  attributes_ = attributes;
  category_ = question_ = answer_ = "";
}

void OldDeck::end(const std::string& name, const std::string& text) {
  if (name == "cat") category_ = text;
  if (name == "Q") question_ = text;
  if (name == "A") answer_ = text;
  if (name == "item") item();
}

void OldDeck::item() {
  const MnemosyneCard card = card_in(attributes_);
  const std::string id = text_in(attributes_, "id");
  ImportedCard made;
  made.question = mnemosyne_text(question_);
  made.answer = mnemosyne_text(answer_);
  const bool seen = whole_in(attributes_, "u", 0) == 0 && card.acquisitions + card.retentions > 0;
  if (seen && start_ > 0) {
    const auto day = [&](std::int64_t days) {
      return study_day(Instant(std::chrono::seconds(std::clamp<std::int64_t>(start_, 0, 100000000000) +
                                                    std::clamp<std::int64_t>(days, 0, 100000) * day_seconds)),
                       0);
    };
    made.memory = mnemosyne_memory(card, day(card.last), day(card.next));
  }
  const bool other_way =
      !note_.id.empty() && (id == note_.id + ".inv" || id.starts_with(note_.id + ".tr.")) && note_.cards.size() < 1024;
  if (!other_way) {
    finish();
    note_.card = ++items_;
    note_.id = id;
    note_.deck = category_ == "<default>" || category_.empty() ? deck_ : category_;
    note_.question = std::exchange(made.question, "");
    note_.answer = std::exchange(made.answer, "");
  }
  made.ordinal = static_cast<int>(note_.cards.size());
  note_.cards.push_back(std::move(made));
}

void OldDeck::finish() {
  if (!note_.cards.empty()) intake_.take(std::move(note_), 0);
  note_ = {};
}

}  // namespace ebb
