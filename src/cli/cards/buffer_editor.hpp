// A text in the user's editor until it can be read. It is in a file from the start, and never lost: when the user gives
// up, or the program ends early, the file stays.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/formats/buffer.hpp"

namespace ebb {

class BufferEditor {
 public:
  // The text is kept as NAME-<process>.md in the folder `edits` of the state folder.
  BufferEditor(const World& world, const std::string& name);

  using Look = std::function<std::vector<BufferProblem>(const std::string&)>;
  // Opens the editor on the text, again and again while `look` finds problems and the user wants to mend them. The text
  // as it was saved; nothing when he gives up, or the editor failed: then where the text is has been told.
  std::optional<std::string> edit(const std::string& text, const Look& look);
  // The same for a text that was edited already.
  std::optional<std::string> mend(const std::string& text, const Look& look);
  // Puts the problems into the text and opens it once more, if there is somebody to do it.
  std::optional<std::string> edit_again(const std::string& text, const std::vector<BufferProblem>& problems,
                                        const Look& look);

  // It was applied, or holds nothing: the file goes.
  void done();
  // It was not: says where it is, and how to go on.
  void keep(const std::string& text);

 private:
  std::optional<std::string> open(const std::string& text);
  const World& world_;
  std::string path_;
};

// Texts of edits that were never applied, for a word about them.
std::vector<std::string> kept_edits();

}  // namespace ebb
