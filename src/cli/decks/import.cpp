// ebb import: deck files in, each as a plan and then as one transaction.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/config/configuration.hpp"
#include "cli/decks/import_plan.hpp"
#include "cli/decks/imported_files.hpp"
#include "cli/decks/problem_text.hpp"
#include "cli/decks/reading.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/looks.hpp"
#include "cli/program/place.hpp"
#include "cli/program/shell_words.hpp"
#include "cli/program/suggest.hpp"
#include "cli/program/wrapped.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--dry-run", "", "show the plan and change nothing"},
    into_deck_option,
    format_option,
    columns_option,
    front_key_option,
    back_key_option,
    {"--on-gone", "WHAT", "cards no longer in the file: orphan (the default: they stay in review), keep, or delete"},
    {"--strict", "", "any problem in a file: nothing is changed"},
};

OnGone on_gone_asked(const World& world, const Arguments& arguments) {
  const std::string name = world.config().with(arguments).text("import.on_gone");
  if (name == "keep") return OnGone::keep;
  return name == "delete" ? OnGone::remove : OnGone::orphan;
}

std::string command_without_dry_run(const World& world, const Arguments& arguments) {
  std::string command = world.ebb() + " import";
  for (const Arguments::Given& one : arguments.given) {
    if (one.name == "--dry-run" || one.name == "--verbose" || one.name == "--db" || one.name == "-C") continue;
    command += ' ' + one.name;
    if (!one.value.empty()) command += ' ' + shell_word(one.value);
  }
  for (const std::string& word : arguments.words) command += ' ' + shell_word(word);
  if (arguments.words.empty()) command += " --yes";
  return one_line(command);
}

// One run of the command over all of its files.
class Run {
 public:
  Run(const World& world, const ImportRequest& request, Collection& collection)
      : world_(world), request_(request), collection_(collection) {}

  // A file that cannot be read does not keep the others from being read.
  void file(ByteSource& source, const ReadOptions& read) {
    request_.read = read;
    try {
      const ImportOutcome& outcome = outcomes_.emplace_back(read_or_ask(source));
      if (!outcome.plan.batch.empty()) request_.batch = outcome.plan.batch;
      request_.backed_up = request_.backed_up || outcome.applied;
      if (outcome.applied && outcome.file != "-") applied_files_.push_back({absolute_path(outcome.file), read});
      show(outcome);
      if (outcome.report.taken == 0 && !outcome.report.full) {
        if (outcome.problems.empty()) unread_.push_back(file_problem(outcome.file, "nothing parsed"));
        tell_failure(outcome.file + ": nothing parsed.");
      } else if (request_.strict && !outcome.problems.empty()) {
        const auto count = static_cast<std::int64_t>(outcome.problems.size());
        tell_failure(fmt::format("{}: {}, and --strict was given. Nothing was changed.", outcome.file,
                                 counted(count, "problem")));
      }
    } catch (const Error& error) {
      if (error.exit() != Exit::input) throw;
      unread_.push_back(file_problem(source.name(), error.what()));
      tell_failure(error.what());
    }
  }

  const std::vector<ImportedFile>& applied_files() const { return applied_files_; }

  int finish(const Arguments& arguments) const {
    if (world_.globals.json) {
      fmt::print("{}\n",
                 plans_json(outcomes_, unread_, !request_.dry_run && !failed_ && applied() == outcomes_.size()));
    } else if (request_.dry_run) {
      if (!failed_ && !world_.globals.quiet)
        fmt::print("\nNothing was changed. Apply with: {}\n", command_without_dry_run(world_, arguments));
    } else if (applied() > 0 && !world_.globals.quiet) {
      print_next();
    }
    return static_cast<int>(failed_ ? Exit::input : Exit::done);
  }

 private:
  // A layout that can be read in more than one way is asked about; without a terminal the answer is no. --yes is no
  // answer to it: that says "go on", not which reading is right.
  ImportOutcome read_or_ask(ByteSource& source) {
    try {
      return import_source(world_, collection_, source, request_);
    } catch (const AmbiguousLayout& layout) {
      if (world_.globals.yes || !world_.ask(std::string(layout.what()) + " " + layout.question())) throw;
      ImportRequest request = request_;
      request.read.format = layout.format();
      source.rewind();
      return import_source(world_, collection_, source, request);
    }
  }

  void show(const ImportOutcome& outcome) const {
    if (world_.globals.quiet && !world_.globals.json) {
      for (const Problem& problem : outcome.problems) fmt::print("{}\n", problem_text(problem));
    } else if (!world_.globals.json) {
      fmt::print("{}{}", outcomes_.size() > 1 ? "\n" : "",
                 wrapped(plan_text(outcome, {world_.globals.verbose, request_.dry_run}), looks_of(world_).width));
    }
    std::fflush(stdout);
    if (!outcome.backup.empty() && (outcome.plan.entries > 0 || world_.globals.verbose)) world_.say("Before this a backup was made: " + one_line(outcome.backup));
    if (outcome.gone_kept)
      world_.say(fmt::format(
          "{} of {} {}. To let {} go: --yes", with_commas(outcome.plan.gone), counted(outcome.plan.gone_of, "card"),
          outcome.plan.gone == 1 ? "is gone from the file, more than a fifth: it was left as it is"
                                 : "are gone from the file, more than a fifth: they were left as they are",
          outcome.plan.gone == 1 ? "it" : "them"));
    if (request_.dry_run && request_.on_gone != OnGone::keep && too_many_gone(outcome.plan))
      world_.say("More than a fifth is gone from the file: applying this will ask first.");
  }

