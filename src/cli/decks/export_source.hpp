// The cards and the log of a collection, given one by one to a writer that asks for the next.
#pragma once
#include <cstdio>
#include <memory>
#include <vector>

#include "ebb/formats/formats.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

// The cards that a filter finds, in the order they were added. Holds their numbers, loads the text when asked.
class CardsToExport {
 public:
  // `histories`: with the answers of each card.
  CardsToExport(Collection& collection, const CardFilter& filter, const Today& today, bool histories);
  bool next(ExportedCard& card);
  std::size_t count() const { return cards_.size(); }
  // How many of them were given, 0..1.
  double share_done() const {
    return cards_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(cards_.size());
  }

 private:
  Collection& collection_;
  Today today_;
  bool histories_;
  std::vector<CardId> cards_;
  NoteId note_;  // of the card before
  std::size_t at_ = 0;
};

// The log in merge order, set down in a temporary file first: it may be longer than memory.
class EntriesToExport {
 public:
  explicit EntriesToExport(Collection& collection);
  bool next(std::string& entry);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace ebb
