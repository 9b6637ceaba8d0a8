// ebb while: review until a command ends. The command never takes a card away; a review that ends first waits for it.
#include <fmt/format.h>

#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/program/shell_words.hpp"
#include "cli/review/sitting_flags.hpp"
#include "cli/review/sittings.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/system/beside.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {limit_option, order_option, grades_option, preview_option, seed_option, deck_option};

std::string called(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + shell_word(word);
  return one_line(line);
}

// What is to review comes before `--`; the words after it are the command's own.
Arguments before_dashes(const Arguments& arguments) {
  Arguments own = arguments;
  own.words.resize(own.words.size() - own.after.size());
  own.after.clear();
  return own;
}

int run(const World& world, const Arguments& arguments) {
  if (arguments.after.empty()) throw Error(Exit::usage, "While what? ebb while [FILTER…] -- CMD…, as in: ebb while -- make -j8");
  if (world.globals.json) throw Error(Exit::usage, "while has no --json: what it prints is the command's output");
  const Arguments own = before_dashes(arguments);
  const Configuration config = world.config().with(own);
  const StudyOptions study = study_asked(world, config, own);
  SittingOptions sitting = sitting_options(world, config, own);
  const std::string command = called(arguments.after);
  BesideCommand beside(arguments.after);
  if (!beside.failure().empty()) {
    world.say(one_line(beside.failure()));
    return *beside.ended();
  }
  sitting.face.beside.descriptor = beside.descriptor();
  sitting.face.beside.told = [&beside, command] {
    const auto code = beside.ended();
    return code ? fmt::format("The command has ended: {}. q shows its output: {}", *code == 0 ? "done" : fmt::format("exit {}", *code), command) : std::string();
  };
  try {
    hold_sitting(world, study, sitting);
  } catch (const Error& error) {  // the command still runs, and its code is what was asked for
    world.say(one_line(error.what()));
  }
  if (!beside.ended()) world.say(fmt::format("Waiting for {}…", command));
  const int code = beside.wait();
  std::cout.flush();
  beside.for_each_output([](std::string_view piece) { std::fwrite(piece.data(), 1, piece.size(), stdout); });
  return code;
}

}  // namespace

const Command while_command{"while",
                            "",
                            "[FILTER…] -- CMD…",
                            "review while a command runs",
                            "ebb while -- make -j8                  its output comes after the review\n"
                            "ebb while deck:es -- ./run-tests && ./deploy   its exit code is passed on",
                            options,
                            run};

}  // namespace ebb