  void tell_failure(const std::string& text) {
    std::fflush(stdout);
    fmt::print(stderr, "ebb: {}\n", screen_text(text));
    failed_ = true;
  }

  std::size_t applied() const {
    return static_cast<std::size_t>(
        std::count_if(outcomes_.begin(), outcomes_.end(), [](const auto& outcome) { return outcome.applied; }));
  }

  void print_next() const {
    std::set<std::string> batches;  // one for all files, unless another program wrote in between
    for (const ImportOutcome& outcome : outcomes_)
      if (!outcome.plan.batch.empty()) batches.insert(outcome.plan.batch);
    if (batches.size() == 1) fmt::print("\nTake it back with: {} undo", world_.ebb());
    if (batches.size() > 1) fmt::print("\nTake them back with: {} undo {}", world_.ebb(), batches.size());
    fmt::print("\nNext: {} review\n", world_.ebb());
  }

  const World& world_;
  ImportRequest request_;
  Collection& collection_;
  std::vector<ImportOutcome> outcomes_;
  std::vector<Problem> unread_;
  std::vector<ImportedFile> applied_files_;
  bool failed_ = false;
};

// A file to read, and how.
struct Job {
  std::unique_ptr<ByteSource> source;
  ReadOptions read;
};

// Under --strict all files are looked at before any is applied.
bool any_problem(const World& world, Collection& collection, ImportRequest request, const std::vector<Job>& jobs) {
  request.dry_run = true;
  bool found = false;
  for (const Job& job : jobs) {
    request.read = job.read;
    found = found || !import_source(world, collection, *job.source, request).problems.empty();
    job.source->rewind();
  }
  return found;
}

// All are opened before any is read: with one that is not there nothing is done.
std::vector<Job> jobs_asked(const World& world, const Arguments& arguments) {
  std::vector<ImportedFile> files;
  if (arguments.words.empty()) {
    files = imported_files(world.collection_path());
    std::erase_if(files, [&](const ImportedFile& file) {
      const bool gone = !exists(file.path);
      if (gone) world.say(one_line(file.path) + " was imported before, and is no longer there.");
      return gone;
    });
  }
  if (files.empty())
    for (const std::string& file : deck_files(arguments.words, "import")) files.push_back({file, read_options(arguments)});
  std::vector<Job> jobs;
  for (const ImportedFile& file : files) {
    tell_typing(world, file.path);
    try {
      jobs.push_back({open_source(file.path), file.read});
    } catch (const Error& error) {
      if (world.globals.json) fmt::print("{}\n", plans_json({}, {file_problem(file.path, error.what())}, false));
      throw;
    }
  }
  return jobs;
}

int run_import(const World& world, const Arguments& arguments) {
  ImportRequest request;
  request.on_gone = on_gone_asked(world, arguments);
  // Without a path it is only a plan, until --yes says that it is right.
  request.dry_run = arguments.has("--dry-run") || (arguments.words.empty() && !world.globals.yes);
  request.strict = arguments.has("--strict");
  const std::vector<Job> jobs = jobs_asked(world, arguments);  // opened before the collection is made

  request.fresh = !world.has_collection();
  Collection collection = !request.dry_run ? world.open(Purpose::create)
                          : request.fresh  ? empty_collection(world)
                                           : world.open(Purpose::write);
  if (request.strict && jobs.size() > 1) request.dry_run |= any_problem(world, collection, request, jobs);
  Run run(world, request, collection);
  const auto remember = [&] {
    if (request.dry_run) return;
    world.remember(collection);
    remember_imported(world.collection_path(), run.applied_files());
  };
  try {
    for (const Job& job : jobs) run.file(*job.source, job.read);
  } catch (const Error&) {
    if (!run.applied_files().empty()) remember();  // those before it stay imported
    throw;
  }
  remember();
  return run.finish(arguments);
}

}  // namespace

const Command import_command{
    .name = "import",
    .aliases = "",
    .usage = "[PATH…|-]",
    .summary = "read deck files: new cards come in, edited ones keep their history",
    .examples =
        "ebb import deck.json\n"
        "ebb import deck.csv --dry-run  show what it would do\n"
        "ebb import words.tsv --columns q,a,tags -d es::verbs\n"
        "curl … | ebb import -  from a pipe\n"
        "ebb import  every file again that was imported before, as a plan\n",
    .options = options,
    .run = run_import,
};

}  // namespace ebb
