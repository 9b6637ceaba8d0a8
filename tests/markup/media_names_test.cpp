// Which names of pictures and sounds a text has.
#include "ebb/markup/media_names.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace ebb;
using Kind = MediaName::Kind;

namespace {

std::string told(std::string_view text) {
  std::string out;
  for (const MediaName& media : media_names(text)) {
    out += media.kind == Kind::picture ? "P" : media.kind == Kind::sound ? "S" : "V";
    out += "(" + media.name + (media.label == media.name ? "" : "|" + media.label) + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("each way to name a picture or a sound is found, in order") {
  CHECK(told("![map](a.png) then [sound:b.mp3]") == "P(a.png|map)S(b.mp3)");
  CHECK(told("![](a.png)![x](<a b.png>)![t](c.png \"title\")") == "P(a.png)P(a b.png|x)P(c.png|t)");
  CHECK(told("![p](a_(1).png)") == "P(a_(1).png|p)");
  CHECK(told("[image: a b.png] [audio: ü.mp3] [video: film.mp4]") == "P(a b.png)S(ü.mp3)V(film.mp4)");
  CHECK(told("<img src=\"a.png\"><img alt='x' src='b c.png' /><img src=d.png>") == "P(a.png)P(b c.png)P(d.png)");
}

TEST_CASE("hostile names are found as they are written, and those over two lines are none") {
  CHECK(told("[sound:-x] [sound:$(touch x).mp3] ![](../../etc/passwd)") == "S(-x)S($(touch x).mp3)P(../../etc/passwd)");
  CHECK(told("[sound:a\nb.mp3] ![a](b\nc.png) <img src=\"a\nb\">").empty());
}

TEST_CASE("what is only like it is none") {
  for (const char* text : {"", "[", "![", "![a]", "![a](", "![a]()", "[link](a.png)", "[sound:]", "[image: ]", "<img>",
                           "<imgsrc=x>", "<img src=>", "<img src=\"", "a [sound of it]"})
    CHECK_MESSAGE(told(text).empty(), text);
}

TEST_CASE("a text that is nothing but openings takes no time, and no more than 32 are found") {
  std::string openings, many;
  for (int i = 0; i < 200'000; ++i) openings += "![[sound:<img src=";
  for (int i = 0; i < 100; ++i) many += "[sound:a.mp3]";
  CHECK(media_names(openings).empty());
  CHECK(media_names(many).size() == 32);
}

TEST_CASE("addresses on the web are known by how they begin") {
  CHECK(is_web_address("https://example.org/a.png"));
  CHECK(is_web_address("http://example.org/a.png"));
  CHECK_FALSE(is_web_address("a.png"));
  CHECK_FALSE(is_web_address("file:///etc/passwd"));
}
