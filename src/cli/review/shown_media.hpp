// The pictures and sounds of the card that is shown: opened, played and drawn by programs of this machine.
#pragma once
#include <map>
#include <memory>
#include <vector>

#include "cli/review/media_files.hpp"
#include "cli/review/media_programs.hpp"
#include "ebb/core/time.hpp"
#include "ebb/markup/media_names.hpp"
#include "ebb/system/detached.hpp"
#include "ebb/tui/card_media.hpp"

namespace ebb {

struct MediaWishes {
  bool autoplay = false;
  bool pictures = true;  // drawn in the terminal
  bool colour = true;
  bool ascii = false;
  bool kitty = false;  // the terminal draws by kitty's protocol
};

class ShownMedia : public CardMedia {
 public:
  ShownMedia(Collection& collection, const MediaWishes& wishes) : files_(collection), wishes_(wishes) {}
  ~ShownMedia() override;
  void show(const std::string& card, const std::string& question, const std::string& answer) override;
  std::string open() override;
  std::string play() override;
  std::optional<std::string> png(const std::string& name) override;
  std::optional<std::string> drawn(const std::string& name, int columns, int rows) override;
  bool drawing() override;

 private:
  struct Drawing {
    DrawnIn in;
    std::unique_ptr<DetachedProgram> program;
    Millis since{0};
    std::optional<std::string> done;  // empty text: it cannot be drawn
  };
  void tend(Drawing& drawing);
  std::string play_one(const MediaName& sound);

  MediaFiles files_;
  MediaWishes wishes_;
  std::string card_, question_, answer_;
  std::vector<MediaName> to_open_, to_play_;
  std::size_t next_open_ = 0, next_play_ = 0;
  std::unique_ptr<DetachedProgram> player_;
  std::vector<std::unique_ptr<DetachedProgram>> opened_;
  std::map<std::string, Drawing, std::less<>> drawings_;  // by name, of this card
};

}  // namespace ebb
