// ebb version: with -v also the libraries. Nothing else runs before it (cli.cpp).
#include "cli/program/version_data.hpp"

#include <cstdio>

#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"

namespace ebb {
namespace {

void print_libraries() {
  std::printf("SQLite %s\nlibsodium %s\nutf8proc %s\nfmt %s\nCLI11 %s\nnlohmann/json %s\n", sqlite_built_version,
              sodium_built_version, utf8proc_built_version, fmt_built_version, cli11_built_version, json_built_version);
}

JsonObject libraries_json() {
  JsonObject object;
  object.text("sqlite", sqlite_built_version)
      .text("libsodium", sodium_built_version)
      .text("utf8proc", utf8proc_built_version)
      .text("fmt", fmt_built_version)
      .text("cli11", cli11_built_version)
      .text("nlohmann_json", json_built_version);
  return object;
}

int run_version(const World& world, const Arguments&) {
  if (world.globals.json) {
    print_json(json_result().text("version", program_version).raw("libraries", libraries_json().str()));
    return 0;
  }
  std::printf("ebb %s\n", program_version);
  if (world.globals.verbose) print_libraries();
  return 0;
}

}  // namespace

const Command version_command{
    .name = "version",
    .aliases = "",
    .usage = "",
    .summary = "show the version; with -v the libraries too",
    .examples =
        "ebb version\n"
        "ebb version -v  the libraries too\n",
    .options = {},
    .run = run_version,
};

}  // namespace ebb
