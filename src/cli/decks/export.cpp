// ebb export: cards as a deck file, or with --full everything there is.
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <ostream>
#include <streambuf>

#include "cli/decks/export_source.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/file_stream.hpp"
#include "cli/program/suggest.hpp"
#include "cli/program/work_bar.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/media.hpp"
#include "ebb/system/files.hpp"
#include "ebb/system/interrupt.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"-o,--output", "FILE", "write to this file; without it, or with -, to stdout"},
    {"--format", "NAME", "json (the default), or another: ebb help formats"},
    {"--full", "", "schedule and log too; ebb import reads it back to the same collection (json only)"},
    deck_option,
};

constexpr const char* stopped = "Stopped. The export was not written.";

const Format& format_asked(const Arguments& arguments) {
  const std::string name = arguments.value("--format").value_or("json");
  const Format* format = find_format(name);
  if (format != nullptr && format->write != nullptr) return *format;
  std::vector<std::string_view> names;
  for (const Format& one : formats())
    if (one.write != nullptr) names.push_back(one.name);
  throw Error(Exit::usage, fmt::format("There is no format `{}` to write.{} There is: {}", name,
                                       did_you_mean(name, names), fmt::join(names, ", ")));
}

bool carries_histories(const Format& format) { return format.name == "apkg" || format.name == "revlog-csv"; }

void refuse_filtered_full(const CardFilter& filter, const Format& format) {
  if (!filter.empty())
    throw Error(Exit::usage, "A --full export holds the whole log, so it takes no filter. Leave one of them out.");
  if (format.name != "json") throw Error(Exit::usage, "A --full export is JSON. Leave out --format.");
}

void confirm_replacing(const World& world, const std::string& file) {
  if (!std::filesystem::is_regular_file(file)) return;
  if (world.ask(one_line(file) + " is already there. Replace it?")) return;
  throw Error(Exit::usage, file + " is already there. Name another file, or add --yes to replace it.");
}

void write(std::ostream& out, const World& world, Collection& collection, const Format& format, CardsToExport& cards,
           bool full) {
  ExportOptions how;
  how.full = full;
  how.exported_at = full ? iso_time(world.clock()) : "";
  how.today = world.today();
  how.media = [library = MediaLibrary(collection)](const std::string& name) { return library.bytes(name); };
  WorkBar bar(world.err_terminal && !world.globals.quiet, "Writing");
  const NextCard next_card = [&](ExportedCard& card) {
    stop_if_interrupted(stopped);
    bar.show(cards.share_done());
    return cards.next(card);
  };
  if (!full) return format.write(out, how, next_card, [](std::string&) { return false; });
  EntriesToExport entries(collection);
  format.write(out, how, next_card, [&entries](std::string& entry) {
    stop_if_interrupted(stopped);
    return entries.next(entry);
  });
}

// A std::ostream into a file that takes its place whole.
class AtomicBuffer : public std::streambuf {
 public:
  explicit AtomicBuffer(AtomicFile& file) : file_(file) { setp(room_.data(), room_.data() + room_.size()); }
  void flush() {
    file_.write({pbase(), static_cast<std::size_t>(pptr() - pbase())});
    setp(room_.data(), room_.data() + room_.size());
  }

 protected:
  int_type overflow(int_type c) override {
    flush();
    return traits_type::eq_int_type(c, traits_type::eof()) ? traits_type::not_eof(c) : sputc(traits_type::to_char_type(c));
  }

 private:
  AtomicFile& file_;
  std::array<char, std::size_t{1} << 16> room_;
};

int run_export(const World& world, const Arguments& arguments) {
  const Format& format = format_asked(arguments);
  const CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  const bool full = arguments.has("--full");
  if (full) refuse_filtered_full(filter, format);
  const std::string file = arguments.value("--output").value_or("-");
  if (file != "-") confirm_replacing(world, file);

  Collection collection = world.open(Purpose::read);
  CardsToExport cards(collection, filter, world.today(), full || carries_histories(format));
  if (cards.count() == 0) world.say("No card matches: the export is empty.");
  if (file == "-") {
    FileBuffer buffer(stdout);
    std::ostream out(&buffer);
    write(out, world, collection, format, cards, full);
    if (!out) throw Error(Exit::store, "Cannot write to standard output. The output is not whole.");
    return 0;
  }
  const Interruptible until_done;
  AtomicFile whole(file);
  AtomicBuffer buffer(whole);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);  // what the file throws comes through
  write(out, world, collection, format, cards, full);
  buffer.flush();
  whole.commit();
  world.say(fmt::format("{} written to {}", counted(static_cast<std::int64_t>(cards.count()), "card"), one_line(file)));
  return 0;
}

}  // namespace

const Command export_command{
    .name = "export",
    .aliases = "",
    .usage = "[FILTER…]",
    .summary = "write cards as a deck file, or with --full everything there is",
    .examples =
        "ebb export -o deck.json\n"
        "ebb export -d es::verbs --format csv -o verbs.csv\n"
        "ebb export --full -o everything.json  a copy that ebb import reads back\n"
        "ebb export --full | ebb --db new.db import -\n",
    .options = options,
    .run = run_export,
};

}  // namespace ebb
