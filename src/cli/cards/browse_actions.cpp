// Each deed of the table is one command of the log: one undo takes it back.
#include "cli/cards/browse_actions.hpp"

#include <fmt/format.h>

#include <set>

#include "cli/cards/chosen.hpp"
#include "cli/cards/editing.hpp"
#include "cli/cards/tag_change.hpp"
#include "cli/decks/deck_verbs.hpp"
#include "cli/upkeep/backing_up.hpp"
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
    if (are_many(cards.size())) backup_before(world_, "change");
    Edits edits(collection_, world_.today());
    const auto change = change_of(deed, edits, deed == BrowseDeed::move ? checked_deck_name(text) : text);
    std::int64_t changed = 0;
    std::set<NoteId> seen;
    for (const CardId card : cards)
      if (by_card(deed) || seen.insert(card.note()).second) changed += change(card) ? 1 : 0;
    if (changed == 0) return "That is so already. Nothing was changed.";
    remember(edits.commit());
    return fmt::format("{} {}. u takes it back.", done(deed), counted(changed, "card"));
  }

  void edit(CardId card) {
    const std::string entry = edit_one_note(world_, collection_, card.note());
    if (!entry.empty()) remember(entry);
  }

  // What was done before this table was opened is for `ebb undo`, which asks where there is something to ask.
  std::string undone() {
    if (done_.empty()) return "Nothing was changed here yet. ebb undo goes further back.";
    const auto result = undo(collection_, world_.today(), done_.back());
    if (!result) return "There is nothing to undo.";
    world_.remember(collection_);
    undone_.push_back(done_.back());
    done_.pop_back();
    return fmt::format("Undone: {}.", result->what);
  }

  std::string redone() {
    const auto result = undone_.empty() ? std::nullopt : redo(collection_, world_.today(), undone_.back());
    if (!result) return "There is nothing to redo.";
    world_.remember(collection_);
    done_.push_back(undone_.back());
    undone_.pop_back();
    return fmt::format("Redone: {}.", result->what);
  }

 private:
  void remember(const std::string& entry) {
    done_.push_back(entry);
    undone_.clear();
    world_.remember(collection_);
  }

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
  std::vector<std::string> done_, undone_;  // entries of what was done in this table
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
  source.edit = [deeds](CardId card) { deeds->edit(card); };
  return source;
}

}  // namespace ebb
