// The pictures and sounds of an Anki package: which member is which, and which of them the notes name.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "formats/anki/media_names.hpp"
#include "formats/archive/zip_reader.hpp"
#include "formats/intake.hpp"

namespace ebb {

class AnkiMedia {
 public:
  // Reads the list `media`. A damaged list is a warning: the notes are worth having without.
  AnkiMedia(ZipReader& zip, bool latest, Intake& intake);
  // Notes the names in a field's HTML.
  void find_names(std::string_view html) {
    if (!members_.empty()) find_media_names(html, named_);
  }
  // Hands over what was named (or `all`), and what begins with `_` or `latex-`. Damaged ones are warnings.
  void hand_over(Intake& intake, bool all);

 private:
  void read_json(const std::string& text, Intake& intake);
  void read_protobuf(const std::string& message, Intake& intake);
  void add(const std::string& name, std::string member, Intake& intake);
  std::string bytes_of(const std::string& member);

  ZipReader& zip_;
  bool latest_;
  std::map<std::string, std::string, std::less<>> members_;  // by name
  std::set<std::string, std::less<>> named_;
};

// A name as a label: without folders, controls and what file systems refuse; empty if nothing is left.
std::string media_label(std::string_view name);

}  // namespace ebb
