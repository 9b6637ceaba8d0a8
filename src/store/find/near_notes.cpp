// Notes that are like one to be made: their questions, read once.
#include <algorithm>

#include "ebb/store/edit.hpp"
#include "ebb/text/unicode.hpp"
#include "store/file/store.hpp"
#include "store/log/kinds.hpp"

namespace ebb {
namespace {

constexpr double near = 0.9;
constexpr std::size_t most_for_one = 3, shortest_alike = 10;

// Without case, accents and marks; and its digits alone, which tell `chapter 1` from `chapter 2`.
struct Core {
  std::string text, digits;
};

Core core_of(std::string_view question) {
  Core core;
  for (const char c : fold_text(question)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool digit = c >= '0' && c <= '9';
    if (byte >= 0x80 || digit || (c >= 'a' && c <= 'z')) core.text += c;
    if (digit) core.digits += c;
  }
  if (core.text.empty()) core.text = question;
  return core;
}

double likeness(const Core& a, const Core& b) {
  if (a.text == b.text) return 1;
  const std::size_t shorter = std::min(a.text.size(), b.text.size()), longer = std::max(a.text.size(), b.text.size());
  const bool could_be = shorter >= shortest_alike && static_cast<double>(shorter) >= near * static_cast<double>(longer);
  return could_be && a.digits == b.digits ? similarity(a.text, b.text, near) : 0;
}

}  // namespace

std::vector<NearNote> near_notes(Collection& collection, const std::vector<std::string>& questions) {
  std::vector<Core> cores;
  for (const std::string& question : questions) cores.push_back(core_of(question));
  std::vector<std::size_t> found(questions.size(), 0);
  std::vector<NearNote> all;
  Statement notes(
      collection.store().db(),
      "SELECT note.id, change.q FROM note JOIN change ON change.id = note.q WHERE note.flags & 9 = 0 ORDER BY note.id");
  while (notes.step()) {
    const Core core = core_of(notes.text(1));
    for (std::size_t i = 0; i < cores.size(); ++i) {
      const double alike = found[i] < most_for_one ? likeness(cores[i], core) : 0;
      if (alike < near) continue;
      ++found[i];
      all.push_back({i, NoteId{notes.number(0)}, {}, {}, {}, {}, alike});
    }
  }
  for (NearNote& one : all) {
    const auto view = find_note(collection, one.note);
    if (view) one.id = view->id, one.deck = view->deck, one.question = view->question, one.answer = view->answer;
  }
  std::stable_sort(all.begin(), all.end(), [](const NearNote& a, const NearNote& b) { return a.of < b.of; });
  return all;
}

}  // namespace ebb
