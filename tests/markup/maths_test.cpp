// Where maths is, and how it reads.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "ebb/markup/card_text.hpp"
#include "ebb/markup/maths.hpp"

namespace ebb {
namespace {

std::string found(std::string_view text) {
  std::string out;
  for (const MathsSpan& span : maths_spans(text)) out += (span.display ? "D<" : "<") + std::string(span.source) + ">";
  return out;
}

std::string inline_of(std::string_view source) {
  const MathsRows rows = maths_rows(source, false);
  return rows.rows.size() == 1 ? rows.rows[0] : "several rows";
}

// Each line of a list with what is drawn for it.
std::string drawn_list(const std::filesystem::path& list, bool display, int& lines, int& unread) {
  std::ifstream in(list);
  std::string out;
  for (std::string line; std::getline(in, line); ++lines) {
    out += line + "\n";
    bool source_left = false;
    for (const std::string& row : maths_rows(line, display).rows) {
      source_left = source_left || row.find('\\') != std::string::npos;
      out += "    " + row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
    }
    unread += source_left ? 1 : 0;
  }
  return out;
}

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

}  // namespace

TEST_CASE("what people write is drawn as the lists say, and all but one in twenty without a backslash") {
  const std::filesystem::path folder = std::filesystem::path(EBB_SOURCE_DIR) / "tests/markup/maths";
  for (const char* name : {"inline", "display"}) {
    int lines = 0, unread = 0;
    const std::string now = drawn_list(folder / (std::string(name) + ".tex"), std::string_view(name) == "display", lines, unread);
    const std::filesystem::path golden = folder / (std::string(name) + ".txt");
    if (std::getenv("EBB_APPROVE")) std::ofstream(golden, std::ios::binary) << now;
    CHECK(now == text_of(golden));
    CHECK(lines > 20);
    CHECK(unread * 20 <= lines);
  }
}

// Runs over the public decks where they are present; they are not part of the project.
TEST_CASE("in real decks all but one formula in twenty leave no backslash, macros of their own left out") {
  const char* own_macros[] = {"\\euler"};  // defined beside the deck, where no reader sees it
  const std::filesystem::path folder = std::filesystem::path(EBB_SOURCE_DIR) / "../shared/decks";
  if (!std::filesystem::is_directory(folder)) return;
  int spans = 0;
  std::string left;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".md") continue;
    const std::string text = text_of(entry.path());
    for (const MathsSpan& span : maths_spans(text)) {
      ++spans;
      std::string drawn;
      for (const std::string& row : maths_rows(span.source, span.display).rows) drawn += row;
      for (const char* macro : own_macros)
        if (const std::size_t at = drawn.find(macro); at != std::string::npos) drawn.erase(at, std::string(macro).size());
      if (drawn.find('\\') != std::string::npos) left += std::string(span.source) + "\n";
    }
  }
  INFO("left as source:\n", left);
  CHECK(std::count(left.begin(), left.end(), '\n') * 20 <= spans);
}

TEST_CASE("maths is found by its marks") {
  CHECK(found("a $x^2$ b") == "<x^2>");
  CHECK(found("$$x$$ and \\(y\\) and \\[z\\]") == "D<x><y>D<z>");
  CHECK(found("[$]a[/$] [$$]b[/$$] [latex]$c$[/latex]") == "<a>D<b><c>");
  CHECK(found("\\begin{align}a&=b\\end{align}") == "D<\\begin{align}a&=b\\end{align}>");
  CHECK(found("the $n$th and $k$-th") == "<n><k>");
  CHECK(found("triangle $ABC$") == "<ABC>");
}

TEST_CASE("prices, shell variables and code are no maths") {
  for (const char* text : {"$5 and $10", "from $5-$10", "US$5, or US$ 10", "$HOME/$USER", "echo $PATH:$HOME", "`$x$`", "```\n$x$\n```",
                           "costs $5", "$ x $", "\\$5\\$", "$\n\nx$", "$FOO$BAR", "It is $20 here and $30 there"}) {
    INFO(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("what is unknown stays as source") {
  CHECK(inline_of("\\foo{a}{b} + 1") == "\\foo{a}{b} + 1");
  CHECK(inline_of("\\unknown") == "\\unknown");
}

TEST_CASE("broken or hostile maths ends") {
  for (const std::string& text : {std::string("{"), std::string("}"), std::string("\\frac"), std::string("\\left("), std::string("x^"),
                                  std::string("\\begin{matrix}"), std::string("\\begin"), std::string("\\sqrt[3"), std::string(5000, '{'),
                                  std::string(5000, '^'), std::string(5000, '\\')}) {
    CHECK_FALSE(maths_rows(text, true).rows.empty());
    CHECK_FALSE(maths_rows(text, false).rows.empty());
  }
  std::string nested;
  for (int at = 0; at < 500; ++at) nested += "\\frac{1}{1+";
  CHECK_FALSE(maths_rows(nested, true).rows.empty());
  nested.clear();
  for (int at = 0; at < 500; ++at) nested += "\\sqrt\\hat\\frac12";
  CHECK_FALSE(maths_rows(nested, true).rows.empty());
}

}  // namespace ebb
