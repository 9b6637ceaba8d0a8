// The steps of one import. What has to be asked is asked between two passes, with the collection unlocked.
#include "cli/decks/importing.hpp"

#include <fmt/format.h>

#include "cli/decks/header_hint.hpp"
#include "cli/decks/reading.hpp"
#include "cli/decks/scheduler_hint.hpp"
#include "cli/program/progress_bar.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "ebb/core/words.hpp"
#include "ebb/schedule/schedulers.hpp"
#include "ebb/system/interrupt.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

// What still stands between a plan and its commit.
enum class Need { nothing, answer, backup, never };

bool changes(const ImportPlan& plan) {
  return plan.entries + plan.added + plan.edited + plan.moved + plan.gone > 0;
}

struct Pass {
  OnGone on_gone = OnGone::orphan;
  bool answered = false;
  bool backed_up = false;
};

Need need_of(const ImportOutcome& outcome, const ImportRequest& request, const Pass& pass) {
  if (request.dry_run || (request.strict && !outcome.problems.empty())) return Need::never;
  if (outcome.report.taken == 0 && !outcome.report.full) return Need::never;
  if (!pass.answered && pass.on_gone != OnGone::keep && too_many_gone(outcome.plan)) return Need::answer;
  if (changes(outcome.plan) && !request.fresh && !request.backed_up && !pass.backed_up) return Need::backup;
  return Need::nothing;
}

Need run_pass(const World& world, Collection& collection, ByteSource& source, const ImportRequest& request,
              const Pass& pass, ImportOutcome& outcome) {
  const Interruptible until_done;
  Importer importer(collection, world.today(), pass.on_gone);
  ProgressBar bar(world.err_terminal && !world.globals.quiet, source.name());
  if (!request.batch.empty()) importer.go_on(request.batch);
  importer.write_media = !request.dry_run;
  importer.on_progress = [&](std::size_t done, std::size_t total) {
    stop_if_interrupted("Stopped. Nothing of " + source.name() + " was imported.");
    bar.show(done, total);
  };
  outcome.report = read_deck(source, options_for(request.read, source.name()), importer);
  const ImportPlan& plan = importer.finish();
  outcome.plan = plan;
  outcome.problems = importer.problems();
  if (std::string hint = header_hint(outcome); !hint.empty()) outcome.report.told.push_back(std::move(hint));
  for (std::string& hint : scheduler_hints(world, collection, outcome)) outcome.plan.told.push_back(std::move(hint));
  outcome.on_gone = pass.on_gone;
  Need need = need_of(outcome, request, pass);
  // Beside a WAL others read what was there before this transaction: the copy can be made at once.
  if (need == Need::backup && collection.reads_beside_writes()) {
    outcome.backup = backup_before(world, "import");
    need = Need::nothing;
  }
  if (need != Need::nothing) return need;
  importer.commit();
  outcome.plan.batch = plan.batch;
  outcome.applied = true;
  return need;
}

std::string gone_question(const ImportOutcome& outcome, OnGone on_gone) {
  const bool one = outcome.plan.gone == 1;
  const char* what = on_gone == OnGone::remove ? (one ? "Delete it" : "Delete them")
                     : one                     ? "Let it go (it stays in review, as an orphan)"
                                               : "Let them go (they stay in review, as orphans)";
  return fmt::format("{}: {} of {} {} no longer in the file. {}?", one_line(outcome.file),
                     with_commas(outcome.plan.gone), counted(outcome.plan.gone_of, "card"), one ? "is" : "are", what);
}

}  // namespace

bool too_many_gone(const ImportPlan& plan) {
  return plan.gone * 5 > plan.gone_of;
}

ImportOutcome import_source(const World& world, Collection& collection, ByteSource& source,
                            const ImportRequest& request) {
  ImportOutcome outcome;
  outcome.file = source.name();
  Pass pass{.on_gone = request.on_gone};
  for (;;) {
    switch (run_pass(world, collection, source, request, pass, outcome)) {
      case Need::nothing:
      case Need::never:
        return outcome;
      case Need::answer:
        pass.answered = true;
        outcome.gone_kept = !world.ask(gone_question(outcome, pass.on_gone));
        if (outcome.gone_kept) pass.on_gone = OnGone::keep;
        break;
      case Need::backup:
        outcome.backup = backup_before(world, "import");
        pass.backed_up = true;
        break;
    }
    source.rewind();
  }
}

Collection empty_collection(const World& world) {
  Location nowhere;
  nowhere.path = ":memory:";
  return Collection(nowhere, Purpose::create, make_scheduler, world.clock());
}

}  // namespace ebb
