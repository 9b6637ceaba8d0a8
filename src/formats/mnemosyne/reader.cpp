// Mnemosyne's files: the database, `.cards`, the XML of version 1; `.mem` is known and refused.
#include <fmt/format.h>

#include "ebb/core/error.hpp"
#include "formats/anki/media.hpp"
#include "formats/archive/temporary_file.hpp"
#include "formats/archive/zip_reader.hpp"
#include "formats/html_text.hpp"
#include "formats/intake.hpp"
#include "formats/mnemosyne/database.hpp"
#include "formats/mnemosyne/xml_decks.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

constexpr std::size_t largest_database = std::size_t{512} << 20, largest_xml = std::size_t{256} << 20;
constexpr std::size_t largest_file = std::size_t{100} << 20;

class MnemosyneReader {
 public:
  MnemosyneReader(ByteSource& source, const ReadOptions& options, ImportSink& sink)
      : source_(source),
        deck_(options.deck.empty() ? deck_from_file(source.name()) : options.deck),
        intake_(sink, report_, source.name(), deck_) {
    report_.format = "mnemosyne";
  }

  ReadReport database() {
    if (source_.size() > largest_database) throw Error(Exit::input, source_.name() + ": larger than 512 MiB.");
    TemporaryFile copy;
    copy.copy_from(source_);
    const auto guarded = [&](auto work) {
      try {
        return work();
      } catch (const Error& error) {
        std::string text = error.what();
        for (std::size_t at = text.find(copy.path()); at != std::string::npos; at = text.find(copy.path()))
          text.replace(at, copy.path().size(), "the database");
        throw Error(Exit::input, fmt::format("{}: it cannot be read: {}.", source_.name(), valid_utf8(text)));
      }
    };
    const auto opened = guarded([&] { return std::make_unique<UntrustedDatabase>(copy.path()); });
    copy.drop_name();
    MnemosyneFacts facts = guarded([&] { return MnemosyneFacts(*opened); });
    MnemosyneFact fact;
    for (int number = 1; guarded([&] { return facts.next(fact); }); ++number) {
      take_fact(fact, number, deck_, intake_);
      const double part = number / static_cast<double>(std::max<std::int64_t>(facts.facts_in_all(), 1));
      intake_.sink().progress(static_cast<std::size_t>(part * static_cast<double>(source_.size())), source_.size());
    }
    return finish("Mnemosyne's database; media are beside it and do not come along");
  }

  ReadReport package() {
    ZipReader zip(source_);
    SyncDeck deck;
    XmlParser parser(source_.name() + ": cards.xml", deck);
    zip.read("cards.xml", largest_xml, [&](std::string_view piece) { parser.push(piece); });
    parser.push({}, true);
    deck.hand_over(deck_, intake_);
    for (const std::string& name : zip.names()) {
      const std::string label =
          media_label(name.substr(name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1));
      if (name == "cards.xml" || name == "METADATA" || label.empty()) continue;
      intake_.sink().media({label, zip.text(name, largest_file)});
    }
    return finish("Mnemosyne's package of cards");
  }

  ReadReport sync_xml() {
    SyncDeck deck;
    parse_xml(source_, deck);
    deck.hand_over(deck_, intake_);
    return finish("Mnemosyne's list of events");
  }

  ReadReport old_xml() {
    OldDeck deck(intake_, deck_);
    parse_xml(source_, deck);
    deck.finish();
    return finish("XML of Mnemosyne 1");
  }

 private:
  ReadReport finish(const char* shape) {
    report_.shape = shape;
    intake_.finish();
    intake_.sink().progress(source_.size(), source_.size());
    return report_;
  }
  ByteSource& source_;
  std::string deck_;
  ReadReport report_;
  Intake intake_;
};

constexpr std::string_view pickle_mark = "--- Mnemosyne Data Base";

bool has(std::string_view head, std::string_view word) {
  return head.find(word) != std::string_view::npos;
}

std::string head_of(ByteSource& source) {
  std::string head(4096, '\0');
  std::size_t size = 0, count = 0;
  while (size < head.size() && (count = source.read(head.data() + size, head.size() - size)) > 0) size += count;
  source.rewind();
  head.resize(size);
  return head;
}

}  // namespace

int sniff_mnemosyne(std::string_view head, std::string_view file_name) {
  if (head.starts_with(pickle_mark)) return 100;
  if (head.starts_with("PK\x03\x04")) return has(head, "cards.xml") || has_suffix(file_name, ".cards") ? 90 : 0;
  if (head.starts_with("SQLite format 3"))
    return has(head, "data_for_fact") ? 100 : has_suffix(file_name, ".db") ? 40 : 0;
  const std::string_view start = head.substr(0, 2000);
  return has(start, "<mnemosyne ") || has(start, "<openSM2sync ") ? 100 : 0;
}

ReadReport read_mnemosyne(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  const std::string head = head_of(source);
  if (head.starts_with(pickle_mark))
    throw Error(Exit::input, source.name() +
                                 ": Mnemosyne 1 keeps its cards in a Python pickle, which can run programs and "
                                 "is not read here. Open it in Mnemosyne and export the cards as XML.");
  MnemosyneReader reader(source, options, sink);
  if (head.starts_with("SQLite format 3")) return reader.database();
  if (head.starts_with("PK\x03\x04")) return reader.package();
  return has(head, "<openSM2sync ") ? reader.sync_xml() : reader.old_xml();
}

}  // namespace ebb
