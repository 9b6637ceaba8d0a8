// The texts of `ebb help TOPIC`.
#include "cli/help_topics.hpp"

#include <algorithm>
#include <array>

namespace ebb {
namespace {

constexpr std::string_view filters_text =
    R"(Filters choose cards. All that is given must match.

  deck:es::verbs   this deck and those under it; also -d es::verbs
  tag:irregular    this tag and those under it
  is:due           due, new, learning, review, suspended, buried, marked, orphan
  id:7f3a91        a card by its id: six digits or more of it
  momentum         a word of the question or the answer; case and accents do not matter

  ebb list is:new tag:dnn
  ebb review -d dnn momentum
)";

constexpr std::string_view environment_text =
    R"(Environment variables that ebb reads.

  EBB_DB            the collection, where --db is not given
  EBB_NOW           a fixed time, like 2026-11-25T07:30:00Z: for tests and scripts
  EBB_PLAIN         anything: lines only, as with --plain
  NO_COLOR          anything: no colour
  CLICOLOR_FORCE    anything: colour in a pipe too
  TZ                the time zone of study days; they begin at 04:00
  XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME    where things are: ebb paths
)";

constexpr std::string_view exit_text =
    R"(What the exit code says.

  0    done; also when nothing is due, and when an import left some cards out (it lists them)
  1    the answer is no: nothing due under -q, no match, findings of check, damage found by doctor
  2    something is wrong with what was typed
  3    something is wrong with the data: nothing could be read, or a problem under --strict
  4    the collection is missing, busy, damaged or cannot be written
  130  stopped with Ctrl-C; answers that were given are saved
)";

constexpr std::array topics{
    HelpTopic{"filters", "how to choose cards", filters_text},
    HelpTopic{"environment", "the environment variables that ebb reads", environment_text},
    HelpTopic{"exit-codes", "what the exit code says", exit_text},
};

}  // namespace

std::span<const HelpTopic> help_topics() {
  return topics;
}

const HelpTopic* find_topic(std::string_view name) {
  const auto found = std::find_if(topics.begin(), topics.end(), [&](const HelpTopic& one) { return one.name == name; });
  return found == topics.end() ? nullptr : &*found;
}

}  // namespace ebb
