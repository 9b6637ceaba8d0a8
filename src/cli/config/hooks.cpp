// ebb hooks: the commands that run when something happens; trying them, and running the one for cron.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/config/configuration.hpp"
#include "cli/config/hook_run.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/program/suggest.hpp"
#include "cli/review/nothing_due.hpp"
#include "cli/review/sittings.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

const Hook& hook_called(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Hook& hook : hooks()) {
    if (hook.name == name) return hook;
    names.push_back(hook.name);
  }
  throw Error(Exit::usage, fmt::format("There is no hook `{}`.{} There are: {}.", one_line(name), did_you_mean(name, names),
                                       fmt::join(names, ", ")));
}

void print_hooks(const World& world) {
  std::vector<std::string> list;
  for (const Hook& hook : hooks()) {
    const Configured set = world.config().find(hook.key);
    const std::string command = set.values.empty() ? "" : set.values.front();
    list.push_back(JsonObject().text("hook", hook.name).text("when", hook.when).text_or_null("command", command)
                       .text_or_null("origin", command.empty() ? "" : set.origin).str());
    if (world.globals.json) continue;
    std::cout << fmt::format("{:<12} {}\n             {}\n", hook.name, hook.when,
                             command.empty() ? fmt::format("not set: {} config set {} COMMAND", world.ebb(), hook.key)
                                             : one_line(command));
  }
  if (world.globals.json) print_json(json_result().raw("hooks", json_array(list)));
}

Counts counts_now(const World& world) {
  auto collection = open_if_any(world, Purpose::read);
  return collection ? counts(*collection, {}, world.today(), day_rules(world.config())) : Counts{};
}

int finished(const World& world, const Hook& hook, const std::optional<int>& code) {
  if (!code)
    throw Error(Exit::usage, fmt::format("The hook {0} is not set. Set it: {1} config set {2} COMMAND", hook.name, world.ebb(),
                                         hook.key));
  return *code == 0 ? 0 : static_cast<int>(Exit::no);
}

// With the numbers of now, and a sitting that might have been.
int test(const World& world, const Hook& hook) {
  SessionSummary made_up;
  made_up.cards = 12, made_up.answers = 14, made_up.right_first = 10, made_up.drilled = 2, made_up.fresh = 3;
  made_up.took_ms = 400000;
  const bool session = hook.name == "session_end";
  const std::string json = hook_json(world, hook.name, counts_now(world), session ? &made_up : nullptr);
  if (world.config().text(hook.key).empty()) std::cout << json << '\n';
  return finished(world, hook, run_hook(world, hook.name, json));
}

// Quiet and 1 when nothing is due: what a timer runs every hour must not talk.
int run_due(const World& world) {
  const Counts now = counts_now(world);
  if (now.due + now.drill + now.fresh == 0) return static_cast<int>(Exit::no);
  return finished(world, hook_called("due"), run_hook(world, "due", hook_json(world, "due", now, nullptr)));
}

int run(const World& world, const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words;
  if (words.empty() || (words.size() == 1 && words[0] == "list")) {
    print_hooks(world);
    return 0;
  }
  if (words.size() == 2 && words[0] == "test") return test(world, hook_called(words[1]));
  if (words.size() == 2 && words[0] == "run" && words[1] == "due") return run_due(world);
  throw Error(Exit::usage, fmt::format("hooks knows: list, test NAME, run due; not \"{}\".", one_line(words[0])));
}

}  // namespace

const Command hooks_command{"hooks",
                            "",
                            "[list|test NAME|run due]",
                            "commands of yours that run after a review, or when something is due",
                            "ebb hooks                            which there are, and what they run\n"
                            "ebb config set hooks.session_end 'notify-send \"ebb\" \"$(jq -r .session.cards) cards done\"'\n"
                            "ebb hooks test session_end           runs it now; it reads JSON on its standard input\n"
                            "ebb hooks run due                    for cron or a timer: runs hooks.due if something is due",
                            {},
                            run};

}  // namespace ebb
