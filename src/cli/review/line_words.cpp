// Words in and out of the line mode.
#include "cli/review/line_words.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/review/grade_keys.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

using What = LineCommand::What;

struct Word {
  std::string_view word;
  What what;
};
constexpr std::array words{Word{"u", What::undo},  Word{"undo", What::undo},       Word{"redo", What::redo},
                           Word{"m", What::mark},  Word{"mark", What::mark},       Word{"s", What::suspend},
                           Word{"b", What::bury},  Word{"suspend", What::suspend}, Word{"bury", What::bury},
                           Word{"x", What::skip},  Word{"skip", What::skip},       Word{"w", What::why},
                           Word{"why", What::why}, Word{"?", What::keys},          Word{"help", What::keys},
                           Word{"q", What::quit},  Word{"quit", What::quit},
                           Word{"delete", What::remove}, Word{"e", What::edit},
                           Word{"edit", What::edit}, Word{"i", What::info}, Word{"info", What::info},
                           Word{"h", What::hint}, Word{"hint", What::hint},
                           Word{"v", What::source}, Word{"source", What::source},
                           Word{"o", What::open}, Word{"open", What::open},
                           Word{"r", What::play}, Word{"play", What::play},
                           Word{"[", What::look_back}, Word{"last", What::look_back}};

std::string trimmed(std::string_view line) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t first = line.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(line.substr(first, line.find_last_not_of(blanks) - first + 1));
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

}  // namespace

LineCommand line_command(std::string_view line, int grades) {
  const std::string typed = trimmed(line), text = lower(typed);
  if (text.empty()) return {What::nothing, {}, {}};
  if (typed == "D") return {What::remove, {}, {}};
  if (const auto quality = grade_typed(text, grades)) return {What::grade, quality, {}};
  for (const Word& word : words)
    if (word.word == text) return {word.what, {}, {}};
  const std::size_t blank = std::min(text.find(' '), text.size());
  const std::string first = text.substr(0, blank), rest = trimmed(std::string_view(typed).substr(blank));
  if (first == "leech") return {What::leech, {}, lower(rest)};
  if (!rest.empty() && (first == "t" || first == "type")) return {What::type, {}, rest};
  if (!rest.empty() && (first == "m" || first == "mark")) return {What::mark, {}, rest};
  return {What::unknown, {}, {}};
}

std::string line_keys(int grades) {
  std::string keys = "Enter: show the answer, t TEXT type it, h hint, v source. ";
  for (const GradeKey& key : grade_keys(grades)) keys += fmt::format("{} {}, ", key.number, key.name);
  return keys + "u undo, redo, m mark (m NOTE: with a note), s suspend, b bury, x skip, D delete, e edit, w why, i about, o open the picture, r play the sound, [ the last card, q finish.";
}

std::string grades_line(const Study& study, int grades, bool preview) {
  const Outlook outlook = study.outlook();
  const Day day = study.today().day;
  std::string line;
  for (const GradeKey& key : grade_keys(grades)) {
    if (!line.empty()) line += ", ";
    line += fmt::format("{} {}", key.number, key.name);
    if (preview) line += fmt::format(" ({})", preview_text(outlook[static_cast<std::size_t>(key.quality)], day));
  }
  return line;
}

std::string_view grade_word(Quality quality, int grades) {
  for (const GradeKey& key : grade_keys(grades))
    if (key.quality == quality) return key.name;
  return name_of(grade_of(quality));
}

std::string_view kind_words(QueuedCard::Kind kind, const Memory& memory) {
  if (kind != QueuedCard::Kind::drill) return "Question";
  return memory.step > 0 ? "Learning, question" : "Drill, question";
}

std::string next_words(const Memory& after, Day day) {
  const std::string text = preview_text(after, day);
  return text.starts_with("today") ? text : "in " + text;
}

std::vector<std::string> info_lines(const CardView& card, Day day) {
  std::vector<std::string> lines{fmt::format("id {}, deck {}, {}", card.id, one_line(card.deck), state_name(card.memory, day))};
  if (!card.tags.empty()) {
    std::string tags;
    for (const std::string& tag : card.tags) tags += (tags.empty() ? "" : " ") + one_line(tag);
    lines.push_back("tags " + tags);
  }
  if (card.memory.due)
    lines.push_back(fmt::format("due {}, interval {}, {} answers, forgotten {}", iso_date(*card.memory.due), days_text(card.memory.interval),
                                card.memory.reviews, counted(card.memory.lapses, "time")));
  if (!card.mark_note.empty()) lines.push_back("marked: " + one_line(card.mark_note));
  return lines;
}

std::vector<std::string> opening_lines(const Study& study) {
  std::vector<std::string> lines;
  if (const auto& resumed = study.resumed())
    lines.push_back(fmt::format("Resumed, {} of {}.", with_commas(resumed->done), with_commas(resumed->of)));
  if (const auto& planned = study.planned(); planned && planned->cards > 0)
    lines.push_back(fmt::format("{} of {} fit, {}.", with_commas(planned->cards), counted(planned->of, "card"), about_time(planned->time)));
  if (study.deferred() > 0) lines.push_back(fmt::format("+{} deferred by today's limit of reviews.", with_commas(study.deferred())));
  return lines;
}

std::string_view step_words(Step step) {
  switch (step) {
    case Step::graded:
      return "the grade";
    case Step::skipped:
      return "the skip";
    case Step::buried:
      return "burying";
    case Step::suspended:
      return "the suspension";
    case Step::marked:
      return "the mark";
    case Step::rested:
      return "the rest";
    case Step::deleted:
      return "the deletion";
    case Step::edited:
      return "the edit";
  }
  return "";
}

}  // namespace ebb
