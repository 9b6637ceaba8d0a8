// Short words alone would say it of every list of vocabulary: they are names of columns when people name columns so, or
// when the rows below are much longer.
#include "cli/decks/header_hint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr int longest_name = 20, much_longer = 3;
constexpr std::size_t fewest_below = 3;
// Names that the readers do not take for a header by themselves.
constexpr std::array<std::string_view, 30> names{
    "word",   "words",    "term",    "meaning", "translation", "translate", "definition", "expression",
    "phrase", "sentence", "native",  "foreign", "language",    "source",    "target",     "english",
    "german", "french",   "spanish", "italian", "latin",       "chinese",   "japanese",   "kanji",
    "kana",   "pinyin",   "reading", "prompt",  "hint",        "name"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool is_name(const std::string& text) {
  return std::find(names.begin(), names.end(), lower(text)) != names.end();
}

// One or two words without digits and marks.
bool could_be_name(const std::string& text) {
  return !text.empty() && cells(text) <= longest_name && text.find_first_of("0123456789.,;:!?()[]{}\n") == text.npos &&
         std::count(text.begin(), text.end(), ' ') <= 1;
}

int length(const PlannedChange& card) {
  return cells(one_line(card.question)) + cells(one_line(card.answer));
}

bool much_shorter(const PlannedChange& first, const std::vector<PlannedChange>& all) {
  if (all.size() <= fewest_below) return false;
  int sum = 0;
  for (const PlannedChange& card : all) sum += length(card);
  return sum - length(first) > much_longer * length(first) * static_cast<int>(all.size() - 1);
}

}  // namespace

std::string header_hint(const ImportOutcome& outcome) {
  const bool table = outcome.report.format == "csv" || outcome.report.format == "tsv";
  if (!table || outcome.report.shape.find("no header") == std::string::npos) return {};
  const std::vector<PlannedChange>& changes = outcome.plan.changes;
  const auto first = std::find_if(changes.begin(), changes.end(), [](const auto& change) { return change.card == 1; });
  if (first == changes.end() || first->kind != PlannedChange::Kind::added) return {};
  if (!could_be_name(first->question) || !could_be_name(first->answer)) return {};
  if (!is_name(first->question) && !is_name(first->answer) && !much_shorter(*first, changes)) return {};
  return fmt::format(
      "the first row, \"{}\" and \"{}\", was taken for a card. If it names the columns, take it out of the file; "
      "--columns says what they are",
      one_line(first->question), one_line(first->answer));
}

}  // namespace ebb
