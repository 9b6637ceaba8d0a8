// A card's pictures and sounds on the screen: the keys, the rows of a picture, and what its bytes cannot do.
#include <doctest/doctest.h>

#include "tui/desk.hpp"
#include "tui/paper_media.hpp"
#include "tui/review/picture_rows.hpp"
#include "tui/terminal/kitty.hpp"
#include "tui/terminal/paint.hpp"

namespace ebb {
namespace {

std::string text_of(const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) out += row.text() + "\n";
  return out;
}

// The beginning of a PNG of this size.
std::string png_of(std::uint32_t wide, std::uint32_t high) {
  std::string out("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  for (const std::uint32_t number : {wide, high})
    for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>((number >> shift) & 0xFFU);
  return out + std::string(9, '\0');
}

// A reviewer with media at it.
struct MediaDesk {
  explicit MediaDesk(std::vector<CardFace> cards)
      : sitting(std::move(cards)),
        reviewer(
            sitting, {}, [this] { return clock += Millis{1000}; }, {}, &media) {
    look();
  }
  void look() { shown = frame_text(reviewer.frame({80, 24})); }
  void type(std::string_view bytes) {
    KeyReader keys;
    for (const Key& key : keys.feed(bytes)) reviewer.press(key), look();
  }
  bool shows(std::string_view text) const { return shown.find(text) != std::string::npos; }
  test::PaperSitting sitting;
  test::PaperMedia media;
  Millis clock{0};
  Reviewer reviewer;
  std::string shown;
};

std::vector<CardFace> media_cards() {
  return {test::face("a", "Where? ![map](map.png)", "There. [sound:word.mp3]"), test::face("b", "Second?", "Two.")};
}

}  // namespace

TEST_CASE("o opens and r plays, what they said is told, and the keys are named where they do something") {
  MediaDesk desk(media_cards());
  CHECK(desk.shows("o picture"));
  CHECK_FALSE(desk.shows("r sound"));
  desk.type("o");
  CHECK(desk.shows("Opened: map.png"));
  desk.type("r");
  CHECK(desk.shows("Playing: word.mp3"));
  desk.type(" 3");
  CHECK_FALSE(desk.shows("o picture"));
  CHECK(desk.sitting.grades.size() == 1);
}

TEST_CASE("without media the keys say that there is nothing") {
  test::Desk desk(media_cards());
  desk.type("o");
  CHECK(desk.shows("nothing to open here"));
  desk.type("r");
  CHECK(desk.shows("nothing to play here"));
}

TEST_CASE("what is in sight is told once, the answer only when it is shown, and the end has none") {
  MediaDesk desk(media_cards());
  desk.type(" 3");
  desk.type("q");
  CHECK(desk.media.shown == std::vector<std::string>{"a|Where? ![map](map.png)|",
                                                     "a|Where? ![map](map.png)|There. [sound:word.mp3]\n", "b|Second?|",
                                                     "||"});
}

TEST_CASE("a picture is asked for by its name at the size of the page, and stands under its text") {
  MediaDesk desk(media_cards());
  CHECK(desk.media.asked.front() == "map.png 74x13");
  CHECK_FALSE(desk.shows("<>"));
  desk.media.picture = "<>##\n\x1b[38;5;9m####\x1b[0m\n";
  desk.look();
  CHECK(desk.shows("   Where? [image: map]"));
  CHECK(desk.shows("\n   <>##\n   ####\n"));
  desk.type("v");
  CHECK_FALSE(desk.shows("####"));
}

TEST_CASE("a picture keeps its text and colours, and nothing else of what it sends") {
  const std::vector<Row> rows = picture_rows(
      "\x1b[?25l\x1b[1;38;5;200;48;5;17mab\x1b[0mc\x1b]0;title\x07\x1b[2J\x1b[10;10Hd\x1b[7me\x1b[27m\xC2\x9B"
      "f\r\nsecond\x1b[38;2;1;2;3mg\x1b[38;5;999mh\n\x1b[",
      {80, 10});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].spans()[0].text == "ab");
  CHECK(rows[0].spans()[0].style == Style{true, false, Colour::none, false, false, false, 200, 17});
  const std::string painted = paint(Frame{{80, 2}, rows}, nullptr, true, {});
  for (std::size_t at = painted.find('\x1b', 8); at != std::string::npos; at = painted.find('\x1b', at + 1)) {
    const std::size_t end = painted.find_first_not_of("0123456789;", at + 2);
    CHECK(painted[at + 1] == '[');
    CHECK(std::string_view("mHK").find(painted[end]) != std::string_view::npos);
  }
  CHECK(painted.find("\x1b[0;1;38;5;200;48;5;17mab") != std::string::npos);
  CHECK(painted.find("38;2") == std::string::npos);
  CHECK(painted.find("title") == std::string::npos);
  CHECK(painted.find("999") == std::string::npos);
  CHECK(paint(Frame{{80, 2}, rows}, nullptr, false, {}).find("38;5") == std::string::npos);
}

