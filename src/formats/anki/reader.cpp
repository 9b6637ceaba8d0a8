// Anki's packages: `.apkg`, `.colpkg`, and the database alone.
#include <fmt/format.h>

#include <map>

#include "formats/anki/collection.hpp"
#include "formats/anki/media.hpp"
#include "formats/anki/note_text.hpp"
#include "formats/anki/package.hpp"
#include "formats/anki/schedule.hpp"
#include "formats/html_text.hpp"
#include "formats/intake.hpp"
#include "formats/json/members.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

constexpr std::int64_t notes_between_reports = 64;

class AnkiReader {
 public:
  AnkiReader(ByteSource& source, const ReadOptions& options, ImportSink& sink)
      : source_(source),
        options_(options),
        package_(source),
        collection_(package_.guarded([&] { return load_collection(package_.database()); })),
        calendar_(collection_.clock),
        intake_(sink, report_, source.name(), deck_from_file(source.name())),
        texts_(collection_, calendar_, intake_) {}

  ReadReport read(const char* format, bool all_media) {
    std::unique_ptr<AnkiMedia> media;
    if (package_.zip() != nullptr) media = std::make_unique<AnkiMedia>(*package_.zip(), package_.latest(), intake_);
    AnkiRows rows = package_.guarded([&] { return AnkiRows(package_.database()); });
    AnkiNote note;
    while (package_.guarded([&] { return rows.next(note); })) {
      take(note, media.get());
      if (number_ % notes_between_reports == 0) progress(rows.notes_in_all());
    }
    if (rows.orphan_cards() > 0)
      intake_.tell(fmt::format("cards whose note is not in the file, left out: {}", rows.orphan_cards()));
    if (media) media->hand_over(intake_, all_media);
    for (const auto& [id, json] : used_types_) intake_.sink().media({note_type_label(json), json, true});
    report_.format = format;
    report_.shape = fmt::format("{} (schema {}); note types: {}; cards: {}; answers in the history: {}",
                                package_.member(), collection_.schema, used_types_.size(), cards_, answers_);
    intake_.finish();
    intake_.sink().progress(source_.size(), source_.size());
    return report_;
  }

 private:
  void take(AnkiNote& note, AnkiMedia* media) {
    ++number_;
    const auto found = collection_.types.find(note.type);
    const AnkiNoteType* const type = found == collection_.types.end() ? nullptr : &found->second;
    if (type == nullptr)
      intake_.warn(number_, {0, 0}, "its note type is not in the file: the fields are shown as they are");
    if (collection_.scheduler <= 1)
      for (AnkiCard& card : note.cards) upgrade_from_first_scheduler(card);
    const std::vector<std::string> fields = split_fields(note, type, intake_, number_);
    ImportedNote imported;
    imported.card = number_;
    imported.id = valid_utf8(note.guid);
    take_tags(note, imported);
    imported.more = "{\"anki\":" + note_facts(note, type, fields, label_of(type)) + "}";
    texts_.fill(imported, note, type, fields);
    if (!options_.deck.empty()) imported.deck = options_.deck;
    for (const ImportedCard& card : imported.cards) answers_ += static_cast<std::int64_t>(card.reviews.size());
    cards_ += static_cast<std::int64_t>(imported.cards.size());
    if (media != nullptr)
      for (const std::string& field : fields) media->find_names(field);
    intake_.take(std::move(imported), 0);
  }

  void take_tags(const AnkiNote& note, ImportedNote& imported) {
    std::string_view rest = note.tags;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) intake_.tag(imported.tags, valid_utf8(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  // The name under which the note type travels with the media.
  std::string label_of(const AnkiNoteType* type) {
    if (type == nullptr || type->fields.empty()) return {};
    auto known = used_types_.find(type->id);
    if (known == used_types_.end()) known = used_types_.emplace(type->id, note_type_json(*type)).first;
    auto& label = labels_[type->id];
    if (label.empty()) label = note_type_label(known->second);
    return label;
  }

  void progress(std::int64_t in_all) {
    const double part = static_cast<double>(number_) / static_cast<double>(std::max<std::int64_t>(in_all, 1));
    intake_.sink().progress(static_cast<std::size_t>(part * static_cast<double>(source_.size())), source_.size());
  }

  ByteSource& source_;
  const ReadOptions& options_;
  ReadReport report_;
  AnkiPackage package_;
  AnkiCollection collection_;
  AnkiCalendar calendar_;
  Intake intake_;
  NoteTexts texts_;
  std::map<std::int64_t, std::string> used_types_, labels_;
  std::int64_t cards_ = 0, answers_ = 0;
  int number_ = 0;
};

bool holds_anki(std::string_view head) {
  if (head.starts_with("PK\x03\x04")) return head.find("collection.anki2") != std::string_view::npos;
  return head.starts_with("SQLite format 3") && head.find("revlog") != std::string_view::npos;
}

}  // namespace

int sniff_apkg(std::string_view head, std::string_view file_name) {
  if (holds_anki(head)) return 95;
  return head.starts_with("PK") && has_suffix(file_name, ".apkg") ? 80 : 0;
}

int sniff_colpkg(std::string_view head, std::string_view file_name) {
  const bool suffix = has_suffix(file_name, ".colpkg") || has_suffix(file_name, ".anki2");
  if (head.starts_with("SQLite format 3")) return suffix || holds_anki(head) ? 100 : 0;
  return head.starts_with("PK") && suffix ? 100 : 0;
}

ReadReport read_apkg(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  return AnkiReader(source, options, sink).read("apkg", false);
}

ReadReport read_colpkg(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  return AnkiReader(source, options, sink).read("colpkg", true);
}

}  // namespace ebb
