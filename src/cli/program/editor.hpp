// A text of the user's in their editor.
#pragma once
#include <string>

#include "cli/program/command.hpp"

namespace ebb {

// Runs the user's editor on a file and waits: VISUAL, EDITOR or the `editor` of the configuration. Returns its exit
// status; `editor` becomes the command, for messages.
int run_editor(const World& world, const std::string& file, std::string& editor);

// A private temporary file with a text to be edited. Removed at the end, unless `keep` was called: what somebody wrote
// must not be lost because it could not be used.
class Draft {
 public:
  // `name` is the file's own name: editors colour by its suffix.
  Draft(const std::string& name, const std::string& text);
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  // Runs VISUAL, EDITOR or the `editor` of the configuration on it, and waits. Throws Error(Exit::usage) if there is no
  // terminal to edit in; Error(Exit::no) if the editor fails: then the draft is kept.
  void edit(const World& world);
  const std::string& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::string folder_, path_;
  bool kept_ = false;
};

}  // namespace ebb