TEST_CASE("a PNG is sent once a card and size, stands as placeholders, and is forgotten with its card") {
  MediaDesk desk(media_cards());
  desk.media.sent = png_of(400, 200);
  desk.look();
  const std::string sent = desk.reviewer.take_pictures();
  CHECK(sent.starts_with("\x1b_Ga=T,U=1,q=2,f=100,i=100,c=50,r=13,m=0;iVBORw0KGgo"));
  CHECK(sent.ends_with("\x1b\\"));
  CHECK(desk.shows("\U0010EEEE\u0305\u0305\U0010EEEE\U0010EEEE"));
  desk.look();
  CHECK(desk.reviewer.take_pictures().empty());
  desk.type(" 3");
  CHECK(desk.reviewer.take_pictures() == "\x1b_Ga=d,d=I,q=2,i=100\x1b\\");
  CHECK_FALSE(desk.shows("\U0010EEEE"));
}

TEST_CASE("a PNG keeps its shape in its room, and what is none is not sent") {
  CHECK(png_cells(png_of(400, 200), {74, 13}) == Size{50, 13});
  CHECK(png_cells(png_of(4000, 200), {74, 13}) == Size{74, 2});
  CHECK(png_cells(png_of(200, 4000), {74, 13}) == Size{1, 13});
  CHECK(png_cells(png_of(8, 8), {74, 13}) == Size{2, 1});
  CHECK_FALSE(png_cells(png_of(0, 8), {74, 13}));
  CHECK_FALSE(png_cells(png_of(0xFFFFFFFF, 8), {74, 13}));
  CHECK_FALSE(png_cells("GIF89a and much more than twenty-four bytes", {74, 13}));
  CHECK_FALSE(png_cells("", {74, 13}));
}

TEST_CASE("a large picture is sent in pieces of 4096 letters") {
  const std::string sent = kitty_picture(7, std::string(7000, 'a'), {10, 5});
  std::size_t pieces = 0;
  for (std::size_t at = sent.find("\x1b_G"); at != std::string::npos; at = sent.find("\x1b_G", at + 1)) {
    const std::size_t start = sent.find(';', at) + 1;
    CHECK(sent.find('\x1b', start) - start <= 4096);
    ++pieces;
  }
  CHECK(pieces == 3);
  CHECK(sent.find("m=0;") > sent.rfind("m=1;"));
  CHECK(kitty_picture(7, "ab", {1, 1}).find(";YWI=\x1b") != std::string::npos);
}

TEST_CASE("a picture is no larger than its room") {
  std::string large;
  for (int row = 0; row < 50; ++row) large += std::string(200, '#') + "\n";
  const std::vector<Row> rows = picture_rows(large, {20, 5});
  CHECK(rows.size() == 5);
  for (const Row& row : rows) CHECK(row.cells() <= 20);
  CHECK(text_of(picture_rows("", {20, 5})).empty());
  CHECK(text_of(picture_rows("  a  b\n\n c", {20, 5})) == "  a  b\n\n c\n");
}

}  // namespace ebb
