// The table of cards: its screens (tests/tui/browse, EBB_APPROVE=1 writes them anew), and what its keys do.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "ebb/core/error.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/browse/browser.hpp"

namespace ebb {
namespace {

const Day today = day_from_number(20000);

// Forty cards on paper. The filter `odd` finds every second one, `bad` cannot be read.
class PaperCards {
 public:
  PaperCards() {
    for (int i = 0; i < 40; ++i) cards_.push_back(card(i));
    cards_[1].suspended = true;
    cards_[2].marked = true;
    source.find = [this](const std::string& filter, SortBy by, bool descending, const std::function<bool()>& go_on) {
      return find(filter, by, descending, go_on);
    };
    source.card = [this](CardId id) { return std::optional(cards_[static_cast<std::size_t>(id.value - 1)]); };
    source.act = [this](BrowseDeed deed, const std::vector<CardId>& meant, const std::string& text) {
      if (text == "wrong") throw Error(Exit::usage, "That is no tag.");
      deeds.push_back({deed, meant, text});
      return std::string("Done.");
    };
    source.undo = [] { return std::string("Undone."); };
    source.redo = [] { return std::string("Redone."); };
    source.edit = [this](CardId id) { edited = id; };
  }

  struct Done {
    BrowseDeed deed;
    std::vector<CardId> cards;
    std::string text;
  };
  BrowseSource source;
  std::vector<Done> deeds;
  CardId edited;
  SortBy sorted = SortBy::added;
  bool upside_down = false;

 private:
  static CardView card(int number) {
    CardView view;
    view.card = CardId{number + 1};
    view.id = "7f3a91c0aa" + std::to_string(10 + number) + ".0";
    view.deck = number % 3 == 0 ? "es::verbs" : "dnn::training";
    view.question = number == 3 ? "漢字の読み方\nは？ \x1b[31m" : "Question number " + std::to_string(number) + " asks for something that is rather long";
    view.answer = "The answer to it, in a few words:\n1) one\n2) two";
    view.tags = {"a1"};
    if (number % 4 == 0) {
      view.memory.reviews = 3;
      view.memory.repetitions = 2;
      view.memory.interval = 6 + number;
      view.memory.due = today + std::chrono::days{number};
    }
    return view;
  }
  std::optional<std::vector<CardId>> find(const std::string& filter, SortBy by, bool descending,
                                          const std::function<bool()>& go_on) {
    if (filter == "bad*") throw Error(Exit::usage, "This is wrong.\n  bad\n  ^~~");
    if (!go_on()) return {};
    sorted = by;
    upside_down = descending;
    std::vector<CardId> found;
    for (const CardView& view : cards_)
      if (filter != "odd*" || view.card.value % 2 == 1) found.push_back(view.card);
    return found;
  }
  std::vector<CardView> cards_;
};

// A browser with the keys typed so far.
struct Desk {
  PaperCards paper;
  Browser browser{paper.source, {"", today, false, false}};
  Size size{80, 24};
  Desk() { browser.search([] { return true; }); }

