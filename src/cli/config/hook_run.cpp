// A hook is a line for `sh -c` out of the user's own configuration: never out of a collection's folder.
#include "cli/config/hook_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/config/configuration.hpp"
#include "cli/review/due_json.hpp"
#include "cli/review/sittings.hpp"
#include "ebb/core/error.hpp"
#include "ebb/system/files.hpp"
#include "ebb/system/process.hpp"

namespace ebb {
namespace {

constexpr std::array<Hook, 2> all{{
    {"session_end", "hooks.session_end", "after a review in which a card was answered"},
    {"due", "hooks.due", "by ebb hooks run due, from cron or a timer, when something is due"},
}};

// A file, not a pipe: a command that reads nothing of it must not stop ebb.
class HookInput {
 public:
  explicit HookInput(const std::string& json) : folder_(make_temporary_folder("hook")) {
    write_file_atomically(path(), json + "\n");
  }
  ~HookInput() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  HookInput(const HookInput&) = delete;
  HookInput& operator=(const HookInput&) = delete;
  std::string path() const { return folder_ + "/event.json"; }

 private:
  std::string folder_;
};

std::string session_json(const SessionSummary& session) {
  return JsonObject()
      .number("cards", session.cards)
      .number("answers", session.answers)
      .number("new", session.fresh)
      .number("right_first", session.right_first)
      .number("drilled", session.drilled)
      .number("time_ms", session.took_ms)
      .str();
}

}  // namespace

std::span<const Hook> hooks() {
  return all;
}

std::string hook_json(const World& world, std::string_view hook, const Counts& counts, const SessionSummary* session) {
  JsonObject object = due_json(world, counts);
  object.text("hook", hook);
  session != nullptr ? object.raw("session", session_json(*session)) : object.null("session");
  return object.str();
}

std::optional<int> run_hook(const World& world, std::string_view hook, const std::string& json) {
  const auto row = std::find_if(all.begin(), all.end(), [&](const Hook& one) { return one.name == hook; });
  const std::string command = world.config().text(row->key);
  if (command.empty()) return {};
  const HookInput input(json);
  const int code = run_shell("exec <\"$1\" >&2\n" + command, {input.path()});
  if (code != 0) world.say(fmt::format("The hook {} ended with {}. It is in your configuration: {} config get {}", hook, code, world.ebb(), row->key));
  return code;
}

void session_ended(const World& world, Collection& collection, const SessionSummary& session) {
  if (session.answers == 0 || world.config().text("hooks.session_end").empty()) return;
  try {
    run_hook(world, "session_end", hook_json(world, "session_end", counts(collection, {}, world.today(), day_rules(world.config())), &session));
  } catch (const Error& error) {
    world.say(std::string("The hook session_end did not run: ") + error.what());  // the answers are saved
  }
}

}  // namespace ebb
