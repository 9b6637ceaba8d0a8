// Mnemosyne's two kinds of XML.
#pragma once
#include <string>
#include <vector>

#include "formats/mnemosyne/fact.hpp"
#include "formats/mnemosyne/xml.hpp"

namespace ebb {

// `<openSM2sync>`: a list of events in which tags, facts and cards name each other by id. Facts are held until the end.
class SyncDeck : public XmlHandler {
 public:
  void start(const std::string& name, const Attributes& attributes) override;
  void end(const std::string& name, const std::string& text) override;
  // Hands on the facts in the order they came.
  void hand_over(const std::string& deck, Intake& intake);

 private:
  void event();
  Attributes entry_;
  int depth_ = 0;
  std::vector<MnemosyneFact> facts_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::map<std::string, std::string, std::less<>> tags_;
};

// `<mnemosyne core_version="1">`: items with question and answer; two that ask both ways follow each other.
class OldDeck : public XmlHandler {
 public:
  OldDeck(Intake& intake, std::string deck) : intake_(intake), deck_(std::move(deck)) {}
  void start(const std::string& name, const Attributes& attributes) override;
  void end(const std::string& name, const std::string& text) override;
  // The last note.
  void finish();

 private:
  void item();
  Intake& intake_;
  std::string deck_;
  Attributes attributes_;
  std::string category_, question_, answer_;
  std::int64_t start_ = 0;
  ImportedNote note_;
  int items_ = 0;
};

}  // namespace ebb
