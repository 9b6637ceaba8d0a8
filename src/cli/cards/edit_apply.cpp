// Showing the plan of an edit, and applying it as one command.
#include <fmt/format.h>

#include "cli/cards/edit_plan.hpp"
#include "cli/decks/change_text.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

using Kind = PlannedChange::Kind;
constexpr std::size_t most_shown = 10;

struct PlanRow {
  char mark;
  const char* what;
  std::vector<std::string> lines;
};

std::string one_change(const EditedNote& note, Kind kind) {
  PlannedChange change;
  change.kind = kind;
  change.deck = note.now.deck;
  change.question = note.now.question;
  change.answer = note.now.answer;
  change.old_question = note.before.question;
  change.old_answer = note.before.answer;
  return change_text(change);
}

void add_row(std::string& out, const PlanRow& row, bool all) {
  if (row.lines.empty()) return;
  out += fmt::format("{} {:>3} {}\n", row.mark, row.lines.size(), row.what);
  const std::size_t shown = all ? row.lines.size() : std::min(most_shown, row.lines.size());
  for (std::size_t i = 0; i < shown; ++i)
    for (std::string_view rest = row.lines[i]; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      out += fmt::format("     {}\n", rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  if (shown < row.lines.size()) out += fmt::format("     and {} more (-v shows all)\n", row.lines.size() - shown);
}

bool says_that_already(const NoteView& current, const EditedNote& note) {
  NoteView wanted = current;
  wanted.deck = note.now.deck;
  wanted.question = note.now.question;
  wanted.answer = note.now.answer;
  wanted.tags = note.now.tags;
  wanted.file_keys = note.now.more;
  wanted.cards = note.now.cards;
  return same_note(current, wanted);
}

BufferProblem conflict(int line, const std::optional<NoteView>& current) {
  if (!current)
    return {line, "this card was deleted meanwhile; take its id out to make it a new one, or the whole card out"};
  return {line,
          fmt::format(
              "this card was changed meanwhile, and says now: {} → {} (deck {}, tags {}). Saving again takes your text",
              one_line(current->question), one_line(current->answer), one_line(current->deck),
              current->tags.empty() ? "none" : fmt::format("{}", fmt::join(current->tags, " ")))};
}

void bring_up_to_date(std::vector<NoteView>& opened, const NoteView& before, const std::optional<NoteView>& current) {
  for (NoteView& view : opened)
    if (view.id == before.id && current) view = *current;
}

}  // namespace

std::string edit_plan_text(const EditPlan& plan, bool all) {
  PlanRow added{'+', "new", {}}, edited{'~', "edited, history kept", {}}, moved{'>', "moved to another deck", {}},
      removed{'-', "deleted", {}};
  for (const EditedNote& note : plan.notes) {
    if (note.fresh()) added.lines.push_back(one_change(note, Kind::added));
    if (note.edited) edited.lines.push_back(one_change(note, Kind::edited));
    if (note.moved) moved.lines.push_back(one_change(note, Kind::moved));
  }
  for (const NoteView& note : plan.taken_out)
    removed.lines.push_back(one_line(note.question) + " → " + one_line(note.answer) + "\n");
  std::string out;
  for (const PlanRow& row : {added, edited, moved, removed}) add_row(out, row, all);
  return out;
}

std::vector<BufferProblem> apply_edit(const World& world, Collection& collection, const EditPlan& plan,
                                      std::vector<NoteView>& opened, std::vector<NoteId>& made, std::string& entry) {
  std::vector<BufferProblem> conflicts;
  made.clear();
  Edits edits(collection, world.today());
  for (const EditedNote& note : plan.notes) {
    if (note.fresh()) continue;
    const auto current = find_note(collection, note.before.note);
    if (current && (same_note(*current, note.before) || says_that_already(*current, note))) continue;
    conflicts.push_back(conflict(note.line, current));
    bring_up_to_date(opened, note.before, current);
  }
  for (const NoteView& gone : plan.taken_out) {
    const auto current = find_note(collection, gone.note);
    if (!current || same_note(*current, gone)) continue;
    conflicts.push_back(conflict(1, current));
    bring_up_to_date(opened, gone, current);
  }
  if (!conflicts.empty()) return conflicts;
  for (const EditedNote& note : plan.notes) {
    if (note.fresh())
      made.push_back(edits.add(note.now));
    else
      edits.write(note.before.note, note.now);
  }
  for (const NoteView& gone : plan.taken_out) edits.remove(gone.note);
  entry = edits.commit();
  return {};
}

}  // namespace ebb
