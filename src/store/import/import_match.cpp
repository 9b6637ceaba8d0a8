// The end of an import: notes that matched nothing by name against notes that are gone, by text, then by likeness.
#include <algorithm>
#include <unordered_map>

#include "ebb/core/words.hpp"
#include "ebb/text/unicode.hpp"
#include "store/fold/fold.hpp"
#include "store/import/importer.hpp"

namespace ebb {
namespace {

constexpr double alike = 0.85;
// All pairs are compared up to this many; beyond, only equal questions are matched, and it is told.
constexpr std::size_t most_pairs = 4000000;
// So much of a deck must be in the file under another name for it to be that deck renamed.
constexpr double renamed_share = 0.9;
constexpr std::size_t fewest_renamed = 3;
// With the same answer a question may change this much: short fronts change a lot by one letter.
constexpr double alike_with_answer = 0.5;

void read_texts(Store& store, GoneNote& note) {
  Statement& find = store.sql(
      "SELECT cq.q, ca.a FROM note JOIN change AS cq ON cq.id = note.q"
      " JOIN change AS ca ON ca.id = iif(note.a = 0, note.q, note.a) WHERE note.id = ?");
  if (find.bind(1, note.note.value).step()) {
    note.question = find.text(0);
    note.answer = find.text(1);
  }
  find.reset();
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
    if (!in.matched.contains(notes.number(0))) gone.push_back({NoteId{notes.number(0)}, DeckId{notes.number(1)}, {}, {}, false});
  }
  if (!in.waiting.empty())
    for (GoneNote& note : gone) read_texts(in.store, note);
  return gone;
}

// The notes of other decks whose question and answer stand in the file too, by deck, and how many notes each has.
struct Elsewhere {
  std::map<std::int64_t, std::vector<GoneNote>> shared;
  std::map<std::int64_t, std::size_t> sizes;
};

Elsewhere find_elsewhere(Importer::Inside& in) {
  std::unordered_multimap<std::string_view, std::string_view> asked;
  for (const WaitingNote& waiting : in.waiting) asked.emplace(waiting.note.question, waiting.note.answer);
  const auto in_file = [&](std::string_view question, std::string_view answer) {
    const auto [first, last] = asked.equal_range(question);
    return std::any_of(first, last, [&](const auto& one) { return one.second == answer; });
  };
  Elsewhere found;
  Statement notes(in.store.db(),
                  "SELECT note.id, note.deck, cq.q, ca.a FROM note JOIN change AS cq ON cq.id = note.q"
                  " JOIN change AS ca ON ca.id = iif(note.a = 0, note.q, note.a) WHERE note.flags & 11 = 0");
  while (notes.step()) {
    ++found.sizes[notes.number(1)];
    if (!in_file(notes.text(2), notes.text(3)) || in.matched.contains(notes.number(0))) continue;
    found.shared[notes.number(1)].push_back(
        {NoteId{notes.number(0)}, DeckId{notes.number(1)}, std::string(notes.text(2)), std::string(notes.text(3)), false});
  }
  return found;
}

// A deck that is new here may be one that is here renamed: then nearly all of the old deck's cards, question and
// answer, are in the new one. Two languages with the same fronts are two decks.
void find_renamed(Importer::Inside& in) {
  const auto made = std::find_if(in.decks.begin(), in.decks.end(), [](const auto& deck) { return deck.second.made; });
  if (made == in.decks.end() || in.waiting.empty()) return;
  Elsewhere found = find_elsewhere(in);
  for (auto& [number, shared] : found.shared) {
    const std::int64_t deck = number;  // clang 14 captures no structured binding
    if (std::any_of(in.decks.begin(), in.decks.end(), [&](const auto& d) { return d.second.deck.value == deck; })) continue;
    const std::string name = deck_name(in.store, DeckId{deck});
    const std::string cards = with_commas(static_cast<std::int64_t>(shared.size())) + " of " +
                              counted(static_cast<std::int64_t>(found.sizes[deck]), "card") + " of the deck " + name;
    if (shared.size() < fewest_renamed || static_cast<double>(shared.size()) < renamed_share * static_cast<double>(found.sizes[deck])) {
      in.plan.told.push_back(cards + " are in this file too, and now in both decks. If the file was only renamed: ebb undo, then import it with -d \"" + name + "\"");
      continue;
    }
    in.plan.told.push_back(cards + " are in this file: it is taken for that deck renamed to " + made->first.first + ", and the cards keep their history");
    for (GoneNote& note : shared) in.gone.push_back(std::move(note));
  }
}

// What stands in for a note of the file: it keeps the note's history.
void match(Importer::Inside& in, std::size_t waiting, GoneNote& gone, double likeness, std::vector<bool>& done) {
  gone.taken = true;
  in.matched.insert(gone.note.value);
  in.alias(gone.note, in.waiting[waiting].guid);
  in.compare(gone.note, in.waiting[waiting].note, in.waiting[waiting].deck, likeness);
  done[waiting] = true;
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
    if (best) match(in, i, in.gone[*best], 0, done);
  }
}

// One new and one gone card of a deck with the same answer, and questions that are half alike: an edited question.
void match_answers(Importer::Inside& in, std::vector<bool>& done) {
  std::map<std::pair<std::int64_t, std::string_view>, std::vector<std::size_t>> fresh, gone;
  for (std::size_t i = 0; i < in.waiting.size(); ++i)
    if (!done[i] && !in.waiting[i].note.answer.empty())
      fresh[{in.waiting[i].deck.value, in.waiting[i].note.answer}].push_back(i);
  for (std::size_t i = 0; i < in.gone.size(); ++i)
    if (!in.gone[i].taken) gone[{in.gone[i].deck.value, in.gone[i].answer}].push_back(i);
  for (const auto& [answer, places] : fresh) {
    const auto same = gone.find(answer);
    if (same == gone.end() || places.size() != 1 || same->second.size() != 1) continue;
    GoneNote& note = in.gone[same->second.front()];
    const double likeness = similarity(in.waiting[places.front()].note.question, note.question, alike_with_answer);
    if (likeness >= alike_with_answer) match(in, places.front(), note, likeness, done);
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
      match(in, i, in.gone[*found.index], found.best, done);
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
    match_answers(*this, done);
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
  for (GoneNote& note : gone) {
    if (note.taken || !decks_here.contains(note.deck.value)) continue;
    Statement& find = store.sql("SELECT flags FROM note WHERE id = ?");
    const std::int64_t flags = find.bind(1, note.note.value).step() ? find.number(0) : 0;
    find.reset();
    if (flags & note_is_orphan) continue;  // gone before, told then
    ++plan.gone;
    if (note.question.empty()) read_texts(store, note);
    note_change({PlannedChange::Kind::gone, name_of_note(note.note), deck_name(store, note.deck), {}, {}, note.question, {}, 0, 0, 0});
    if (on_gone == OnGone::keep) continue;
    batch.append_to_note(note.note, {on_gone == OnGone::orphan ? What::note_orphan : What::note_delete, 0, 0, 1, {}, {}, {}, {}});
    refold_note(store, note.note);
  }
}

}  // namespace ebb
