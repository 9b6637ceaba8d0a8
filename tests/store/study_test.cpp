// A sitting over a real collection.
#include "store/home.hpp"

using namespace ebb;

TEST_CASE("the preview is exactly what an answer then does") {
  Home home;
  home.import_seven();
  Study study = home.study();
  for (int i = 0; study.card(); ++i) {
    const auto quality = static_cast<Quality>(i % 6);
    const Memory promised = study.outlook()[static_cast<std::size_t>(quality)];
    CHECK(study.grade(quality, Millis{0}).after == promised);
    if (i > 40) break;
  }
}

TEST_CASE("suspended, buried and marked cards are saved as such, and each can be undone") {
  Home home;
  home.import_seven();
  const std::string before = home.picture();
  Study study = home.study();
  study.suspend();
  study.bury();
  CHECK(study.mark());
  CHECK(study.card()->question == "q3");
  const Counts after = counts(*home.collection, {}, home.today());
  CHECK(after.fresh == 5);
  CHECK(home.damage().empty());
  CHECK(study.undo()->step == Step::marked);
  CHECK(study.undo()->step == Step::buried);
  CHECK(study.undo()->step == Step::suspended);
  CHECK(study.card()->question == "q1");
  CHECK(!study.undo());
  CHECK(home.picture() == before);
  CHECK(home.damage().empty());
}

TEST_CASE("a buried card is back tomorrow, a suspended one is not") {
  Home home;
  home.import_seven();
  {
    Study study = home.study();
    study.suspend();
    study.bury();
  }
  CHECK(counts(*home.collection, {}, home.today()).fresh == 5);
  home.next_day();
  CHECK(counts(*home.collection, {}, home.today()).fresh == 6);
}

TEST_CASE("a skipped card saves nothing and comes again at the end") {
  Home home;
  home.import_seven();
  const std::string before = home.picture(true);
  Study study = home.study();
  study.skip();
  CHECK(study.card()->question == "q2");
  CHECK(study.undo()->step == Step::skipped);
  CHECK(study.card()->question == "q1");
  CHECK(home.picture(true) == before);
}

TEST_CASE("undo and redo in a sitting move the schedule there and back") {
  Home home;
  home.import_seven();
  Study study = home.study();
  const std::string before = home.picture();
  study.grade(Quality::again, Millis{500});
  const std::string after = home.picture();
  CHECK(after != before);
  CHECK(study.undo()->step == Step::graded);
  CHECK(home.picture() == before);
  CHECK(study.redo()->step == Step::graded);
  CHECK(home.picture() == after);
  CHECK(!study.redo());
  CHECK(home.damage().empty());
}

TEST_CASE("a sitting's answers carry its name") {
  Home home;
  home.import_seven();
  Study study = home.study();
  const CardId first = study.card()->card;
  study.grade(Quality::good, Millis{0});
  const CardId second = study.card()->card;
  study.grade(Quality::good, Millis{0});
  const EntryId entry = history(*home.collection, first)[0].entry;
  CHECK(history(*home.collection, first)[0].review.session == 0);
  CHECK(history(*home.collection, second)[0].review.session == entry.value);
}
