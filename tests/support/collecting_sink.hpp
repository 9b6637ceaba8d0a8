// An import sink that keeps everything it is given.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "ebb/core/import.hpp"

namespace ebb {

struct CollectingSink : ImportSink {
  std::vector<ImportedNote> notes;
  std::vector<Problem> problems;
  std::vector<std::string> entries;
  std::vector<ImportedMedia> files;
  std::size_t done = 0, total = 0;

  void note(ImportedNote&& note) override { notes.push_back(std::move(note)); }
  void problem(Problem&& problem) override { problems.push_back(std::move(problem)); }
  void entry(ImportedEntry&& entry) override { entries.push_back(std::move(entry.json)); }
  void media(ImportedMedia&& media) override { files.push_back(std::move(media)); }
  void progress(std::size_t done_bytes, std::size_t total_bytes) override {
    done = done_bytes;
    total = total_bytes;
  }
};

}  // namespace ebb
