// Cards of a note by its type.
#include "formats/json/card_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/cloze.hpp"
#include "formats/json/members.hpp"
#include "formats/json/values.hpp"

namespace ebb {
namespace {

constexpr std::size_t most_cards = 1024;

// The text of hashcards with the one part that this card hides.
Cloze cloze_of_span(const CardExtras& extras) {
  Cloze cloze;
  cloze.text = extras.text;
  const bool inside =
      extras.start >= 0 && extras.end >= extras.start && static_cast<std::size_t>(extras.end) < extras.text.size();
  if (!inside) return cloze;
  const auto begin = static_cast<std::size_t>(extras.start), end = static_cast<std::size_t>(extras.end) + 1;
  const auto cuts = [&](std::size_t at) {
    return at < cloze.text.size() && (static_cast<unsigned char>(cloze.text[at]) & 0xC0u) == 0x80u;
  };
  if (!cuts(begin) && !cuts(end)) cloze.holes.push_back({begin, end, {1}, ""});
  return cloze;
}

std::string make_cloze_cards(ImportedNote& note, const CardExtras& extras) {
  const std::string& marked = extras.cloze.empty() ? note.question : extras.cloze;
  const Cloze cloze = extras.text.empty() ? parse_cloze(marked) : cloze_of_span(extras);
  if (cloze.holes.empty()) return "the cloze has no hole {{c1::…}}";
  return make_cloze(note, cloze);
}

// Each item is asked with those before it shown.
std::string make_list_cards(ImportedNote& note, const CardExtras& extras) {
  if (extras.items.size() < 2 || extras.items.size() > most_cards) return "a list needs two to 1024 items";
  std::string shown = note.question;
  note.answer.clear();
  for (std::size_t i = 0; i < extras.items.size(); ++i) {
    ImportedCard card;
    card.ordinal = static_cast<int>(i);
    card.question = fmt::format("{}\n{}. …", shown, i + 1);
    card.answer = extras.items[i];
    note.cards.push_back(std::move(card));
    const std::string item = fmt::format("{}. {}", i + 1, extras.items[i]);
    shown += "\n" + item;
    note.answer += (i == 0 ? "" : "\n") + item;
  }
  add_text_member(note.more, "type", "list");
  add_text_member(note.more, "question", note.question);
  return "";
}

// The options in alphabetical order, so that the right one's place says nothing.
void make_choice_card(ImportedNote& note, const CardExtras& extras) {
  std::vector<std::string> options = extras.choices;
  options.push_back(note.answer);
  std::sort(options.begin(), options.end());
  ImportedCard card;
  card.question = note.question + "\n";
  for (const std::string& option : options) card.question += "\n• " + option;
  card.answer = note.answer;
  note.cards.push_back(std::move(card));
  add_text_member(note.more, "type", "choice");
  add_text_member(note.more, "question", note.question);
}

}  // namespace

std::string make_cards(ImportedNote& note, const CardExtras& extras) {
  if (extras.is_cloze()) return make_cloze_cards(note, extras);
  if (extras.is_list()) return make_list_cards(note, extras);
  if (extras.is_choice() && !extras.choices.empty()) make_choice_card(note, extras);
  if (extras.type == "reversed") make_reversed(note);
  return "";
}

int schedule_cards(ImportedNote& note, CardExtras& extras) {
  const bool any =
      !extras.schedule.empty() || !extras.reviews.empty() || !extras.performance.empty() || !extras.answers.empty() ||
      extras.flag > 0;
  if (!any) return 0;
  std::vector<ImportedCard> read;
  int bad = extras.schedule.empty() ? 0 : read_schedules(extras.schedule, read);
  bad += extras.reviews.empty() ? 0 : read_reviews(extras.reviews, read);
  if (!extras.performance.empty()) bad += read_performance(extras.performance, card_of(read, 0));
  if (!extras.answers.empty()) card_of(read, 0).reviews = std::move(extras.answers);
  if (note.cards.empty()) note.cards.emplace_back();
  for (ImportedCard& card : note.cards) card.flag = extras.flag;
  for (ImportedCard& from : read) {
    const auto same = [&from](const ImportedCard& card) { return card.ordinal == from.ordinal; };
    const auto to = std::find_if(note.cards.begin(), note.cards.end(), same);
    if (to == note.cards.end()) {
      ++bad;
      continue;
    }
    to->memory = from.memory;
    to->suspended = from.suspended;
    to->buried = from.buried;
    to->reviews = std::move(from.reviews);
  }
  return bad;
}

}  // namespace ebb
