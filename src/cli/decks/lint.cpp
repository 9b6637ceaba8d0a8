// ebb lint: cards that are hard to learn, or none. Exit 1 if there are any.
#include <fmt/format.h>

#include "cli/decks/lint_rules.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {deck_option};

void print_findings(const std::vector<LintFinding>& findings) {
  for (const LintFinding& finding : findings)
    fmt::print("{}  {}\n  {}: {}\n", finding.card, cut(one_line(finding.question), 60, true), finding.rule, finding.what);
}

int run(const World& world, const Arguments& arguments) {
  const CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  Collection collection = world.open(Purpose::read);
  LintRules rules;
  std::int64_t cards = 0;
  for_each_card(collection, filter, world.today(), [&](const CardView& card) {
    rules.look_at(card);
    ++cards;
    return true;
  });
  const std::vector<LintFinding> findings = rules.findings();
  if (world.globals.json) {
    std::vector<std::string> objects;
    for (const LintFinding& finding : findings)
      objects.push_back(
          JsonObject().text("card", finding.card).text("question", finding.question).text("rule", finding.rule).text("what", finding.what).str());
    print_json(json_result().number("cards", cards).raw("findings", json_array(objects)));
  } else {
    print_findings(findings);
    world.say(fmt::format("{} looked at, {}.", counted(cards, "card"),
                          findings.empty() ? "nothing found" : counted(static_cast<std::int64_t>(findings.size()), "finding")));
  }
  return static_cast<int>(findings.empty() ? Exit::done : Exit::no);
}

}  // namespace

const Command lint_command{"lint",
                           "",
                           "[FILTER…]",
                           "cards that are hard to learn: long or empty answers, questions asked twice, lost clozes",
                           "ebb lint\n"
                           "ebb lint deck:es   one deck\n"
                           "ebb lint --json    for programs",
                           options,
                           run};

}  // namespace ebb
