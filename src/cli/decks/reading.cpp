// From options and paths to what the readers need.
#include "cli/decks/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/program/suggest.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

// Whether a format claims the suffix of this file.
bool has_deck_suffix(const std::string& file) {
  const std::string suffix = std::filesystem::path(file).extension().string();
  if (suffix.empty()) return false;
  return std::any_of(formats().begin(), formats().end(), [&](const Format& format) {
    return format.read != nullptr &&
           (" " + std::string(format.suffixes) + " ").find(" " + suffix + " ") != std::string::npos;
  });
}

void add_folder(std::vector<std::string>& files, const std::string& folder) {
  const std::size_t before = files.size();
  for (const std::string& file : files_below(folder))
    if (has_deck_suffix(file)) files.push_back(file);
  if (files.size() == before)
    throw Error(Exit::input, fmt::format("{}: there is no deck file in this folder.", folder));
}

}  // namespace

ReadOptions read_options(const Arguments& arguments) {
  ReadOptions options;
  options.format = arguments.value("--format").value_or("");
  options.deck = arguments.value("--deck").value_or("");
  options.columns = arguments.value("--columns").value_or("");
  options.front_key = arguments.value("--front-key").value_or("");
  options.back_key = arguments.value("--back-key").value_or("");
  const Format* format = options.format.empty() ? nullptr : find_format(options.format);
  if (options.format.empty() || (format != nullptr && format->read != nullptr)) return options;
  std::vector<std::string_view> names;
  for (const Format& one : formats())
    if (one.read != nullptr) names.push_back(one.name);
  throw Error(Exit::usage, fmt::format("There is no format `{}` to read.{} There is: {}", options.format,
                                       did_you_mean(options.format, names), fmt::join(names, ", ")));
}

ReadOptions options_for(const ReadOptions& options, const std::string& file) {
  ReadOptions result = options;
  if (!options.columns.empty() && options.format.empty() && !file.ends_with(".tsv")) result.format = "csv";
  return result;
}

void tell_typing(const World& world, const std::string& file) {
  if (file == "-" && world.in_terminal)
    world.say("Reading what is typed or pasted here; Ctrl-D on a line of its own ends it.");
}

std::vector<std::string> deck_files(const std::vector<std::string>& words, std::string_view verb) {
  if (words.empty())
    throw Error(Exit::usage, fmt::format("Name a file: ebb {} FILE, or ebb {} - for standard input.", verb, verb));
  if (std::count(words.begin(), words.end(), "-") > 1)
    throw Error(Exit::usage, "Standard input can be read only once: give `-` once.");
  std::vector<std::string> files;
  for (const std::string& word : words) {
    if (word != "-" && std::filesystem::is_directory(word)) {
      add_folder(files, word);
    } else {
      files.push_back(word);
    }
  }
  return files;
}

}  // namespace ebb
