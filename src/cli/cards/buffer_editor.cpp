// Opening, looking, opening again.
#include "cli/cards/buffer_editor.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/program/editor.hpp"
#include "cli/program/shell_words.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::string edits_folder() {
  return user_folders().state + "/edits";
}

}  // namespace

BufferEditor::BufferEditor(const World& world, const std::string& name)
    : world_(world), path_(fmt::format("{}/{}-{}.md", edits_folder(), name, process_id())) {}

std::optional<std::string> BufferEditor::open(const std::string& text) {
  make_private_folder(edits_folder());
  write_file_atomically(path_, text);
  std::fflush(stdout);
  std::string editor;
  const int status = run_editor(world_, path_, editor);
  const std::string now = read_file(path_);
  if (status == 0) return now;
  fmt::print(stderr, "ebb: {}\n",
             screen_text(fmt::format("The editor `{}` ended with {}{}. Nothing was changed.", editor, status,
                                     status == 127 ? " (was it found?)" : "")));
  if (now == text)
    done();
  else
    keep(now);
  return {};
}

std::optional<std::string> BufferEditor::edit(const std::string& text, const Look& look) {
  const auto saved = open(text);
  return saved ? mend(*saved, look) : std::nullopt;
}

std::optional<std::string> BufferEditor::mend(const std::string& text, const Look& look) {
  const std::vector<BufferProblem> problems = look(text);
  return problems.empty() ? std::optional(text) : edit_again(text, problems, look);
}

std::optional<std::string> BufferEditor::edit_again(const std::string& text, const std::vector<BufferProblem>& problems,
                                                    const Look& look) {
  for (const BufferProblem& problem : problems)
    fmt::print(stderr, "ebb: {}\n", screen_text(fmt::format("line {}: {}", problem.line, problem.what)));
  if (!world_.can_ask() || (!world_.globals.yes && !world_.ask("Edit it again?"))) {
    keep(text);
    return {};
  }
  const std::string marked = with_remarks(text, problems);
  const auto saved = open(marked);
  if (!saved) return {};
  if (*saved == marked) {  // left as it was: the user gives up
    keep(text);
    return {};
  }
  return mend(*saved, look);
}

void BufferEditor::done() {
  std::remove(path_.c_str());
}

void BufferEditor::keep(const std::string& text) {
  make_private_folder(edits_folder());
  write_file_atomically(path_, text);
  fmt::print(stderr, "Nothing was changed. Your text is in {}; go on with: {} edit --from {}\n", one_line(path_),
             world_.ebb(), one_line(shell_word(path_)));
}

std::vector<std::string> kept_edits() {
  return exists(edits_folder()) ? files_below(edits_folder()) : std::vector<std::string>{};
}

}  // namespace ebb
