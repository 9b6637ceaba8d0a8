// Builds the events of the protocol.
#include "cli/review/protocol_events.hpp"

#include "cli/cards/card_json.hpp"
#include "cli/review/grade_keys.hpp"
#include "cli/review/review_faces.hpp"
#include "ebb/core/words.hpp"

namespace ebb {
namespace {

JsonObject event(std::string_view name) {
  return json_result().text("event", name);
}

std::string_view kind_name(QueuedCard::Kind kind) {
  switch (kind) {
    case QueuedCard::Kind::due:
      return "due";
    case QueuedCard::Kind::fresh:
      return "new";
    case QueuedCard::Kind::drill:
      return "drill";
  }
  return "";
}

std::string_view step_name(Step step) {
  switch (step) {
    case Step::graded:
      return "grade";
    case Step::skipped:
      return "skip";
    case Step::buried:
      return "bury";
    case Step::suspended:
      return "suspend";
    case Step::marked:
      return "mark";
    case Step::rested:
      return "rest";
    case Step::deleted:
      return "delete";
    case Step::edited:
      return "edit";
  }
  return "";
}

// A change that is on the disk. Members of other changes are null.
JsonObject saved(std::string_view what, std::string_view entry, std::string_view card) {
  return event("saved").text("what", what).text_or_null("entry", entry).text("card", card);
}

}  // namespace

JsonObject question_event(const Study& study, const CardAsker& asker) {
  const CardView& card = *study.card();
  const Progress progress = study.progress();
  return event("question")
      .text("card", card.id)
      .text("deck", card.deck)
      .raw("tags", json_texts(card.tags))
      .text("question", asker.prompt().question)
      .text("kind", kind_name(study.kind()))
      .flag("marked", card.marked)
      .number("number", progress.shown)
      .number("total", progress.total)
      .number("left", progress.left)
      .number("drilling", progress.drilling)
      .number("deferred", study.deferred())
      .number("done_today", study.resumed() ? study.resumed()->done : 0)
      .flag("typed", asker.typing())
      .raw("options", asker.prompt().options.empty() ? "null" : json_texts(asker.prompt().options))
      .number("hints", static_cast<int>(asker.prompt().hints.size()));
}

JsonObject answer_event(const Study& study, const CardAsker& asker, int grades) {
  const CardView& card = *study.card();
  const Outlook outlook = study.outlook();
  std::vector<std::string> futures;
  for (const GradeKey& key : grade_keys(grades))
    futures.push_back(future_json(key, outlook[static_cast<std::size_t>(key.quality)], study.today().day).str());
  const Prompt& prompt = asker.prompt();
  JsonObject object = event("answer");
  object.text("card", card.id).text("answer", card.answer).text_or_null("notes", prompt.notes).text_or_null("source", prompt.source);
  prompt.right > 0 ? object.number("right", prompt.right) : object.null("right");
  return object.raw("grades", json_array(futures));
}

JsonObject verdict_event(const CardView& card, const CardAsker& asker, const Verdict& verdict) {
  JsonObject object = event("verdict");
  object.text("card", card.id);
  const bool typed = asker.chosen() == 0;
  typed ? object.null("chosen") : object.number("chosen", asker.chosen());
  typed ? object.text("typed", verdict.typed).text("expected", verdict.expected).text("difference", verdict.difference)
        : object.null("typed").null("expected").null("difference");
  return object.flag("right", verdict.right)
      .flag("exact", verdict.exact)
      .number("grade", static_cast<int>(grade_of(verdict.proposed)))
      .number("quality", static_cast<int>(verdict.proposed));
}

JsonObject hint_event(const CardView& card, const CardAsker& asker, const std::string& hint) {
  return event("hint").text("card", card.id).text("hint", hint).number("shown", asker.hints_shown()).number("hints", static_cast<int>(asker.prompt().hints.size()));
}

JsonObject saved_event(const Study& study, const Saved& answer) {
  JsonObject object = saved("grade", answer.entry, answer.card);
  object.number("grade", static_cast<int>(grade_of(answer.quality)))
      .number("quality", static_cast<int>(answer.quality));
  add_day(object, "due", answer.after.due);
  return object.number("interval", answer.after.interval)
      .flag("again_today", drills_on(answer.after, study.today().day))
      .null("marked")
      .flag("leech", answer.leech)
      .number("left", study.progress().left);
}

namespace {

JsonObject without_grade(JsonObject object, std::optional<bool> marked, int left) {
  object.null("grade").null("quality").null("due").null("interval").null("again_today");
  marked ? object.flag("marked", *marked) : object.null("marked");
  object.null("leech");
  return object.number("left", left);
}

}  // namespace

JsonObject changed_event(const Study& study, std::string_view what, const std::string& card) {
  return without_grade(saved(what, "", card), {}, study.progress().left);
}

JsonObject marked_event(const Study& study, bool marked) {
  return without_grade(saved("mark", "", study.card()->id), marked, study.progress().left);
}

JsonObject undone_event(const Study& study, const Undone& undone, bool redone) {
  return event("undone")
      .text("what", step_name(undone.step))
      .text_or_null("entry", undone.entry)
      .text("card", undone.card)
      .flag("redone", redone)
      .number("left", study.progress().left);
}

JsonObject problem_event(std::string_view what) {
  return event("problem").text("what", what);
}

JsonObject why_event(const Study& study) {
  JsonObject object = event("why");
  add_why(object, study.collection(), *study.card(), study.today());
  return object;
}

JsonObject summary_event(Study& study, const std::string& idle) {
  const SessionSummary summary = study.summary();
  std::vector<std::string> hardest;
  for (const auto& hard : summary.hardest)
    hardest.push_back(
        JsonObject().text("card", public_id(study.collection(), hard.card)).number("below_good", hard.agains).str());
  std::vector<std::string> marked;
  for (const CardId card : summary.marked)
    if (const auto view = find_card(study.collection(), card, study.today()); view && view->marked)
      marked.push_back(JsonObject().text("card", view->id).text_or_null("note", view->mark_note).str());
  const Tomorrow next = tomorrow(study);
  JsonObject object = event("summary");
  object.number("cards", summary.cards).number("answers", summary.answers).number("right_first", summary.right_first);
  summary.cards > 0 ? object.number("right_first_percent", 100.0 * summary.right_first / summary.cards)
                    : object.null("right_first_percent");
  return object.number("drilled", summary.drilled)
      .number("new", summary.fresh)
      .number("time_ms", summary.took_ms)
      .raw("hardest", json_array(hardest))
      .raw("marked", json_array(marked))
      .number("left", study.progress().left)
      .number("tomorrow", next.cards)
      .text_or_null("message", idle);
}

}  // namespace ebb
