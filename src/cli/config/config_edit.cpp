// ebb config edit: the file is changed only by a draft that can be read; one that cannot is opened again, never lost.
#include "cli/config/config_edit.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/config/configuration.hpp"
#include "cli/program/editor.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

// The file of somebody who has none yet: every key as it is built in, switched off.
std::string first_draft() {
  std::string text = "# The configuration of ebb. Take the # away before a line to change it.\n";
  std::string table;
  for (const ConfigKey& row : config_keys()) {
    const std::size_t dot = row.key.rfind('.');
    const std::string own(row.key.substr(0, dot == std::string_view::npos ? 0 : dot));
    if (own.find('*') != std::string::npos || dot != std::string_view::npos) continue;
    text += fmt::format("\n# {}: {}\n# {} = \"{}\"\n", row.help, form_text(row), row.key, row.built_in);
  }
  for (const ConfigKey& row : config_keys()) {
    const std::size_t dot = row.key.rfind('.');
    if (dot == std::string_view::npos || row.key.find('*') != std::string_view::npos) continue;
    const std::string own(row.key.substr(0, dot));
    if (own != table) text += fmt::format("\n[{}]\n", own);
    table = own;
    const bool quoted = row.shape != Shape::number && row.shape != Shape::flag && row.shape != Shape::list;
    text += fmt::format("# {}: {}\n# {} = {}\n", row.help, form_text(row), row.key.substr(dot + 1),
                        quoted ? fmt::format("\"{}\"", row.built_in) : std::string(row.built_in));
  }
  return text;
}

// What keeps a draft from being the configuration; empty if nothing does.
std::string fault_of(const std::string& draft) {
  try {
    Configuration::read(draft);
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

void save_config(const std::string& path, const std::string& text) {
  if (const std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0)
    make_private_folder(path.substr(0, slash));
  write_file_atomically(path, text);
}

int edit_config(const World& world) {
  const std::string path = config_path();
  const std::string before = exists(path) ? read_file(path) : first_draft();
  Draft draft("config.toml", before);
  for (;;) {
    draft.edit(world);
    const std::string after = read_file(draft.path());
    if (after == before) {
      world.say("Nothing was changed.");
      return 0;
    }
    const std::string fault = fault_of(draft.path());
    if (fault.empty()) {
      save_config(path, after);
      const Configuration saved = Configuration::read(path);
      for (const std::string& line : saved.unknown()) world.say(line);
      world.say(fmt::format("Saved in {}", one_line(path)));
      return 0;
    }
    fmt::print(stderr, "{}\n", screen_text(fault));
    if (world.globals.yes || !world.ask("Edit it again?")) {
      draft.keep();
      throw Error(Exit::usage, fmt::format("The configuration was left as it was. Your text is in {}", one_line(draft.path())));
    }
  }
}

}  // namespace ebb
