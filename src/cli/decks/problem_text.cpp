// Where a problem is, as editors and compilers spell it.
#include "cli/decks/problem_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

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

// Takes `12:` off the front.
bool take_number(std::string_view& text, int& number) {
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end == text.data() + text.size() || *end != ':') return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return true;
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

Problem file_problem(const std::string& file, const std::string& error) {
  Problem problem;
  problem.file = file;
  problem.left_out = true;
  std::string_view rest = error;
  if (rest.starts_with(file + ":")) {
    rest.remove_prefix(file.size() + 1);
    if (take_number(rest, problem.line)) take_number(rest, problem.column);
  }
  problem.what = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
  return problem;
}

std::string problems_json(const std::vector<Problem>& problems) {
  std::vector<std::string> values;
  for (const Problem& problem : problems) values.push_back(problem_json(problem));
  return json_array(values);
}

JsonObject reading_json(const std::string& file, const ReadReport& report) {
  JsonObject object;
  object.text("file", file)
      .text("format", report.format)
      .text("shape", report.shape)
      .raw("told", json_texts(report.told))
      .text_or_null("deck", report.deck)
      .number("taken", report.taken)
      .number("left_out", report.left_out)
      .flag("full", report.full);
  return object;
}

}  // namespace ebb
