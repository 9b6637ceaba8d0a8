// One card's entries as lines, edits as word diffs under them.
#include "cli/history/log_life.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/cards/word_diff.hpp"
#include "cli/history/log_words.hpp"
#include "cli/program/looks.hpp"
#include "cli/program/wrapped.hpp"
#include "ebb/core/error.hpp"
#include "ebb/store/life.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::string says_json(const std::optional<NoteSays>& says) {
  if (!says) return "null";
  return JsonObject().text("question", says->question).text("answer", says->answer).raw("tags", json_texts(says->tags)).str();
}

// `+hard -noun`.
std::string tags_diff(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::string text;
  const auto missing = [](const std::vector<std::string>& tags, const std::string& tag) {
    return std::find(tags.begin(), tags.end(), tag) == tags.end();
  };
  for (const std::string& tag : after)
    if (missing(before, tag)) text += fmt::format("{}+{}", text.empty() ? "" : " ", one_line(tag));
  for (const std::string& tag : before)
    if (missing(after, tag)) text += fmt::format("{}-{}", text.empty() ? "" : " ", one_line(tag));
  return text;
}

void print_change(const LifeLine& life, const Looks& looks) {
  if (!life.before || !life.after || life.after->question.empty()) return;  // the first, or purged
  const auto line = [&](const char* name, const std::string& text) {
    std::cout << looks.drawn(wrapped(fmt::format("    {:<9}{}", name, text), looks.width)) << '\n';
  };
  if (life.before->question != life.after->question) line("question", word_diff(life.before->question, life.after->question));
  if (life.before->answer != life.after->answer) line("answer", word_diff(life.before->answer, life.after->answer));
  const std::string tags = tags_diff(life.before->tags, life.after->tags);
  if (!tags.empty()) line("tags", tags);
  if (*life.before == *life.after) line("fields", "hints, notes or other fields");
}

}  // namespace

JsonObject log_entry_json(const LogLine& line) {
  JsonObject object;
  object.text("entry", line.entry).text("batch", line.batch).text("at", iso_time(line.at)).text("what", line.what);
  object.text_or_null("card", line.card);
  if (line.quality) {
    object.number("grade", static_cast<int>(grade_of(*line.quality)))
        .number("quality", static_cast<int>(*line.quality));
    object.number("duration_ms", line.took_ms).text("kind", line.kind);
    object.text("day", iso_date(line.day)).number("utc_offset_min", line.offset_min);
  } else {
    object.null("grade").null("quality").null("duration_ms").null("kind").null("day").null("utc_offset_min");
  }
  return object.text_or_null("detail", line.detail).flag("undone", line.undone);
}

std::optional<NoteId> note_named(Collection& collection, const Arguments& arguments) {
  if (arguments.words.size() != 1 || arguments.has("--deck")) return {};
  const std::string& word = arguments.words[0];
  if (word.find_first_of("0123456789") == std::string::npos) return {};
  const auto notes = notes_by_id(collection, word);
  if (notes.size() > 1)
    throw Error(Exit::no, fmt::format("{} begins the ids of {} cards; use more digits", one_line(word), notes.size()));
  if (notes.empty()) return {};
  return notes.front();
}

int print_life(const World& world, Collection& collection, NoteId note, std::optional<int> limit) {
  const std::vector<LifeLine> life = life_of_note(collection, note);
  const std::size_t shown = limit ? std::min(life.size(), static_cast<std::size_t>(*limit)) : life.size();
  const Looks looks = looks_of(world);
  if (world.globals.json) std::cout << R"({"schema":1,"entries":[)";
  for (std::size_t i = 0; i < shown; ++i) {
    const LifeLine& one = life[i];
    if (world.globals.json) {
      JsonObject object = log_entry_json(one.line);
      std::cout << (i > 0 ? "," : "") << object.raw("before", says_json(one.before)).raw("after", says_json(one.after)).str();
      continue;
    }
    const std::string line = log_line(one.line, looks);
    std::cout << (one.line.undone ? looks.dim(line) : line) << '\n';
    print_change(one, looks);
  }
  if (world.globals.json) std::cout << "]}\n";
  return 0;
}

}  // namespace ebb
