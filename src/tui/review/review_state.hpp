// Everything the review screen shows, as plain values: no database, no clock, no terminal.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ebb/ask/prompt.hpp"
#include "ebb/ask/typed.hpp"
#include "ebb/core/scheduler.hpp"
#include "ebb/core/session.hpp"
#include "tui/terminal/frame.hpp"
#include "tui/terminal/keymap.hpp"

namespace ebb {

/// A card as it is shown. The text is as stored: `render` makes it safe.
struct CardFace {
  std::string id, deck, question, answer;
  std::vector<std::string> tags;
  bool marked = false;
  Memory memory;
  QueuedCard::Kind kind = QueuedCard::Kind::due;
  std::string note_keys;  ///< what else the note's file said: hints, accepted answers, options
  int ordinal = 0;
};

/// How the card is asked, and how far that is.
struct AskState {
  Prompt prompt;
  int hints = 0;                   ///< how many are shown
  bool typing = false;             ///< keys are text
  std::string typed;
  int chosen = 0;                  ///< an option, from 1
  std::optional<Verdict> verdict;  ///< what came of typing or choosing
};

/// The pictures of a card as rows of the screen; those that cannot be drawn are not among them.
struct DrawnPictures {
  std::vector<Row> question, answer;
};

/// The numbers of the end, with words for the hardest cards.
struct SummaryFace {
  SessionSummary numbers;
  struct Hard {
    std::string question;
    int below_good = 0;  ///< answers below Good
  };
  std::vector<Hard> hardest;
  std::vector<std::string> marked;  ///< questions of the cards marked in this sitting, with what was noted
  std::vector<std::string> coach;   ///< what the numbers say about how answers are graded; empty: nothing
  int left = 0;                 ///< answers of this sitting not given, when finished early
  int still_due = 0;            ///< cards still due today, in this sitting or not
  int new_left = 0;             ///< new cards beyond today's limit
  std::optional<Day> next_day;  ///< the next day with cards
  int next_cards = 0;           ///< how many then
};

/// How the screen looks, whatever it shows.
struct ScreenLooks {
  int grades = 4;
  bool preview = true;
  bool ascii = false;
  bool once = false;  ///< over after one answer
  Keymap keys{};      ///< which keys do what
  bool mouse = false; ///< clicks and the wheel count
  bool type = false;       ///< every answer is typed
  std::uint64_t seed = 0;  ///< for the order of options
};

/// What the line above the keys says.
struct Notice {
  std::string text;
  bool failed = false;
};

/// The whole state of the screen.
struct ReviewState {
  enum class Page { card, help, lines, summary, leech, paused } page = Page::card;
  CardFace card;
  AskState ask;
  bool revealed = false;
  Outlook outlook{};
  Day day;
  Progress progress;
  double seconds_per_answer = 8;
  bool can_undo = false;
  int deferred = 0;  ///< due cards that today's limit keeps for another day
  std::optional<int> scroll;       ///< first row shown; nothing: where the page begins by itself
  bool source = false;             ///< the text as it is stored, not as it is meant
  bool has_pictures = false, has_sounds = false;  ///< in what is in sight
  int shift = 0;                   ///< how far lines that are never wrapped are moved to the left
  DrawnPictures pictures;
  std::vector<std::string> lines;  ///< of the page `lines`: why, or about the card
  SummaryFace summary;
  bool practice = false;  ///< a cram: no schedule changes
  std::optional<std::string> banner;  ///< said above everything until the end: the command beside the review is done
  std::optional<CardFace> leech;      ///< the card that was forgotten too often, for its page
  std::optional<std::string> typing;  ///< the note of a mark, while it is typed
  bool confirming = false;            ///< whether the card is to be deleted is being asked
  std::optional<Notice> notice;
};

}  // namespace ebb
