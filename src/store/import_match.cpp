// The end of an import: notes that matched nothing by name against notes that are gone, by text, then by likeness.
#include <algorithm>
#include <unordered_map>

#include "ebb/core/words.hpp"
#include "ebb/text/unicode.hpp"
#include "store/fold.hpp"
#include "store/importer.hpp"

namespace ebb {
namespace {

constexpr double alike = 0.85;
// All pairs are compared up to this many; beyond, only equal questions are matched, and it is told.
constexpr std::size_t most_pairs = 4000000;
// So much of a deck must be in the file under another name for it to be that deck renamed.
constexpr double renamed_share = 0.9;

std::string note_question(Store& store, std::int64_t note) {
  Statement& find = store.sql("SELECT change.q FROM note JOIN change ON change.id = note.q WHERE note.id = ?");
  const std::string text = find.bind(1, note).step() ? std::string(find.text(0)) : std::string();
  find.reset();
  return text;
}

// The live notes of the file's decks that were not in the file.
std::vector<GoneNote> find_gone(Importer::Inside& in) {
  std::vector<GoneNote> gone;
  std::set<std::int64_t> decks;
  for (const auto& [key, deck] : in.decks)
    if (!deck.made) decks.insert(deck.deck.value);
  if (in.was_empty || decks.empty()) return gone;
  Statement notes(in.store.db(), "SELECT id, deck FROM note WHERE flags & 9 = 0 ORDER BY id");
  while (notes.step()) {
    if (!decks.contains(notes.number(1))) continue;
    ++in.plan.gone_of;
    if (!in.matched.contains(notes.number(0))) gone.push_back({NoteId{notes.number(0)}, DeckId{notes.number(1)}, {}, false});
  }
  if (!in.waiting.empty())
    for (GoneNote& note : gone) note.question = note_question(in.store, note.note.value);
  return gone;
}

// A deck that is new here, under a name that the file only has from itself, may be one that is here renamed: then
// nearly all of the old deck's questions are in the new one.
void find_renamed(Importer::Inside& in) {
  const auto made = std::find_if(in.decks.begin(), in.decks.end(), [](const auto& deck) { return deck.second.made; });
  if (made == in.decks.end() || in.waiting.empty()) return;
  std::unordered_map<std::string_view, std::size_t> asked;
  for (std::size_t i = 0; i < in.waiting.size(); ++i) asked.emplace(in.waiting[i].note.question, i);
  std::map<std::int64_t, std::vector<GoneNote>> by_deck;
  std::map<std::int64_t, std::size_t> sizes;
  Statement notes(in.store.db(), "SELECT note.id, note.deck, change.q FROM note JOIN change ON change.id = note.q WHERE note.flags & 9 = 0");
  while (notes.step()) {
    ++sizes[notes.number(1)];
    if (in.matched.contains(notes.number(0)) || !asked.contains(notes.text(2))) continue;
    by_deck[notes.number(1)].push_back({NoteId{notes.number(0)}, DeckId{notes.number(1)}, std::string(notes.text(2)), false});
  }
  for (auto& [deck, shared] : by_deck) {
    const bool in_file = std::any_of(in.decks.begin(), in.decks.end(), [&](const auto& d) { return d.second.deck.value == deck; });
    if (in_file || static_cast<double>(shared.size()) < renamed_share * static_cast<double>(sizes[deck])) continue;
    in.plan.told.push_back("the deck " + deck_name(in.store, DeckId{deck}) + " is taken for this file's " +
                           made->first.first + ": " + std::to_string(shared.size()) + " of its " +
                           counted(static_cast<std::int64_t>(sizes[deck]), "card") + " are the same; they move with their history");
    for (GoneNote& note : shared) in.gone.push_back(std::move(note));
  }
}

// Equal questions first: an id was added, the note moved, or its deck was renamed.
void match_equal(Importer::Inside& in, std::vector<bool>& done) {
  std::unordered_multimap<std::string_view, std::size_t> by_question;
  for (std::size_t i = 0; i < in.gone.size(); ++i) by_question.emplace(in.gone[i].question, i);
  for (std::size_t i = 0; i < in.waiting.size(); ++i) {
    const auto [first, last] = by_question.equal_range(in.waiting[i].note.question);
    std::optional<std::size_t> best;
    for (auto at = first; at != last; ++at) {
      const GoneNote& gone = in.gone[at->second];
      if (gone.taken) continue;
      const bool here = gone.deck == in.waiting[i].deck;
      if (!best || (here && in.gone[*best].deck != in.waiting[i].deck) ||
          (here == (in.gone[*best].deck == in.waiting[i].deck) && at->second < *best))
        best = at->second;
    }
    if (!best) continue;
    in.gone[*best].taken = true;
    in.matched.insert(in.gone[*best].note.value);
    in.alias(in.gone[*best].note, in.waiting[i].guid);
    in.compare(in.gone[*best].note, in.waiting[i].note, in.waiting[i].deck, 0);
    done[i] = true;
  }
}

void match_alike(Importer::Inside& in, std::vector<bool>& done) {
  const auto left = static_cast<std::size_t>(std::count(done.begin(), done.end(), false));
  const auto free = static_cast<std::size_t>(std::count_if(in.gone.begin(), in.gone.end(), [](const auto& g) { return !g.taken; }));
  if (left * free > most_pairs) {
    in.plan.told.push_back("too many cards changed at once to look for close matches; only equal questions were matched");
    return;
  }
  for (std::size_t i = 0; i < in.waiting.size(); ++i) {
    if (done[i]) continue;
    WaitingNote& waiting = in.waiting[i];
    const Likeness found = most_alike(waiting.note.question, waiting.deck, in.gone);
    if (found.close > 1) {
      ++in.plan.ambiguous;
      in.note_change({PlannedChange::Kind::ambiguous, {}, waiting.note.deck, waiting.note.question, waiting.note.answer,
                      in.gone[*found.index].question, {}, found.best, waiting.note.line, waiting.note.card});
    } else if (found.index) {
      GoneNote& gone = in.gone[*found.index];
      gone.taken = true;
      in.matched.insert(gone.note.value);
      in.alias(gone.note, waiting.guid);
      in.compare(gone.note, waiting.note, waiting.deck, found.best);
      done[i] = true;
    }
  }
}

}  // namespace

Likeness most_alike(const std::string& question, DeckId deck, const std::vector<GoneNote>& gone) {
  Likeness found;
  for (std::size_t i = 0; i < gone.size(); ++i) {
    if (gone[i].taken || gone[i].deck != deck) continue;
    const double likeness = similarity(question, gone[i].question, alike);
    if (likeness < alike) continue;
    ++found.close;
    if (likeness > found.best) {
      found.best = likeness;
      found.index = i;
    }
  }
  return found;
}

void Importer::Inside::match_waiting() {
  gone = find_gone(*this);
  find_renamed(*this);
  if (waiting.empty()) return;
  std::vector<bool> done(waiting.size());
  if (!gone.empty()) {
    match_equal(*this, done);
    match_alike(*this, done);
  }
  // The waiting ones were only noted as seen: those that are added now get their note.
  GuidSet noted = std::move(guids);
  guids = GuidSet{};
  for (const GuidSet::Named& named : noted.sorted())
    if (named.note != 0) guids.add(named.guid, named.note);
  for (std::size_t i = 0; i < waiting.size(); ++i)
    if (!done[i]) add(waiting[i].note, waiting[i].deck, waiting[i].guid);
}

void Importer::Inside::mark_gone() {
  std::set<std::int64_t> decks_here;
  for (const auto& [key, deck] : decks) decks_here.insert(deck.deck.value);
  for (const GoneNote& note : gone) {
    if (note.taken || !decks_here.contains(note.deck.value)) continue;
    Statement& find = store.sql("SELECT flags FROM note WHERE id = ?");
    const std::int64_t flags = find.bind(1, note.note.value).step() ? find.number(0) : 0;
    find.reset();
    if (flags & note_is_orphan) continue;  // gone before, told then
    ++plan.gone;
    note_change({PlannedChange::Kind::gone, name_of_note(note.note), deck_name(store, note.deck), {}, {},
                 note.question.empty() ? note_question(store, note.note.value) : note.question, {}, 0, 0, 0});
    if (on_gone == OnGone::keep) continue;
    batch.append_to_note(note.note, {on_gone == OnGone::orphan ? What::note_orphan : What::note_delete, 0, 0, 1, {}, {}, {}, {}});
    refold_note(store, note.note);
  }
}

}  // namespace ebb
