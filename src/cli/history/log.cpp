// ebb log: everything that happened, newest first.
#include <fmt/format.h>

#include <iostream>
#include <set>

#include "cli/history/log_life.hpp"
#include "cli/history/log_words.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/looks.hpp"
#include "ebb/store/log.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {{"-n,--limit", "N", "only the newest so many"}, deck_option};

std::string note_of(const std::string& id) {
  return id.substr(0, id.find('.'));
}

// Whether an entry is about a card that the filter finds. Ids alone are compared with the entries themselves, so that those
// of deleted cards are found too; everything else asks the collection once.
class LogSieve {
 public:
  LogSieve(Collection& collection, const CardFilter& filter, const Today& today)
      : all_(filter.empty()), ids_(filter.only_ids()) {
    if (all_ || !ids_.empty()) return;
    const auto take = [&](const CardView& card) {
      cards_.insert(card.id);
      cards_.insert(note_of(card.id));
      return true;
    };
    for_each_card(collection, filter, today, take, {.id = true, .text = false, .schedule = false});
  }
  bool passes(const LogLine& line) const {
    if (all_) return true;
    if (ids_.empty()) return cards_.count(line.card) > 0;
    for (const std::string& id : ids_)
      if (line.card.starts_with(id) || (!line.card.empty() && line.card == note_of(id))) return true;
    return false;
  }

 private:
  bool all_ = false;
  std::vector<std::string> ids_;
  std::set<std::string> cards_;
};

// Also the one that a purge writes over what it changed.
bool is_seal(const LogLine& line) {
  return line.what == "seal" || (line.what == "purge" && line.card.empty());
}

int run(const World& world, const Arguments& arguments) {
  const CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  const auto limit = arguments.number("--limit");
  Collection collection = world.open(Purpose::read);
  if (const auto note = note_named(collection, arguments)) return print_life(world, collection, *note, limit);
  const LogSieve sieve(collection, filter, world.today());
  const Looks looks = looks_of(world);
  const bool seals = world.globals.json || world.globals.verbose;  // they are the doctor's, nothing that people did
  int printed = 0;
  if (world.globals.json) std::cout << R"({"schema":1,"entries":[)";
  const auto print = [&](const LogLine& line) {
    if (limit && printed >= *limit) return false;
    if (!sieve.passes(line) || (!seals && is_seal(line))) return true;
    if (world.globals.json)
      std::cout << (printed > 0 ? "," : "") << log_entry_json(line).str();
    else
      std::cout << (line.undone ? looks.dim(log_line(line, looks)) : log_line(line, looks)) << '\n';
    ++printed;
    return true;
  };
  for_each_entry(collection, print);
  if (world.globals.json) std::cout << "]}\n";
  if (!world.globals.json && printed == 0) world.say("Nothing of that is in the log.");
  return 0;
}

}  // namespace

const Command log_command{"log",
                          "",
                          "[FILTER…]",
                          "everything that happened, newest first",
                          "ebb log -n 20         the newest twenty entries\n"
                          "ebb log 7f3a91        the life of one card: what was answered, and what changed in its text\n"
                          "ebb log id:7f3a91     only its entries\n"
                          "ebb log -v            with the seals that ebb doctor checks\n"
                          "ebb log --json        for programs",
                          options,
                          run};

}  // namespace ebb
