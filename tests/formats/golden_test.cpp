// Runs every folder <format>/<case>/: reads input.* with the options beside it, compares with expected.json.
// EBB_APPROVE=1 writes expected.json anew: read the difference before you commit it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "formats/reading.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

const fs::path folder = fs::path(EBB_SOURCE_DIR) / "tests/formats";

ReadOptions options_of(const fs::path& path) {
  ReadOptions options;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t equals = line.find('=');
    const std::string key = line.substr(0, equals), value = line.substr(equals + 1);
    if (key == "format") options.format = value;
    if (key == "deck") options.deck = value;
    if (key == "front_key") options.front_key = value;
    if (key == "back_key") options.back_key = value;
    if (key == "columns") options.columns = value;
  }
  return options;
}

Json memory_json(const Memory& memory) {
  Json json{{"interval", memory.interval}, {"ease", memory.ease},       {"repetitions", memory.repetitions},
            {"reviews", memory.reviews},   {"lapses", memory.lapses}};
  if (memory.stability > 0) json["stability"] = memory.stability;
  if (memory.difficulty > 0) json["difficulty"] = memory.difficulty;
  if (memory.step > 0) json["step"] = memory.step;
  if (memory.relearning) json["relearning"] = true;
  if (memory.last) json["last"] = iso_date(*memory.last);
  if (memory.due) json["due"] = iso_date(*memory.due);
  return json;
}

Json card_json(const ImportedCard& card) {
  Json json{{"ordinal", card.ordinal}};
  if (!card.question.empty() || !card.answer.empty()) {
    json["question"] = card.question;
    json["answer"] = card.answer;
  }
  if (card.memory) json["memory"] = memory_json(*card.memory);
  if (card.suspended) json["suspended"] = true;
  if (card.buried) json["buried"] = true;
  if (card.flag > 0) json["flag"] = card.flag;
  for (const ImportedReview& review : card.reviews)
    json["reviews"].push_back({{"at", iso_time(review.at)}, {"offset", review.offset_min}, {"day", iso_date(review.day)},
                               {"quality", static_cast<int>(review.quality)}, {"took", review.took.count()},
                               {"cram", review.intent == Intent::cram}});
  if (!card.more.empty()) json["more"] = card.more;
  return json;
}

Json note_json(const ImportedNote& note) {
  Json json{{"card", note.card}, {"line", note.line}, {"deck", note.deck}, {"question", note.question}, {"answer", note.answer}};
  if (!note.id.empty()) json["id"] = note.id;
  if (!note.deck_id.empty()) json["deck_id"] = note.deck_id;
  if (!note.tags.empty()) json["tags"] = note.tags;
  if (!note.more.empty()) json["more"] = note.more;
  if (note.suspended) json["suspended"] = true;
  for (const ImportedCard& card : note.cards) json["cards"].push_back(card_json(card));
  return json;
}

Json as_json(const Reading& reading) {
  if (!reading.error.empty()) return {{"error", reading.error}};
  const ReadReport& report = reading.report;
  Json json{{"format", report.format}, {"shape", report.shape}, {"told", report.told}, {"deck", report.deck},
            {"taken", report.taken}, {"left_out", report.left_out}, {"full", report.full}};
  json["notes"] = Json::array();
  for (const ImportedNote& note : reading.sink.notes) json["notes"].push_back(note_json(note));
  json["problems"] = Json::array();
  for (const Problem& problem : reading.sink.problems)
    json["problems"].push_back({{"file", problem.file}, {"line", problem.line}, {"column", problem.column},
                                {"card", problem.card}, {"what", problem.what}, {"left_out", problem.left_out}});
  for (const ImportedMedia& file : reading.sink.files)
    json["media"].push_back({{"name", file.name}, {"size", file.bytes.size()}});
  if (report.full) json["entries"] = reading.sink.entries;
  return json;
}

std::vector<fs::path> cases_of(const fs::path& format) {
  std::vector<fs::path> cases;
  if (!fs::is_directory(format)) return cases;
  for (const auto& entry : fs::directory_iterator(format))
    if (entry.is_directory()) cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  return cases;
}

fs::path input_of(const fs::path& golden) {
  for (const auto& entry : fs::directory_iterator(golden))
    if (entry.path().stem() == "input") return entry.path();
  return golden / "input";
}

void check_case(const fs::path& golden) {
  CAPTURE(golden.string());
  const fs::path input = input_of(golden);
  REQUIRE(fs::exists(input));
  const std::string bytes = whole_file(input.string());
  const ReadOptions options = options_of(golden / "options");
  const std::string got =
      as_json(read_from(bytes, input.filename().string(), options)).dump(1, ' ', false, Json::error_handler_t::strict) + "\n";
  if (const char* approve = std::getenv("EBB_APPROVE"); approve != nullptr && std::string(approve) == "1")
    std::ofstream(golden / "expected.json", std::ios::binary) << got;
  CHECK(got == whole_file((golden / "expected.json").string()));
  const std::string small = as_json(read_from(bytes, input.filename().string(), options, 3)).dump(1) + "\n";
  CHECK_MESSAGE(small == got, "read three bytes at a time it comes out differently");
}

}  // namespace

TEST_CASE("every format that can be read has golden cases, and each comes out as approved") {
  for (const Format& format : formats()) {
    if (format.read == nullptr) continue;
    const auto cases = cases_of(folder / format.name);
    CHECK_MESSAGE(!cases.empty(), "no golden folder for the format " << format.name);
    for (const fs::path& golden : cases) check_case(golden);
  }
}

TEST_CASE("the bundled deck and the seed's text are the same seven cards") {
  const Reading bundled = read_from(whole_file((fs::path(EBB_SOURCE_DIR) / "data/decks/training-deep-neural-nets.json").string()),
                                    "training-deep-neural-nets.json");
  const Reading seed = read_from(whole_file((folder / "text/seed/input.txt").string()), "seed.txt");
  REQUIRE(bundled.sink.notes.size() == 7);
  REQUIRE(seed.sink.notes.size() == 7);
  for (std::size_t i = 0; i < 7; ++i) {
    CHECK(bundled.sink.notes[i].question == seed.sink.notes[i].question);
    CHECK(bundled.sink.notes[i].answer == seed.sink.notes[i].answer);
    CHECK(bundled.sink.notes[i].deck == seed.sink.notes[i].deck);
    CHECK(!bundled.sink.notes[i].id.empty());
    CHECK(!bundled.sink.notes[i].tags.empty());
  }
}

}  // namespace ebb
