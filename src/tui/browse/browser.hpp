// The table of cards between its keys and its frames: which cards, which of them are on the screen, which are chosen.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ebb/tui/browse_screen.hpp"
#include "tui/browse/browse_state.hpp"
#include "tui/terminal/key.hpp"

namespace ebb {

class Browser {
 public:
  // Shows nothing until the first search. `source` must outlive it.
  Browser(const BrowseSource& source, const BrowseScreenOptions& options);

  // Acts on a key. Something when the person leaves.
  std::optional<Left> press(const Key& key);
  // Whether the filter was changed and not yet looked for.
  bool wants_search() const { return wants_search_; }
  // Looks for it; given up when `go_on` says no, and wanted still.
  void search(const std::function<bool()>& go_on);
  // Whether the editor was asked for: the loop gives the terminal away and calls `edit_now`.
  bool wants_editor() const { return wants_editor_; }
  void edit_now();
  // Reads the rows that are on the screen and draws them.
  Frame frame(Size size);

 private:
  using Mode = BrowseState::Mode;
  std::optional<Left> press_table(const Key& key);
  void press_filter(const Key& key);
  void press_prompt(const Key& key);
  void press_confirm(const Key& key);
  void press_page(const Key& key);
  bool move(const Key& key);
  bool deed(const Key& key);
  void go(std::int64_t to);
  void choose_here();
  void choose_range();
  void choose_all();
  void ask(BrowseDeed deed, const std::string& question);
  void ask_text(BrowseDeed deed, const std::string& question);
  void act(BrowseDeed deed, const std::string& text);
  void sort_by(int step);
  void tell(const std::string& notice, bool wrong = false);
  template <typename Do>
  void try_to(Do action);
  std::vector<CardId> meant() const;

  const BrowseSource& source_;
  BrowseState state_;
  bool ascii_;
  std::vector<CardId> cards_;
  std::set<CardId> chosen_;
  std::int64_t at_ = 0, first_ = 0;         // in cards_
  std::optional<std::int64_t> range_from_;
  BrowseDeed deed_ = BrowseDeed::tag;
  int page_ = 1;                            // rows of the last frame
  bool wants_search_ = true, wants_editor_ = false;
};

}  // namespace ebb
