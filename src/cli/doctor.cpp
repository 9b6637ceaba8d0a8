// ebb doctor: what was proved of the collection, what was found, and the repair of its caches.
#include "ebb/store/doctor.hpp"

#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/json_out.hpp"
#include "cli/looks.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {{"--fix", "", "rebuild the caches from the log; the log is never touched"}};

JsonObject diagnosis_json(const Diagnosis& diagnosis, bool fixed) {
  std::vector<std::string> findings;
  for (const Finding& finding : diagnosis.findings)
    findings.push_back(JsonObject().flag("damage", finding.damage).text("what", finding.what).str());
  return json_result()
      .flag("damaged", diagnosis.damaged())
      .flag("fixed", fixed)
      .raw("proved", json_texts(diagnosis.proved))
      .raw("findings", json_array(findings));
}

// With -q only what was found.
void print_diagnosis(const World& world, const Diagnosis& diagnosis) {
  const Looks looks = looks_of(world);
  for (const std::string& line : diagnosis.proved)
    if (!world.globals.quiet) std::cout << looks.dim("ok      ") << looks.drawn(one_line(line)) << '\n';
  for (const Finding& finding : diagnosis.findings)
    std::cout << (finding.damage ? looks.bold("damage  ") : "note    ") << looks.drawn(one_line(finding.what)) << '\n';
}

int run(const World& world, const Arguments& arguments) {
  const bool fix = arguments.has("--fix");
  // The log is folded anew inside a transaction that is given up: that needs the right to write, and changes nothing.
  Collection collection = world.open(Purpose::write);
  Diagnosis diagnosis = diagnose(collection, world.today());
  const bool was_damaged = diagnosis.damaged();
  if (fix) {
    if (!world.globals.json) print_diagnosis(world, diagnosis);
    rebuild(collection, world.today());
    world.say("Rebuilt the caches from the log. Checking again.");
    diagnosis = diagnose(collection, world.today());
    world.remember(collection);
  }
  if (world.globals.json)
    print_json(diagnosis_json(diagnosis, fix && was_damaged && !diagnosis.damaged()));
  else
    print_diagnosis(world, diagnosis);
  if (!diagnosis.damaged()) return 0;
  world.say(fix ? "Rebuilding did not mend it. Restore a backup, or export what can be read: ebb export --full -o FILE"
                : "To rebuild the caches from the log: ebb doctor --fix");
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
