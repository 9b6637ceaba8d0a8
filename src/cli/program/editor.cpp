// Drafts, and the editor on them. The command is the user's own shell words, as git takes them: `code --wait`.
#include "cli/program/editor.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "cli/config/configuration.hpp"
#include "ebb/core/error.hpp"
#include "ebb/system/process.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {

Draft::Draft(const std::string& name, const std::string& text) {
  folder_ = make_temporary_folder("ebb");
  path_ = folder_ + "/" + name;
  write_file_atomically(path_, text);
}

Draft::~Draft() {
  std::error_code error;
  if (!kept_) std::filesystem::remove_all(folder_, error);
}

int run_editor(const World& world, const std::string& file, std::string& editor) {
  editor = "vi";
  try {
    editor = world.config().text("editor");
  } catch (const Error&) {  // the file that names the editor is the one to be mended
    for (const char* variable : {"EDITOR", "VISUAL"}) editor = environment(variable).value_or(editor);
  }
  return run_shell(editor + " \"$@\"", {file});
}

void Draft::edit(const World& world) {
  std::string editor;
  const int status = run_editor(world, path_, editor);
  if (status == 0) return;
  kept_ = true;
  throw Error(Exit::no, fmt::format("The editor `{}` ended with {}. Nothing was changed; your text is in {}. Choose "
                                    "another with EDITOR, or: ebb config set editor COMMAND",
                                    one_line(editor), status, one_line(path_)));
}

}  // namespace ebb
