// `ebb import --json`: documented in docs/json.md.
#include "cli/decks/import_plan.hpp"
#include "cli/decks/problem_text.hpp"
#include "cli/program/json_out.hpp"

namespace ebb {
namespace {

const char* kind_name(PlannedChange::Kind kind) {
  switch (kind) {
    case PlannedChange::Kind::added:
      return "added";
    case PlannedChange::Kind::edited:
      return "edited";
    case PlannedChange::Kind::kept:
      return "kept";
    case PlannedChange::Kind::moved:
      return "moved";
    case PlannedChange::Kind::gone:
      return "gone";
    case PlannedChange::Kind::ambiguous:
      return "ambiguous";
    case PlannedChange::Kind::back:
      return "back";
  }
  return "";
}

std::string change_json(const PlannedChange& change) {
  JsonObject object;
  object.text("kind", kind_name(change.kind))
      .text_or_null("id", change.id)
      .text("deck", change.deck)
      .text("question", change.question)
      .text("answer", change.answer)
      .text_or_null("old_question", change.old_question)
      .text_or_null("old_answer", change.old_answer);
  if (change.likeness > 0) {
    object.number("likeness", change.likeness);
  } else {
    object.null("likeness");
  }
  return object.str();
}

std::string file_json(const ImportOutcome& outcome) {
  std::vector<std::string> changes;
  for (const PlannedChange& change : outcome.plan.changes) changes.push_back(change_json(change));
  JsonObject object = reading_json(outcome.file, outcome.report);
  object.number("entries", outcome.plan.entries)
      .number("repeats", outcome.plan.repeats)
      .number("cards", outcome.plan.cards)
      .number("schedules", outcome.plan.schedules)
      .number("answers", outcome.plan.answers)
      .number("media", outcome.plan.media)
      .flag("gone_kept", outcome.gone_kept)
      .flag("applied", outcome.applied)
      .text_or_null("batch", outcome.plan.batch)
      .text_or_null("backup", outcome.backup)
      .raw("changes", json_array(changes));
  return object.str();
}

}  // namespace

std::string plans_json(const std::vector<ImportOutcome>& outcomes, const std::vector<Problem>& unread, bool applied) {
  ImportPlan sum;
  std::vector<Problem> problems = unread;
  std::vector<std::string> files;
  for (const ImportOutcome& outcome : outcomes) {
    sum.added += outcome.plan.added;
    sum.edited += outcome.plan.edited;
    sum.same += outcome.plan.same;
    sum.moved += outcome.plan.moved;
    sum.gone += outcome.plan.gone;
    sum.ambiguous += outcome.plan.ambiguous;
    problems.insert(problems.end(), outcome.problems.begin(), outcome.problems.end());
    files.push_back(file_json(outcome));
  }
  return json_result()
      .number("added", sum.added)
      .number("edited", sum.edited)
      .number("same", sum.same)
      .number("moved", sum.moved)
      .number("gone", sum.gone)
      .number("ambiguous", sum.ambiguous)
      .raw("problems", problems_json(problems))
      .flag("applied", applied)
      .raw("files", json_array(files))
      .str();
}

}  // namespace ebb
