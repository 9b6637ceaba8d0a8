// The full-screen table of cards. What it shows and does is handed in as functions, so that it knows no command.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ebb/store/find.hpp"
#include "ebb/tui/review_screen.hpp"

namespace ebb {

/// What can be done with chosen cards.
enum class BrowseDeed { tag, move, suspend, resume, bury, mark, unmark, reset, remove };

/// The collection as the table sees it. Each may throw `Error`: it is shown in the bar, and nothing else changes.
struct BrowseSource {
  /// The cards of a filter as it was typed; nothing if `go_on` said no.
  std::function<std::optional<std::vector<CardId>>(const std::string& filter, SortBy by, bool descending,
                                                   const std::function<bool()>& go_on)>
      find;
  std::function<std::optional<CardView>(CardId)> card;
  /// Does it and says what was done, in one sentence. `text`: `+x,-y` for a tag, the deck for a move.
  std::function<std::string(BrowseDeed deed, const std::vector<CardId>& cards, const std::string& text)> act;
  /// Takes back the last command, or brings it again, and says which.
  std::function<std::string()> undo, redo;
  /// Opens the card in the editor. The terminal is the shell's meanwhile.
  std::function<void(CardId)> edit;
};

struct BrowseScreenOptions {
  std::string filter;  ///< as it was typed
  Day today{};
  bool colour = true, ascii = false;
};

/// Shows the table until the person leaves.
Left browse_on_screen(const BrowseSource& source, const BrowseScreenOptions& options);

}  // namespace ebb