  std::optional<Left> press(Key key) {
    browser.frame(size);
    const auto left = browser.press(key);
    if (browser.wants_search()) browser.search([] { return true; });
    return left;
  }
  std::optional<Left> type(const std::string& keys) {
    std::optional<Left> left;
    for (const char key : keys) left = press({Key::Kind::text, static_cast<char32_t>(key)});
    return left;
  }
  std::string screen() { return frame_text(browser.frame(size)); }
  bool shows(const std::string& text) { return screen().find(text) != std::string::npos; }
};

const Key enter{Key::Kind::enter, 0}, escape{Key::Kind::escape, 0};

}  // namespace

TEST_CASE("the table at three sizes, the whole card, the help and a filter that is wrong") {
  struct Case {
    std::string name, keys;
    Size size;
    bool ascii = false;
  };
  const Case cases[] = {{"80x24", "jj ", {80, 24}},       {"40x12", "jj ", {40, 12}},
                        {"120x40", "jj ", {120, 40}},     {"ascii-80x24", ">", {80, 24}, true},
                        {"help-80x24", "?", {80, 24}},    {"card-80x24", "jjj\r", {80, 24}},
                        {"wrong-80x24", "/bad", {80, 24}}, {"prompt-40x12", "t+x", {40, 12}},
                        {"confirm-80x24", "aD", {80, 24}}, {"tiny-15x4", "", {15, 4}}};
  for (const Case& one : cases) {
    CAPTURE(one.name);
    PaperCards paper;
    Browser browser(paper.source, {"", today, false, one.ascii});
    browser.search([] { return true; });
    for (const char key : one.keys) {
      browser.frame(one.size);
      browser.press(key == '\r' ? enter : Key{Key::Kind::text, static_cast<char32_t>(key)});
      if (browser.wants_search()) browser.search([] { return true; });
    }
    const Frame frame = browser.frame(one.size);
    CHECK(frame.rows.size() == static_cast<std::size_t>(one.size.height));
    for (const Row& row : frame.rows) CHECK(row.cells() <= one.size.width);
    const std::filesystem::path path = std::filesystem::path(EBB_SOURCE_DIR) / "tests/tui/browse" / (one.name + ".txt");
    if (std::getenv("EBB_APPROVE")) std::ofstream(path) << frame_text(frame);
    std::ostringstream wanted;
    wanted << std::ifstream(path).rdbuf();
    CHECK(frame_text(frame) == wanted.str());
  }
}

TEST_CASE("the filter finds as it is typed; what cannot be read leaves the last result") {
  Desk desk;
  desk.type("/odd");
  CHECK(desk.shows("20"));
  desk.press({Key::Kind::control, U'u'});
  desk.type("bad");
  CHECK(desk.shows("This is wrong."));
  CHECK(desk.shows("Question number 0"));
  desk.press({Key::Kind::control, U'u'});
  CHECK_FALSE(desk.shows("This is wrong."));
  desk.press(enter);
  CHECK(desk.type("q") == Left::finished);
}

TEST_CASE("a search that is interrupted is still wanted") {
  Desk desk;
  desk.browser.frame(desk.size);
  desk.browser.press({Key::Kind::text, U'/'});
  desk.browser.press({Key::Kind::text, U'o'});
  desk.browser.search([] { return false; });
  CHECK(desk.browser.wants_search());
  CHECK(desk.shows("40 …"));
}

TEST_CASE("one card, single ones, a range and all can be chosen, and are what a deed is done to") {
  Desk desk;
  desk.type("s");
  REQUIRE(desk.paper.deeds.size() == 1);
  CHECK(desk.paper.deeds[0].cards == std::vector<CardId>{CardId{1}});
  desk.type(" j m");
  CHECK(desk.paper.deeds[1].deed == BrowseDeed::mark);
  CHECK(desk.paper.deeds[1].cards == std::vector<CardId>{CardId{1}, CardId{3}});
  desk.type("gavjjvb");
  CHECK(desk.paper.deeds[2].cards == std::vector<CardId>{CardId{1}, CardId{2}, CardId{3}});
}

TEST_CASE("what is chosen stays chosen under another filter") {
  Desk desk;
  desk.type("j /odd");
  desk.press(enter);
  CHECK(desk.shows("20, 1 chosen"));
}

TEST_CASE("deleting, resetting and more than twenty cards are asked about") {
  Desk desk;
  desk.type("D");
  CHECK(desk.shows("Delete 1 card?"));
  desk.type("n");
  CHECK(desk.paper.deeds.empty());
  desk.type("as");
  CHECK(desk.shows("Suspend 40 cards?"));
  desk.type("y");
  CHECK(desk.paper.deeds.size() == 1);
}

TEST_CASE("tags are typed; what is refused is told, and Esc leaves it") {
  Desk desk;
  desk.type("t+x");
  desk.press(enter);
  CHECK(desk.paper.deeds.at(0).text == "+x");
  desk.type("twrong");
  desk.press(enter);
  CHECK(desk.shows("That is no tag."));
  desk.type("dx");
  desk.press(escape);
  CHECK(desk.paper.deeds.size() == 1);
}

TEST_CASE("sorting goes through the columns and turns around") {
  Desk desk;
  desk.type(">>");
  CHECK(desk.paper.sorted == SortBy::due);
  desk.type("o<");
  CHECK(desk.paper.sorted == SortBy::state);
  CHECK(desk.paper.upside_down);
}

TEST_CASE("the cursor stays on the screen and within the cards") {
  Desk desk;
  desk.type("G");
  CHECK(desk.shows("Question number 39"));
  desk.type("jkg");
  CHECK(desk.shows("Question number 0"));
  desk.press({Key::Kind::page_down, 0});
  desk.size = {40, 6};
  CHECK(desk.shows(">"));
}

TEST_CASE("undo, redo, editing, and a key that does nothing are told") {
  Desk desk;
  desk.type("u");
  CHECK(desk.shows("Undone."));
  desk.press({Key::Kind::control, U'r'});
  CHECK(desk.shows("Redone."));
  desk.type("je");
  CHECK(desk.browser.wants_editor());
  desk.browser.edit_now();
  CHECK(desk.paper.edited == CardId{2});
  desk.type("z");
  CHECK(desk.shows("? for keys"));
  CHECK(desk.press({Key::Kind::control, U'c'}) == Left::interrupted);
}

}  // namespace ebb
