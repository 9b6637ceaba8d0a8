// The table of formats, and choosing one by looking at a file.
#include "ebb/formats/formats.hpp"

#include <fmt/format.h>

#include <array>

#include "ebb/core/error.hpp"
#include "formats/clean_text.hpp"
#include "formats/intake.hpp"
#include "formats/json/keys.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

constexpr std::array<Format, 13> table{{
    {"json", ".json", "the canonical deck, and JSON of other programs", sniff_json, read_json,
     write_json},
    {"md", ".md .markdown", "hashcards' Q: A: C:, Obsidian's :: and ==cloze==", sniff_markdown,
     read_markdown, write_markdown},
    {"org", ".org", "org-fc: headings tagged :fc:", sniff_org, read_org, nullptr},
    {"text", ".txt", "questions and answers as paragraphs, or Q: and A:", sniff_text, read_text,
     write_text},
    {"csv", ".csv", "one card a row, columns split by , ; or |", sniff_csv, read_csv, write_csv},
    {"tsv", ".tsv .tab", "one card a row, columns split by tabs", sniff_tsv, read_tsv, write_tsv},
    {"anki-text", "", "Anki's notes in plain text, #separator:tab on top", sniff_anki_text,
     read_anki_text, write_anki_text},
    {"quizlet", "", "Quizlet: a term, a tab or \" - \", a definition a line", sniff_quizlet, read_quizlet,
     nullptr},
    {"lines", "", "lines that take turns: question, answer", sniff_nothing, read_lines, nullptr},
    {"apkg", ".apkg", "Anki's deck packages, with schedules, histories and media", sniff_apkg, read_apkg, write_apkg},
    {"colpkg", ".colpkg .anki2", "Anki's whole collection", sniff_colpkg, read_colpkg, nullptr},
    {"mnemosyne", ".db .cards .xml", "Mnemosyne: its database, its packages of cards, the XML of version 1", sniff_mnemosyne,
     read_mnemosyne, nullptr},
    {"revlog-csv", "", "the answers given, for optimizers of FSRS", sniff_nothing, nullptr, write_revlog},
}};

std::string format_names() {
  std::string names;
  for (const Format& format : table)
    if (format.read != nullptr) names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
  return names;
}

// Throws if the file is of a known kind that no format of the table reads.
void refuse_foreign(std::string_view head, const std::string& name) {
  const char* what = nullptr;
  if (head.starts_with("PK\x03\x04")) what = "a zip archive, perhaps an Anki package";
  if (head.starts_with("SQLite format 3")) what = "an SQLite database";
  if (what == nullptr && head.find('\0') != std::string_view::npos) what = "not a text file";
  if (what == nullptr) return;
  throw Error(Exit::input, fmt::format("{}: this is {}. Formats that can be read: {}.", name, what, format_names()));
}

// The first bytes as they are, for files that are not text.
std::string raw_head(ByteSource& source) {
  std::string head(std::size_t{1} << 16, '\0');
  std::size_t size = 0;
  while (size < head.size()) {
    const std::size_t count = source.read(head.data() + size, head.size() - size);
    if (count == 0) break;
    size += count;
  }
  source.rewind();
  head.resize(size);
  return head;
}

// The format that is the surest of these bytes; null if none is.
const Format* surest(std::string_view head, const std::string& name) {
  const Format* best = nullptr;
  int most = 0;
  for (const Format& format : table) {
    const int sure = format.sniff(head, name);
    if (sure <= most) continue;
    most = sure;
    best = &format;
  }
  return best;
}

bool binary(std::string_view head) { return head.starts_with("PK\x03\x04") || head.starts_with("SQLite format 3"); }

const Format& sniff(ByteSource& source) {
  if (const std::string raw = raw_head(source); binary(raw))
    if (const Format* const format = surest(raw, source.name()); format != nullptr) return *format;
  CleanText text(source);
  text.next();
  const std::string head(text.piece());
  source.rewind();
  refuse_foreign(head, source.name());
  const bool whole = head.size() >= source.size() || source.size() == 0;
  if (head.empty() || (whole && blank(head))) throw Error(Exit::input, fmt::format("{}: the file is empty.", source.name()));
  const Format* const best = surest(head, source.name());
  if (best == nullptr)
    throw Error(Exit::input, fmt::format("{}: the format is not known. Name it with --format ({}).", source.name(),
                                         format_names()));
  return *best;
}

}  // namespace

bool has_suffix(std::string_view file_name, std::string_view suffix) {
  return file_name.size() > suffix.size() && lower_case(file_name).ends_with(suffix);
}

std::span<const Format> formats() { return table; }

// A format is also known by its suffixes without the dot: `txt`, `markdown`.
const Format* find_format(std::string_view name) {
  for (const Format& format : table)
    if (format.name == name) return &format;
  for (const Format& format : table)
    if (!name.empty() && fmt::format(" {} ", format.suffixes).find(fmt::format(" .{} ", name)) != std::string::npos)
      return &format;
  return nullptr;
}

ReadReport read_deck(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  if (options.format.empty()) return sniff(source).read(source, options, sink);
  const Format* const format = find_format(options.format);
  if (format == nullptr || format->read == nullptr)
    throw Error(Exit::usage, fmt::format("--format {}: there is no such format to read. Formats: {}.", options.format,
                                         format_names()));
  return format->read(source, options, sink);
}

}  // namespace ebb
