// The table of cards on the terminal. A search waits until no key has come for a moment, and gives way to the next key.
#include <deque>
#include <optional>

#include "ebb/tui/browse_screen.hpp"
#include "tui/browse/browser.hpp"
#include "tui/terminal/key_reader.hpp"
#include "tui/terminal/paint.hpp"
#include "tui/terminal/terminal.hpp"

namespace ebb {
namespace {

constexpr Millis escape_wait{80}, typing_wait{60};

class BrowseLoop {
 public:
  BrowseLoop(const BrowseSource& source, const BrowseScreenOptions& options)
      : browser_(source, options), colour_(options.colour), terminal_(std::in_place) {}

  Left run() {
    browser_.search([] { return true; });
    for (;;) {
      draw();
      if (browser_.wants_editor()) edit();
      const TerminalEvent event = next();
      if (event.kind == TerminalEvent::Kind::interrupt || event.kind == TerminalEvent::Kind::gone) return Left::interrupted;
      if (event.kind == TerminalEvent::Kind::redraw) before_.reset();
      if (event.kind == TerminalEvent::Kind::quiet && !keys_.may_be_escape()) {
        browser_.search([this] { return !key_waits(); });
        continue;
      }
      for (const Key& key : keys_of(event)) {
        if (key == Key{Key::Kind::control, 'l'}) before_.reset();
        if (const auto left = browser_.press(key)) return *left;
      }
    }
  }

 private:
  void draw() {
    Frame frame = browser_.frame(terminal_->size());
    terminal_->write(paint(frame, before_ ? &*before_ : nullptr, colour_));
    before_ = std::move(frame);
  }

  TerminalEvent next() {
    if (!waiting_.empty()) {
      TerminalEvent event = std::move(waiting_.front());
      waiting_.pop_front();
      return event;
    }
    if (keys_.may_be_escape()) return terminal_->next(escape_wait);
    return terminal_->next(browser_.wants_search() ? std::optional(typing_wait) : std::nullopt);
  }

  bool key_waits() {
    if (waiting_.empty()) {
      TerminalEvent event = terminal_->next(Millis{0});
      if (event.kind == TerminalEvent::Kind::quiet) return false;
      waiting_.push_back(std::move(event));
    }
    return true;
  }

  std::vector<Key> keys_of(const TerminalEvent& event) {
    if (event.kind != TerminalEvent::Kind::quiet) return keys_.feed(event.bytes);
    const auto key = keys_.quiet();
    return key ? std::vector{*key} : std::vector<Key>{};
  }

  void edit() {
    terminal_.reset();
    browser_.edit_now();
    terminal_.emplace();
    before_.reset();
    browser_.search([] { return true; });
    draw();
  }

  Browser browser_;
  bool colour_;
  KeyReader keys_;
  std::optional<Frame> before_;
  std::deque<TerminalEvent> waiting_;
  std::optional<Terminal> terminal_;
};

}  // namespace

Left browse_on_screen(const BrowseSource& source, const BrowseScreenOptions& options) {
  return BrowseLoop(source, options).run();
}

}  // namespace ebb
