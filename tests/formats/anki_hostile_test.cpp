// Packages that were made to do harm, and the parts of good ones changed at random: errors or problems, no crash.
#include <doctest/doctest.h>
#include <zstd.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "ebb/text/unicode.hpp"
#include "formats/anki/cloze_html.hpp"
#include "formats/anki/protobuf.hpp"
#include "formats/anki/template.hpp"
#include "formats/archive/zip_reader.hpp"
#include "formats/archive/zip_writer.hpp"
#include "formats/archive/zstd_stream.hpp"
#include "formats/html_text.hpp"
#include "formats/reading.hpp"

namespace ebb {
namespace {

std::string golden(const std::string& name) {
  return whole_file((std::filesystem::path(EBB_SOURCE_DIR) / "tests/formats" / name).string());
}

std::string member(const std::string& package, const std::string& name) {
  MemorySource source(package, "x");
  return ZipReader(source).text(name, std::size_t{64} << 20);
}

std::string zipped(std::initializer_list<std::pair<std::string, std::string>> members) {
  ZipWriter zip;
  for (const auto& [name, bytes] : members) zip.add(name, bytes, true);
  std::ostringstream out;
  zip.finish(out);
  return out.str();
}

std::string compressed(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

std::string uncompressed(const std::string& bytes) {
  std::string out;
  ZstdStream stream("x", std::size_t{64} << 20, [&](std::string_view piece) { out += piece; });
  stream.push(bytes);
  stream.finish();
  return out;
}

void check_sane(const DeckReading& reading) {
  for (const ImportedNote& note : reading.sink.notes) {
    REQUIRE(!note.question.empty());
    std::string all = note.question + note.answer + note.deck + note.id + note.more;
    for (const std::string& tag : note.tags) all += tag;
    for (const ImportedCard& card : note.cards) {
      all += card.question + card.answer + card.more;
      REQUIRE(card.ordinal >= 0);
      REQUIRE(card.ordinal <= 1023);
      if (card.memory) REQUIRE(card.memory->due.has_value());
    }
    REQUIRE(first_invalid_utf8(all) == std::string_view::npos);
  }
}

void mutate(std::string& bytes, std::mt19937_64& random) {
  for (std::size_t edits = 1 + random() % 6; edits > 0 && !bytes.empty(); --edits) {
    const std::size_t at = static_cast<std::size_t>(random() % bytes.size());
    switch (random() % 4) {
      case 0:
        bytes[at] = static_cast<char>(random() & 0xFF);
        break;
      case 1:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
        break;
      case 2:
        bytes.replace(at, std::min<std::size_t>(8, bytes.size() - at), std::string(8, '\xFF'));
        break;
      default:
        bytes.erase(at, random() % 16);
        break;
    }
  }
}

int times() {
  const char* const wanted = std::getenv("EBB_MUTATIONS");
  return wanted != nullptr ? std::atoi(wanted) : 300;
}

}  // namespace

TEST_CASE("databases changed at random are read or refused") {
  std::mt19937_64 random(11);
  const std::string old_schema = member(golden("apkg/bad_rows/input.apkg"), "collection.anki2");
  const std::string new_schema = uncompressed(member(golden("apkg/latest_fsrs/input.apkg"), "collection.anki21b"));
  const std::string mnemosyne = golden("mnemosyne/database/input.db");
  int read = 0;
  for (int i = 0; i < times(); ++i) {
    const std::pair<const std::string*, const char*> inputs[] = {
        {&old_schema, "apkg"}, {&new_schema, "apkg"}, {&mnemosyne, "mnemosyne"}};
    for (const auto& [original, format] : inputs) {
      std::string bytes = *original;
      mutate(bytes, random);
      ReadOptions options;
      options.format = format;
      const DeckReading reading = read_from(bytes, "x", options);
      check_sane(reading);
      read += reading.error.empty() ? 1 : 0;
    }
  }
  CHECK(read > 0);
}

TEST_CASE("lists of media and metadata changed at random cost no note") {
  std::mt19937_64 random(12);
  const std::string package = golden("apkg/latest_fsrs/input.apkg");
  const std::string collection = member(package, "collection.anki21b"), list = uncompressed(member(package, "media"));
  for (int i = 0; i < times() / 5; ++i) {
    std::string changed = list;
    mutate(changed, random);
    const DeckReading reading = read_from(
        zipped({{"meta", std::string("\x08\x03")}, {"collection.anki21b", collection}, {"media", compressed(changed)}}),
        "x.apkg");
    CHECK(reading.error == "");
    CHECK(reading.report.taken == 14);
  }
}

TEST_CASE("templates, clozes, HTML and protocol buffers of any kind end") {
  std::mt19937_64 random(13);
  const std::vector<std::string> atoms{
      "{{", "}}",  "c1::", "#",   "^", "/", "Front", "<",    ">", "<svg",  "</", "style", "\"",    "'",    "&",     ";",
      "#x", "amp", "<!--", "-->", "[", "]", "\x08",  "\xff", ":", "type:", " ",  "=",     "<pre>", "<li>", "{{c1::"};
  const std::vector<std::string> names{"Front"}, values{"x"};
  for (int i = 0; i < times() * 20; ++i) {
    std::string text;
    for (std::size_t n = random() % 30; n > 0; --n) text += atoms[static_cast<std::size_t>(random() % atoms.size())];
    REQUIRE(first_invalid_utf8(html_to_text(text)) == std::string_view::npos);
    reveal_cloze(text, 1, ClozeSide::question);
    render_side(text, {names, values}, {}, false);
    for_each_field(text, [](const ProtoField&) {});
  }
}

TEST_CASE("a bomb is refused before it fills memory or disk") {
  const std::string zeros(std::size_t{60} << 20, '\0');
  CHECK(read_from(zipped({{"collection.anki2", zeros}}), "x.apkg").error.find("far more") != std::string::npos);
  const DeckReading zstd =
      read_from(zipped({{"meta", std::string("\x08\x03")}, {"collection.anki21b", compressed(zeros)}}), "x.apkg");
  CHECK(zstd.error.find("far more") != std::string::npos);
}

TEST_CASE("a package without a collection, and a collection that is no database, are refused") {
  CHECK(read_from(zipped({{"media", "{}"}}), "x.apkg").error.find("no Anki collection") != std::string::npos);
  CHECK(read_from(zipped({{"collection.anki2", "not a database"}}), "x.apkg").error.find("cannot be read") !=
        std::string::npos);
  CHECK(read_from(zipped({{"meta", std::string("\x08\x03")}, {"collection.anki21b", "no zstd"}}), "x.apkg")
            .error.find("damaged") != std::string::npos);
}

}  // namespace ebb
