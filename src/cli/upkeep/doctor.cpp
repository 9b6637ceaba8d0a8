// ebb doctor: what was proved of the collection, what was found, and the repair of its caches.
#include "ebb/store/doctor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/program/looks.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "cli/upkeep/doctor_advice.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {{"--fix", "", "rebuild the caches from the log; the log is never touched"}};

JsonObject diagnosis_json(const Diagnosis& diagnosis, bool fixed, const std::string& backup) {
  std::vector<std::string> findings;
  for (const Finding& finding : diagnosis.findings)
    findings.push_back(JsonObject().flag("damage", finding.damage).text("what", finding.what).str());
  return json_result()
      .flag("damaged", diagnosis.damaged())
      .flag("fixed", fixed)
      .raw("proved", json_texts(diagnosis.proved))
      .raw("findings", json_array(findings))
      .text_or_null("backup", backup);
}

// SQLite's check of a broken file has a line for each page: a few of them say enough.
std::string first_lines(const std::string& text, bool all) {
  constexpr int most = 4;
  std::size_t end = 0;
  for (int line = 0; line < most && end != std::string::npos; ++line) end = text.find('\n', end + (line > 0 ? 1 : 0));
  if (all || end == std::string::npos) return text;
  const auto more = std::count(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), '\n');
  return fmt::format("{} … {} (-v)", text.substr(0, end), counted(more, "more line"));
}

// With -q only what was found.
void print_diagnosis(const World& world, const Diagnosis& diagnosis) {
  const Looks looks = looks_of(world);
  for (const std::string& line : diagnosis.proved)
    if (!world.globals.quiet) std::cout << looks.dim("ok      ") << looks.drawn(one_line(line)) << '\n';
  for (const Finding& finding : diagnosis.findings)
    std::cout << (finding.damage ? looks.bold("damage  ") : "note    ")
              << looks.drawn(one_line(first_lines(world.placed(finding.what), world.globals.verbose))) << '\n';
}

// One look at the whole. What keeps it from being finished is the finding.
Diagnosis examined(Collection& collection, const Today& today) {
  try {
    return diagnose(collection, today);
  } catch (const Error& error) {
    const auto finding = as_damage(error.what(), true);
    if (!finding) throw;
    return {{}, {*finding}};
  }
}

// What was wrong, and what still is after a repair, if one was asked for.
struct Examination {
  Diagnosis now;
  bool was_damaged = false;
  bool opened = false;
};

void repair(const World& world, Collection& collection, Examination& result) {
  if (!world.globals.json) print_diagnosis(world, result.now);
  try {
    rebuild(collection, world.today());
  } catch (const Error& error) {
    const auto finding = as_damage(error.what(), true);
    if (!finding) throw;
    result.now = {{}, {{true, "the caches cannot be rebuilt: " + finding->what}}};
    return;
  }
  world.say("Rebuilt the caches from the log. Checking again.");
  result.now = examined(collection, world.today());
  world.remember(collection);
}

// The log is folded anew inside a transaction that is given up: that needs the right to write, and changes nothing.
Examination examine(const World& world, bool fix) {
  Examination result;
  try {
    Collection collection = world.open(Purpose::write);
    result.opened = true;
    result.now = examined(collection, world.today());
    result.was_damaged = result.now.damaged();
    if (fix && result.was_damaged && can_be_rebuilt(result.now)) backup_before(world, "fix");
    if (fix) repair(world, collection, result);
    if (result.now.damaged()) return result;
    if (std::string note = backup_age_note(world); !note.empty()) result.now.findings.push_back({false, std::move(note)});
  } catch (const Error& error) {
    const auto finding = as_damage(error.what(), false);
    if (!finding) throw;
    result.now.findings.push_back(*finding);
  }
  return result;
}

void advise(const World& world, const Examination& result, bool fix) {
  if (can_be_rebuilt(result.now) && !fix) return world.say("To rebuild the caches from the log: ebb doctor --fix");
  for (const std::string& line : rescue_lines(world, result.opened)) world.say(line);
}

int run(const World& world, const Arguments& arguments) {
  const bool fix = arguments.has("--fix");
  const Examination result = examine(world, fix);
  const bool damaged = result.now.damaged();
  if (world.globals.json)
    print_json(diagnosis_json(result.now, fix && result.was_damaged && !damaged, damaged ? newest_backup(world) : ""));
  else
    print_diagnosis(world, result.now);
  std::fflush(stdout);
  if (!damaged) return 0;
  advise(world, result, fix);
  return static_cast<int>(Exit::no);
}

}  // namespace

const Command doctor_command{"doctor",
                             "",
                             "",
                             "prove that the collection is whole",
                             "ebb doctor          what was proved and what was found; changes nothing\n"
                             "ebb doctor --fix    rebuild everything that is made from the log",
                             options,
                             run};

}  // namespace ebb
