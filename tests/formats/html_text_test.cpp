// HTML as text.
#include "formats/html_text.hpp"

#include <doctest/doctest.h>

namespace ebb {

TEST_CASE("blocks become lines, and blanks are collapsed except in preformatted text") {
  CHECK(html_to_text("<div>one</div><div>two</div>") == "one\ntwo");
  CHECK(html_to_text("a<br>b<br/>c") == "a\nb\nc");
  CHECK(html_to_text("a<div><br></div>b") == "a\n\nb");
  CHECK(html_to_text("  a \n  b  ") == "a b");
  CHECK(html_to_text("<pre>a  b\n  c</pre>") == "a  b\n  c");
  CHECK(html_to_text("<ul><li>a</li><li>b</li></ul>") == "• a\n• b");
  CHECK(html_to_text("<table><tr><td>a</td><td>b</td></tr></table>") == "a\tb");
  CHECK(html_to_text("H<sub>2</sub>O <ruby>漢<rt>かん</rt></ruby>") == "H_2O 漢(かん)");
}

TEST_CASE("entities are decoded by number and by name, after the tags were taken out") {
  CHECK(html_to_text("&lt;b&gt; &amp;amp; &#39;&#x27;&hearts;&CounterClockwiseContourIntegral;") == "<b> &amp; ''♥∳");
  CHECK(html_to_text("a&nbsp;&nbsp;b") == "a  b");
  CHECK(html_to_text("&nosuch; & &; &#xzz; &#0;") == "&nosuch; & &; &#xzz; \uFFFD");
}

TEST_CASE("what is no text goes, and pictures and sounds leave their names") {
  CHECK(html_to_text("a<style>p{}</style><script>if (a<b) x()</script><!-- c -->b") == "ab");
  CHECK(html_to_text("<img alt='x > y' src=\"a.png\"> <IMG SRC=b&amp;c.png>") == "[image: x > y] [image: b&c.png]");
  CHECK(html_to_text("[sound:a b.mp3]<svg><text>no</text></svg>") == "[audio: a b.mp3][image: drawing]");
}

TEST_CASE("broken HTML loses no text") {
  CHECK(html_to_text("1 < 2 <3") == "1 < 2 <3");
  CHECK(html_to_text("a <b never closed") == "a <b never closed");
  CHECK(html_to_text("</p>x</nothing>") == "x");
  CHECK(html_to_text("\xff!") == "\uFFFD!");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  CHECK(html_to_text(deep + "x") == "x");
}

}  // namespace ebb
