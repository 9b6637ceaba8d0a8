// Programs beside this one: their words arrive as they are, and they end with their owner.
#include "ebb/system/detached.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <string>

#include "system/scratch.hpp"

using namespace ebb;
using test::Scratch;
using test::Variable;

namespace {

std::string script(const Scratch& scratch, const std::string& name, const std::string& text) {
  const std::string path = scratch.file(name, "#!/bin/sh\n" + text);
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

// Looks again until it is over; the test program's own time limit ends what never is.
void wait_for_end(DetachedProgram& program) {
  while (!program.ended()) ::usleep(1000);
}

}  // namespace

TEST_CASE("every word arrives as it is, whatever is in it") {
  const Scratch scratch;
  const std::string program = script(scratch, "record", "for word; do printf '<%s>' \"$word\"; done\n");
  DetachedProgram run({program, "-x", "$(touch x)", "a b", "line\nbreak", "`id`;|&", ""},
                      DetachedProgram::Output::kept);
  REQUIRE(run.started());
  wait_for_end(run);
  CHECK(run.succeeded());
  CHECK(run.output(1000) == "<-x><$(touch x)><a b><line\nbreak><`id`;|&><>");
}

TEST_CASE("kept output is read up to a bound, and a failure is told") {
  const Scratch scratch;
  DetachedProgram run({script(scratch, "fails", "printf 0123456789; exit 3\n")}, DetachedProgram::Output::kept);
  wait_for_end(run);
  CHECK(run.output(4) == "0123");
  CHECK_FALSE(run.succeeded());
  DetachedProgram none({scratch / "nothing"});
  CHECK_FALSE(none.started());
  CHECK(none.ended());
}

TEST_CASE("a program and what it started end with their owner, unless it was let go") {
  const Scratch scratch;
  const std::string program = script(scratch, "waits", "echo $$; sleep 1000 & wait\n");
  for (const bool let_go : {false, true}) {
    pid_t process = 0;
    {
      DetachedProgram run({program}, DetachedProgram::Output::kept);
      std::string said;
      while ((said = run.output(100)).find('\n') == std::string::npos) ::usleep(1000);
      process = std::stoi(said);
      if (let_go) run.let_go();
    }
    CHECK((::kill(process, 0) == 0) == let_go);
    if (let_go) ::kill(-process, SIGKILL);
  }
}

TEST_CASE("programs are looked for in the folders of PATH that have a whole name") {
  const Scratch scratch;
  const std::string there = script(scratch, "player", "\n");
  scratch.file("text", "no program");
  const Variable path("PATH", (":.:/nowhere:" + scratch.path()).c_str());
  CHECK(program_in_path("player") == there);
  CHECK_FALSE(program_in_path("text"));
  CHECK_FALSE(program_in_path("none"));
}
