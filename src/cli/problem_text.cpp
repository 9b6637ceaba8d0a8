// Where a problem is, as editors and compilers spell it.
#include "cli/problem_text.hpp"

#include <fmt/format.h>

#include "cli/json_out.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

void add_place(JsonObject& object, std::string_view key, int value) {
  if (value > 0) {
    object.number(key, value);
  } else {
    object.null(key);
  }
}

}  // namespace

std::string problem_text(const Problem& problem) {
  std::string text = one_line(problem.file);
  if (problem.line > 0) text += fmt::format(":{}", problem.line);
  if (problem.line > 0 && problem.column > 0) text += fmt::format(":{}", problem.column);
  if (problem.card > 0) text += fmt::format(": card {}", problem.card);
  return text + ": " + one_line(problem.what);
}

std::string problem_json(const Problem& problem) {
  JsonObject object;
  object.text("file", problem.file);
  add_place(object, "line", problem.line);
  add_place(object, "column", problem.column);
  add_place(object, "card", problem.card);
  object.text("what", problem.what).flag("left_out", problem.left_out);
  return object.str();
}

std::string problems_json(const std::vector<Problem>& problems) {
  std::vector<std::string> values;
  for (const Problem& problem : problems) values.push_back(problem_json(problem));
  return json_array(values);
}

}  // namespace ebb
