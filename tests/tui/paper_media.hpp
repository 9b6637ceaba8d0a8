// Pictures and sounds on paper: what was asked is kept, and one drawing stands for every picture.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ebb/tui/card_media.hpp"

namespace ebb::test {

class PaperMedia : public CardMedia {
 public:
  void show(const std::string& card, const std::string& question, const std::string& answer) override {
    const std::string now = card + "|" + question + "|" + answer;
    if (shown.empty() || shown.back() != now) shown.push_back(now);
  }
  std::string open() override { return "Opened: map.png"; }
  std::string play() override { return "Playing: word.mp3"; }
  std::optional<std::string> png(const std::string&) override { return sent; }
  std::optional<std::string> drawn(const std::string& name, int columns, int rows) override {
    asked.push_back(name + " " + std::to_string(columns) + "x" + std::to_string(rows));
    return picture;
  }
  bool drawing() override { return false; }

  std::optional<std::string> picture, sent;
  std::vector<std::string> shown, asked;
};

}  // namespace ebb::test
