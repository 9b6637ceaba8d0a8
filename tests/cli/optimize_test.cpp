// When optimising is worth it, what its bar says, and reading logs from files.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/program/work_bar.hpp"
#include "cli/review/answer_file.hpp"
#include "cli/schedule/optimize_collection.hpp"
#include "ebb/core/error.hpp"

using namespace ebb;

namespace {

// A file that is gone afterwards.
class Written {
 public:
  explicit Written(const std::string& text) {
    path_ = (std::filesystem::temp_directory_path() / "ebb-answers-XXXXXX").string();
    REQUIRE(mkstemp(path_.data()) >= 0);
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~Written() { std::remove(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string failure(const std::string& text) {
  const Written file(text);
  try {
    read_answer_file(file.path(), Calendar{});
  } catch (const Error& error) {
    const std::string what = error.what();
    return what.substr(what.find(", line") == std::string::npos ? 0 : what.find("line"));
  }
  return "";
}

}  // namespace

TEST_CASE("optimising is worth it from 400 answers, and again when they doubled, or grew by a fifth in a month") {
  CHECK_FALSE(worth_optimizing({.answers = 399, .since = {}}));
  CHECK(worth_optimizing({.answers = 400, .since = {}}));
  CHECK_FALSE(worth_optimizing({.answers = 1999, .since = 999, .days = 20}));
  CHECK(worth_optimizing({.answers = 2000, .since = 1000, .days = 20}));
  CHECK_FALSE(worth_optimizing({.answers = 1200, .since = 200, .days = 29}));
  CHECK(worth_optimizing({.answers = 1200, .since = 200, .days = 30}));
  CHECK_FALSE(worth_optimizing({.answers = 1199, .since = 199, .days = 90}));
  CHECK_FALSE(worth_optimizing({.answers = 200, .since = 150, .days = 90}));
}

TEST_CASE("the bar tells the share and the time left") {
  CHECK(work_text("Training", 0.25, Millis{1000}) == "Training [#####...............]  25 %  3 s left");
  CHECK(work_text("Training", 0, Millis{1000}) == "Training [....................]   0 %");
  CHECK(work_text("Training", 1.2, Millis{1000}) == "Training [####################] 100 %  0 s left");
}

TEST_CASE("answers are put into the order of review, whatever the order of the lines") {
  const Written file("card_id,order,delta_t,rating\n5,2,4,1\n5,0,0,3\n9,1,-1,4\n");
  const AnswerLog log = read_answer_file(file.path(), Calendar{});
  REQUIRE(log.size() == 3);
  CHECK(log.grade() == std::vector<std::uint8_t>{3, 4, 1});
  CHECK(log.day()[2] - log.day()[0] == 4);
}

TEST_CASE("a byte order mark, CRLF, blank lines and quotes are read past") {
  const Written file("\xef\xbb\xbf\"card_id\",order,delta_t,rating\r\n5,0,0,3\r\n\r\n5,1,\"2\",3\r\n");
  CHECK(read_answer_file(file.path(), Calendar{}).size() == 2);
}

TEST_CASE("a bad line is named with what is wrong in it") {
  CHECK(failure("card_id,order,delta_t,rating\n5,0,0,3\n5,1,2.5,3\n") ==
        "line 3: delta_t is `2.5`, not a whole number.");
  CHECK(failure("card_id,order,delta_t,rating\n5,0,0,0\n") == "line 2: rating is 0, not 1 to 4.");
  CHECK(failure("card_id,order,delta_t,rating\n5,0\n") == "line 2: it has 2 of the 4 columns.");
  CHECK(failure("card_id,order,delta_t,rating\n5,0,99999999999999999999,3\n").find("line 2: delta_t is") == 0);
  CHECK(failure("card_id,order,delta_t,rating\n5,0,40000,3\n").find("line 2: delta_t is 40000 days") == 0);
  CHECK(failure("card_id,review_time,review_rating\n5,-3,3\n").find("line 2: review_time is -3") == 0);
  CHECK(failure("").find("does not begin with card_id") != std::string::npos);
}
