// A record of the state folder: paths are this machine's, and do not belong into a log that leaves it.
#include "cli/decks/imported_files.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program/place.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/json_text.hpp"

namespace ebb {
namespace {

std::string line_of(const ImportedFile& file) {
  const auto member = [](const char* key, const std::string& text) {
    return text.empty() ? std::string() : std::string(",\"") + key + "\":" + json_text(text);
  };
  return "{\"file\":" + json_text(file.path) + member("format", file.read.format) + member("deck", file.read.deck) +
         member("columns", file.read.columns) + member("front_key", file.read.front_key) +
         member("back_key", file.read.back_key) + "}\n";
}

}  // namespace

std::vector<ImportedFile> imported_files(const std::string& collection) {
  std::vector<ImportedFile> files;
  std::istringstream lines(remembered_imports(collection));
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object()) continue;
    const auto text = [&](const char* key) {
      const auto found = object.find(key);
      return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    ReadOptions read;
    read.format = text("format");
    read.deck = text("deck");
    read.columns = text("columns");
    read.front_key = text("front_key");
    read.back_key = text("back_key");
    if (!text("file").empty()) files.push_back({text("file"), read});
  }
  return files;
}

void remember_imported(const std::string& collection, const std::vector<ImportedFile>& files) {
  std::vector<ImportedFile> all = imported_files(collection);
  for (const ImportedFile& file : files) {
    const auto known = std::find_if(all.begin(), all.end(), [&](const ImportedFile& one) { return one.path == file.path; });
    if (known == all.end()) all.push_back(file);
    else *known = file;
  }
  std::string text;
  for (const ImportedFile& file : all) text += line_of(file);
  try {
    if (!files.empty() && text != remembered_imports(collection)) remember_imports(collection, text);
  } catch (const std::exception&) {
    return;  // the cards are saved; only the next import needs its paths again
  }
}

}  // namespace ebb
