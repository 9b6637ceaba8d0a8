// Each deed of the table is one command of the log: one undo takes it back.
#include "cli/cards/browse_actions.hpp"

#include <fmt/format.h>

#include <set>

#include "cli/cards/editing.hpp"
#include "cli/cards/tag_change.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/edit.hpp"
#include "ebb/store/log.hpp"

namespace ebb {
namespace {

// `verb` and `-unsure +verb` are understood as well as `+verb,-unsure`.
TagChange typed_tags(std::string text) {
  for (char& c : text)
    if (c == ' ') c = ',';
  if (!text.starts_with('+') && !text.starts_with('-')) text.insert(0, "+");
  return *tag_change_in(text);
}

class Deeds {
 public:
  Deeds(const World& world, Collection& collection) : world_(world), collection_(collection) {}

  std::string act(BrowseDeed deed, const std::vector<CardId>& cards, const std::string& text) {
    Edits edits(collection_, world_.today());
    const auto change = change_of(deed, edits, text);
    std::int64_t changed = 0;
    std::set<NoteId> seen;
    for (const CardId card : cards)
      if (by_card(deed) || seen.insert(card.note()).second) changed += change(card) ? 1 : 0;
    if (changed == 0) return "That is so already. Nothing was changed.";
    edits.commit();
    world_.remember(collection_);
    return fmt::format("{} {}. u takes it back.", done(deed), counted(changed, "card"));
  }

  std::string undone() {
    const auto result = undo(collection_, world_.today());
    if (!result) return "There is nothing to undo.";
    world_.remember(collection_);
    return fmt::format("Undone: {}.", result->what);
  }

  std::string redone() {
    const auto result = redo(collection_, world_.today());
    if (!result) return "There is nothing to redo.";
    world_.remember(collection_);
    return fmt::format("Redone: {}.", result->what);
  }

 private:
  static bool by_card(BrowseDeed deed) {
    return deed == BrowseDeed::suspend || deed == BrowseDeed::resume || deed == BrowseDeed::bury || deed == BrowseDeed::reset;
  }

  static std::function<bool(CardId)> change_of(BrowseDeed deed, Edits& edits, const std::string& text) {
    switch (deed) {
      case BrowseDeed::tag:
        return [&edits, tags = typed_tags(text)](CardId card) { return edits.tag(card.note(), tags.add, tags.remove); };
      case BrowseDeed::move: return [&edits, text](CardId card) { return edits.move(card.note(), text); };
      case BrowseDeed::suspend: return [&edits](CardId card) { return edits.suspend(card, true); };
      case BrowseDeed::resume:
        return [&edits](CardId card) {
          const bool woken = edits.suspend(card, false), dug_out = edits.bury(card, false);
          return woken || dug_out;
        };
      case BrowseDeed::bury: return [&edits](CardId card) { return edits.bury(card, true); };
      case BrowseDeed::mark: return [&edits](CardId card) { return edits.mark(card.note(), true); };
      case BrowseDeed::unmark: return [&edits](CardId card) { return edits.mark(card.note(), false); };
      case BrowseDeed::reset: return [&edits](CardId card) { return edits.reset(card); };
      case BrowseDeed::remove: break;
    }
    return [&edits](CardId card) { return edits.remove(card.note()); };
  }

  static std::string_view done(BrowseDeed deed) {
    switch (deed) {
      case BrowseDeed::tag: return "Tagged";
      case BrowseDeed::move: return "Moved";
      case BrowseDeed::suspend: return "Suspended";
      case BrowseDeed::resume: return "Resumed";
      case BrowseDeed::bury: return "Buried until tomorrow:";
      case BrowseDeed::mark: return "Marked";
      case BrowseDeed::unmark: return "Took the mark off";
      case BrowseDeed::reset: return "Made new again:";
      case BrowseDeed::remove: break;
    }
    return "Deleted";
  }

  const World& world_;
  Collection& collection_;
};

}  // namespace

BrowseSource browse_source(const World& world, Collection& collection, const std::optional<std::string>& deck) {
  const auto deeds = std::make_shared<Deeds>(world, collection);
  BrowseSource source;
  source.find = [&world, &collection, deck](const std::string& filter, SortBy by, bool descending,
                                            const std::function<bool()>& go_on) {
    return find_cards(collection, given_filter(world, {filter}, deck), world.today(), by, descending, go_on);
  };
  source.card = [&world, &collection](CardId card) { return find_card(collection, card, world.today()); };
  source.act = [deeds](BrowseDeed deed, const std::vector<CardId>& cards, const std::string& text) {
    return deeds->act(deed, cards, text);
  };
  source.undo = [deeds] { return deeds->undone(); };
  source.redo = [deeds] { return deeds->redone(); };
  source.edit = [&world, &collection](CardId card) {
    if (edit_one_note(world, collection, card.note())) world.remember(collection);
  };
  return source;
}

}  // namespace ebb
