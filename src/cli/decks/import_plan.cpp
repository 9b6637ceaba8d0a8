// A plan as a diff: + new, ~ edited, = same, > moved, - gone, ? for the user to decide, ! problems.
#include "cli/decks/import_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/decks/change_text.hpp"
#include "cli/decks/problem_text.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

using Kind = PlannedChange::Kind;

// One line of counts with the lines under it.
struct Row {
  char mark = ' ';
  std::int64_t count = 0;
  std::string text;
  std::vector<std::string> details;
  std::size_t shown = 3;  // details without -v
};

std::vector<std::string> details_of(const ImportOutcome& outcome, Kind kind) {
  std::vector<std::string> lines;
  for (const PlannedChange& change : outcome.plan.changes)
    if (change.kind == kind) lines.push_back(change_text(change));
  return lines;
}

std::int64_t count_of(const ImportPlan& plan, Kind kind) {
  return std::count_if(plan.changes.begin(), plan.changes.end(),
                       [&](const auto& change) { return change.kind == kind; });
}

std::string gone_text(OnGone on_gone) {
  switch (on_gone) {
    case OnGone::keep:
      return "gone from the file; left as they are";
    case OnGone::remove:
      return "gone from the file; deleted";
    case OnGone::orphan:
      break;
  }
  return "gone from the file; they stay in review (is:orphan)";
}

// `new: 545 cards, 300 of them with the schedule that they had`.
std::string new_text(const ImportPlan& plan) {
  std::string text = "new";
  if (plan.cards > plan.added) text += ": " + counted(plan.cards, "card");
  if (plan.schedules > 0)
    text += fmt::format(", {} with the schedule that {} had", with_commas(plan.schedules),
                        plan.schedules == 1 ? "it" : "they");
  return text;
}

std::vector<std::string> problem_lines(const ImportOutcome& outcome, bool left_out) {
  std::vector<std::string> lines;
  for (const Problem& problem : outcome.problems)
    if (problem.left_out == left_out) lines.push_back(problem_text(problem) + "\n");
  return lines;
}

std::vector<Row> rows_of(const ImportOutcome& outcome, const PlanShown& shown) {
  const ImportPlan& plan = outcome.plan;
  const std::int64_t kept = count_of(plan, Kind::kept), back = count_of(plan, Kind::back);
  const auto left_out = problem_lines(outcome, true), warnings = problem_lines(outcome, false);
  const auto size = [](const auto& lines) { return static_cast<std::int64_t>(lines.size()); };
  std::vector<Row> rows{
      {'+', plan.entries, "entries of the log that were not here", {}, 0},
      {'+', plan.added, new_text(plan), details_of(outcome, Kind::added), shown.new_cards ? std::size_t{3} : std::size_t{0}},
      {'+', plan.answers, "answers given before", {}, 0},
      {'+', plan.media, "pictures and sounds", {}, 0},
      {'~', plan.edited, "edited, history kept", details_of(outcome, Kind::edited)},
      {'=', plan.same, "unchanged", {}, 0},
      {'>', plan.moved, "moved to another deck", details_of(outcome, Kind::moved)},
      {'>', back, "back in the file", details_of(outcome, Kind::back)},
      {'-', plan.gone, gone_text(outcome.on_gone), details_of(outcome, Kind::gone)},
      {'?', kept, "changed both here and in the file; yours is kept", details_of(outcome, Kind::kept)},
      {'?', count_of(plan, Kind::ambiguous), "close to more than one card; kept as new",
       details_of(outcome, Kind::ambiguous)},
      {'!', size(left_out), "left out", left_out, 5},
      {'!', size(warnings), "taken with a warning", warnings, 5},
  };
  std::erase_if(rows, [](const Row& row) { return row.count == 0; });
  return rows;
}

void add_details(std::string& out, const Row& row, bool all) {
  const std::size_t shown = all ? row.details.size() : std::min(row.shown, row.details.size());
  for (std::size_t i = 0; i < shown; ++i) {
    std::string_view rest = row.details[i];
    for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1))
      out += fmt::format("     {}\n", rest.substr(0, end));
  }
  if (shown == 0) return;
  const std::size_t known = row.details.size() - shown, more = static_cast<std::size_t>(row.count) - shown;
  if (more > 0)
    out += fmt::format("     … {} more{}\n", with_commas(static_cast<std::int64_t>(more)), known > 0 ? " (-v)" : "");
}

}  // namespace

std::string plan_text(const ImportOutcome& outcome, const PlanShown& shown) {
  std::string out = fmt::format("{}: {}\n", one_line(outcome.file), one_line(outcome.report.shape));
  for (const auto& lines : {outcome.report.told, outcome.plan.told})
    for (const std::string& line : lines) out += fmt::format("  {}\n", one_line(line));
  out += '\n';
  const std::vector<Row> rows = rows_of(outcome, shown);
  std::size_t width = 0;
  for (const Row& row : rows) width = std::max(width, with_commas(row.count).size());
  for (const Row& row : rows) {
    out += fmt::format(" {} {:>{}} {}\n", row.mark, with_commas(row.count), width, row.text);
    add_details(out, row, shown.all);
  }
  if (rows.empty()) out += " nothing to do\n";
  return out;
}

}  // namespace ebb
