// From the blocks of a text to changes of notes.
#include "cli/cards/edit_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr const char* how_to =
    "Change what you like; saving shows what it comes to. A card stands\n"
    "     between two ---. Without its id it is a new one; taken out, it is asked\n"
    "     whether to delete it. ebb help editing says more.";

bool same_cards(const ImportedNote& a, const ImportedNote& b) {
  return std::equal(a.cards.begin(), a.cards.end(), b.cards.begin(), b.cards.end(),
                    [](const ImportedCard& x, const ImportedCard& y) {
                      return x.ordinal == y.ordinal && x.question == y.question && x.answer == y.answer;
                    });
}

bool same_text(const ImportedNote& a, const ImportedNote& b) {
  return a.question == b.question && a.answer == b.answer && a.tags == b.tags && a.more == b.more && same_cards(a, b);
}

std::string lower(std::string id) {
  std::transform(id.begin(), id.end(), id.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return id;
}

// A card's own text, which is the note's where it has none.
ImportedCard with_text(const ImportedCard& card, const NoteView& view) {
  ImportedCard own = card;
  if (own.question.empty() && own.answer.empty()) own.question = view.question, own.answer = view.answer;
  return own;
}

class EditPlanner {
 public:
  EditPlanner(Collection& collection, const std::vector<NoteView>& opened, const std::string& deck)
      : collection_(collection), opened_(opened), deck_(deck) {}

  EditPlan plan(const std::string& text) {
    BufferRead read = read_buffer(text);
    plan_.problems = std::move(read.problems);
    for (const BufferBlock& block : read.blocks) take(block);
    for (auto& [id, one] : parts_) finish_parts(one);
    for (const NoteView& view : opened_)
      if (!seen_.contains(view.id)) plan_.taken_out.push_back(view);
    const auto by_line = [](const auto& a, const auto& b) { return a.line < b.line; };
    std::stable_sort(plan_.problems.begin(), plan_.problems.end(), by_line);
    std::stable_sort(plan_.notes.begin(), plan_.notes.end(), by_line);
    return std::move(plan_);
  }

 private:
  struct Parts {
    EditedNote note;
    std::set<int> ordinals;
    bool headed = false;
  };

  void tell(int line, std::string what) { plan_.problems.push_back({line, std::move(what)}); }

  void take(const BufferBlock& block) {
    if (block.id.empty()) return take_new(block);
    const auto view = view_of(block);
    if (!view) return;
    const std::size_t dot = block.id.find('.');
    if (dot != std::string::npos && view->cards.size() > 1)
      return take_part(block, *view, std::atoi(block.id.c_str() + dot + 1));
    if (!seen_.insert(view->id).second)
      return tell(
          block.line,
          fmt::format("the id {} stands in the text twice; take the line out to make this a new card", block.id));
    deck_ = block.deck.value_or(view->deck);
    ImportedNote now;
    add_problems(note_of_block(block, view->file_keys, now));
    if (!block.deck) now.deck = view->deck;
    if (now.deck.empty()) return tell(block.line, "the card has no deck: deck: and its name");
    compare(*view, std::move(now), block.line);
  }

  void take_new(const BufferBlock& block) {
    EditedNote fresh;
    add_problems(note_of_block(block, {}, fresh.now));
    if (fresh.now.deck.empty()) fresh.now.deck = deck_;
    deck_ = fresh.now.deck;
    fresh.line = block.line;
    plan_.notes.push_back(std::move(fresh));
  }

  // Compared with what the block would be if nobody had touched it: what an editor does not show cannot have changed.
  void compare(const NoteView& view, ImportedNote now, int line) {
    const ImportedNote old = imported_of(view);
    ImportedNote untouched;
    const auto text = block_of_note(view.id, old);
    const BufferRead read = read_buffer(text.value_or(""));
    if (read.blocks.empty() || !note_of_block(read.blocks[0], view.file_keys, untouched).empty()) untouched = old;
    EditedNote note{view, std::move(now), line, false, false};
    note.edited = !same_text(untouched, note.now);
    note.moved = note.now.deck != view.deck;
    if (!note.edited) {
      const std::string deck = note.now.deck;
      note.now = old;
      note.now.deck = deck;
    }
    if (note.edited || note.moved) plan_.notes.push_back(std::move(note));
  }

  // One card of a note whose cards have texts of their own.
  void take_part(const BufferBlock& block, const NoteView& view, int ordinal) {
    seen_.insert(view.id);
    auto [found, first] = parts_.try_emplace(view.id);
    Parts& parts = found->second;
    if (first) parts.note = {view, imported_of(view), block.line, false, false};
    const auto card = std::find_if(parts.note.now.cards.begin(), parts.note.now.cards.end(),
                                   [&](const ImportedCard& one) { return one.ordinal == ordinal; });
    if (card == parts.note.now.cards.end()) return tell(block.line, fmt::format("the note has no card {}", block.id));
    if (!parts.ordinals.insert(ordinal).second)
      return tell(block.line, fmt::format("the id {} stands in the text twice", block.id));
    if (block.deck || block.tags) {
      if (std::exchange(parts.headed, true))
        return tell(block.line, "deck and tags belong to the note: they stand once, with its first card");
      ImportedNote head;
      add_problems(note_of_block(block, view.file_keys, head));
      parts.note.now.deck = head.deck.empty() ? view.deck : head.deck;
      parts.note.now.tags = head.tags;
      parts.note.now.more = head.more;
    }
    if (!block.answer) return tell(block.line, "the card has no answer: A: and its text");
    const ImportedCard own = with_text(*card, view);
    const bool is_note = own.question == view.question && own.answer == view.answer;
    if (own.question == block.question && own.answer == *block.answer) return;
    card->question = block.question;
    card->answer = *block.answer;
    if (is_note && ordinal == view.cards.front().ordinal)
      parts.note.now.question = block.question, parts.note.now.answer = *block.answer;
  }

  void finish_parts(Parts& parts) {
    const ImportedNote old = imported_of(parts.note.before);
    parts.note.edited = !same_text(old, parts.note.now);
    parts.note.moved = parts.note.now.deck != old.deck;
    if (parts.note.edited || parts.note.moved) plan_.notes.push_back(std::move(parts.note));
  }

  // The note that a block names. Ids of the text come first, so that a short one is not taken for a stranger's.
  std::optional<NoteView> view_of(const BufferBlock& block) {
    const std::string id = lower(block.id.substr(0, block.id.find('.')));
    std::vector<NoteView> found;
    if (id.size() >= 6)
      for (const NoteView& view : opened_)
        if (view.id.starts_with(id)) found.push_back(view);
    if (found.empty()) {
      std::set<NoteId> notes;
      for (const CardId card : cards_by_id(collection_, id)) notes.insert(card.note());
      for (const NoteId note : notes)
        if (auto view = find_note(collection_, note)) found.push_back(std::move(*view));
    }
    if (found.size() == 1) return found.front();
    tell(block.line, found.empty()
                         ? fmt::format("no card has the id {}; take the line out to make this a new card", block.id)
                         : fmt::format("{} begins the ids of {} cards; use more digits", block.id, found.size()));
    return {};
  }

  void add_problems(const std::vector<BufferProblem>& problems) {
    plan_.problems.insert(plan_.problems.end(), problems.begin(), problems.end());
  }

  Collection& collection_;
  const std::vector<NoteView>& opened_;
  std::string deck_;
  EditPlan plan_;
  std::set<std::string> seen_;
  std::map<std::string, Parts> parts_;
};

std::string block_text(const NoteView& view) {
  const ImportedNote note = imported_of(view);
  if (const auto whole = block_of_note(view.id, note)) return *whole;
  std::string text;
  for (const ImportedCard& card : view.cards) {
    const ImportedCard own = with_text(card, view);
    const bool first = &card == &view.cards.front();
    text += (first ? "" : "---\n") + block_of_card(fmt::format("{}.{}", view.id, card.ordinal), own.question,
                                                   own.answer, first ? &note : nullptr);
  }
  return text;
}

}  // namespace

ImportedNote imported_of(const NoteView& view) {
  ImportedNote note;
  note.deck = view.deck;
  note.question = view.question;
  note.answer = view.answer;
  note.tags = view.tags;
  note.more = view.file_keys;
  note.cards = view.cards;
  return note;
}

std::string buffer_of(const std::vector<NoteView>& notes) {
  std::string text = buffer_comment(how_to);
  for (const NoteView& note : notes) text += "---\n" + block_text(note);
  return text;
}

EditPlan plan_edit(Collection& collection, const std::vector<NoteView>& opened, const std::string& text,
                   const std::string& deck) {
  return EditPlanner(collection, opened, deck).plan(text);
}

}  // namespace ebb
