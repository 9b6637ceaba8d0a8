// Where maths is, and how it reads.
#include <doctest/doctest.h>

#include <string>

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

}  // namespace

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
