// Today's queue counted by tag.
#include <map>
#include <unordered_map>

#include "ebb/store/statistics.hpp"
#include "store/study/queue.hpp"

namespace ebb {
namespace {

constexpr const char* without_tag = "(no tag)";

void count(DeckCounts& counts, QueuedCard::Kind kind) {
  switch (kind) {
    case QueuedCard::Kind::due: ++counts.due; break;
    case QueuedCard::Kind::fresh: ++counts.fresh; break;
    case QueuedCard::Kind::drill: ++counts.drill; break;
  }
}

}  // namespace

std::vector<DeckCounts> counts_by_tag(Collection& collection, const CardFilter& filter, const Today& today,
                                      const DayRules& rules) {
  Store& store = collection.store();
  const Reading reading(store.db());
  Leases leases(":memory:");  // counting takes no card from another terminal
  StudyOptions options;
  options.filter = filter;
  options.rules = rules;
  options.order = StudyOptions::Order::due;
  std::unordered_map<std::int64_t, std::vector<QueuedCard::Kind>> waiting;  // by note
  const TodaysQueue queue = todays_queue(store, options, today, leases);
  for (const QueuedCard& queued : queue.cards)
    waiting[queued.card.note().value].push_back(queued.kind);
  std::vector<DeckCounts> tags;
  std::unordered_map<std::int64_t, bool> tagged;
  for_each_tagged_note(collection, [&](const std::string& tag, NoteId note) {
    const auto found = waiting.find(note.value);
    if (found == waiting.end()) return;
    tagged[note.value] = true;
    if (tags.empty() || tags.back().name != tag) tags.push_back({{}, tag, 0, 0, 0, 0});  // they come tag by tag
    for (const QueuedCard::Kind kind : found->second) count(tags.back(), kind);
  });
  DeckCounts rest{{}, without_tag, 0, 0, 0, 0};
  for (const auto& [note, kinds] : waiting)
    if (!tagged.contains(note))
      for (const QueuedCard::Kind kind : kinds) count(rest, kind);
  if (rest.due + rest.fresh + rest.drill > 0) tags.push_back(rest);
  return tags;
}

}  // namespace ebb
