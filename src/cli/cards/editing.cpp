// The rounds of an edit: the editor, the plan, the questions, the one transaction.
#include "cli/cards/editing.hpp"

#include <fmt/format.h>

#include <iostream>

#include "cli/cards/buffer_editor.hpp"
#include "cli/cards/chosen.hpp"
#include "cli/program/looks.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "ebb/core/words.hpp"

namespace ebb {
namespace {

class Editing {
 public:
  Editing(const World& world, Collection& collection, std::vector<NoteView> notes, const EditingOptions& options)
      : world_(world), collection_(collection), opened_(std::move(notes)), options_(options), editor_(world, "edit") {}

  EditingOutcome run() {
    const std::string text = buffer_of(opened_);
    auto saved = options_.text ? editor_.mend(*options_.text, look()) : editor_.edit(text, look());
    while (saved) {
      if (auto problems = settle(*saved); !problems.empty())
        saved = editor_.edit_again(*saved, problems, look());
      else
        return std::move(outcome_);
    }
    outcome_.end = EditingOutcome::End::kept;
    return std::move(outcome_);
  }

 private:
  BufferEditor::Look look() {
    return [this](const std::string& text) {
      outcome_.plan = plan_edit(collection_, opened_, text, opened_.empty() ? "default" : opened_.front().deck);
      return outcome_.plan.problems;
    };
  }

  // Asks, and applies the plan that was last looked at. What is returned has to be mended first.
  std::vector<BufferProblem> settle(const std::string& text) {
    EditPlan& plan = outcome_.plan;
    ask_about_taken_out(plan);
    if (plan.changes() == 0) {
      outcome_.end = EditingOutcome::End::unchanged;
      editor_.done();
      return {};
    }
    if (!world_.globals.json && !world_.globals.quiet && !options_.quiet_plan)
      std::cout << looks_of(world_).drawn(edit_plan_text(plan, world_.globals.verbose)) << std::flush;
    if (options_.dry_run) {
      outcome_.end = EditingOutcome::End::dry_run;
      options_.text ? editor_.done() : editor_.keep(text);
      return {};
    }
    try {
      ask_above_limit(world_, plan.changes(),
                      fmt::format("Change {}?", counted(static_cast<std::int64_t>(plan.changes()), "card")));
      if (are_many(plan.changes())) backup_before(world_, "change");
      auto conflicts = apply_edit(world_, collection_, plan, opened_, outcome_.made, outcome_.entry);
      if (!conflicts.empty()) return conflicts;
    } catch (...) {
      editor_.keep(text);
      throw;
    }
    world_.remember(collection_);
    outcome_.end = EditingOutcome::End::applied;
    editor_.done();
    return {};
  }

  // A block that is gone may be a slip of the editor: without a yes the cards stay.
  void ask_about_taken_out(EditPlan& plan) {
    if (plan.taken_out.empty()) return;
    const auto gone = static_cast<std::int64_t>(plan.taken_out.size());
    const std::string cards = counted(gone, "card");
    if (options_.dry_run || world_.ask(fmt::format("{} {} no longer in the text. Delete {}?", cards,
                                                   gone == 1 ? "is" : "are", gone == 1 ? "it" : "them")))
      return;
    world_.say(fmt::format("{} {} not in the text, and {} as {} {}.", cards, gone == 1 ? "was" : "were",
                           gone == 1 ? "stays" : "stay", gone == 1 ? "it" : "they", gone == 1 ? "is" : "are"));
    plan.taken_out.clear();
  }

  const World& world_;
  Collection& collection_;
  std::vector<NoteView> opened_;
  EditingOptions options_;
  BufferEditor editor_;
  EditingOutcome outcome_;
};

}  // namespace

EditingOutcome edit_notes(const World& world, Collection& collection, std::vector<NoteView> notes,
                          const EditingOptions& options) {
  return Editing(world, collection, std::move(notes), options).run();
}

std::string edit_one_note(const World& world, Collection& collection, NoteId note) {
  auto view = find_note(collection, note);
  if (!view) return {};
  EditingOptions options;
  options.quiet_plan = true;
  return edit_notes(world, collection, {std::move(*view)}, options).entry;
}

}  // namespace ebb
