// What the faces of a review ask about the pictures and sounds of a card. Nothing here waits: programs run beside.
#pragma once
#include <optional>
#include <string>

namespace ebb {

/// The pictures and sounds of the card that is shown.
class CardMedia {
 public:
  virtual ~CardMedia() = default;
  /// What is shown now; `answer` is empty while it is hidden. Where the card is another one, or there is none (empty),
  /// a sound that still plays stops. May play what came into sight, if the user asked for that.
  virtual void show(const std::string& card, const std::string& question, const std::string& answer) = 0;
  /// Opens the next picture (or film; or sound where there is neither) in the program of the desktop. Returns what is to
  /// be said.
  virtual std::string open() = 0;
  /// Plays the next sound, of the answer first; again from the first after the last.
  virtual std::string play() = 0;
  /// A picture's bytes, if it is a PNG and the terminal itself draws those (kitty's protocol); else nothing.
  virtual std::optional<std::string> png(const std::string& name) = 0;
  /// A picture as text with SGR attributes that fits in so many cells; nothing while it is being drawn, or if it cannot
  /// be. Anybody's bytes: not safe to print.
  virtual std::optional<std::string> drawn(const std::string& name, int columns, int rows) = 0;
  /// Whether something is being drawn, so that it is worth asking again soon.
  virtual bool drawing() = 0;
};

}  // namespace ebb
