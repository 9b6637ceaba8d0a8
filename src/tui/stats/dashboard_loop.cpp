// The dashboard on the terminal: keys in, frames out.
#include <optional>

#include "ebb/tui/dashboard.hpp"
#include "tui/stats/dashboard.hpp"
#include "tui/terminal/key_reader.hpp"
#include "tui/terminal/paint.hpp"
#include "tui/terminal/terminal.hpp"

namespace ebb {
namespace {

// So long after an ESC alone it is taken for a key.
constexpr Millis escape_patience{80};

/// The frame that is on the screen.
class DashboardCanvas {
 public:
  DashboardCanvas(const Terminal& terminal, const DashboardOptions& options) : terminal_(terminal), options_(options) {}
  void draw(const DashboardState& state, bool whole) {
    Frame frame = dashboard_frame(state, options_, terminal_.size());
    terminal_.write(paint(frame, before_ && !whole ? &*before_ : nullptr, options_.colour));
    before_ = std::move(frame);
  }

 private:
  const Terminal& terminal_;
  const DashboardOptions& options_;
  std::optional<Frame> before_;
};

std::vector<Key> keys_in(const TerminalEvent& event, KeyReader& reader) {
  if (event.kind != TerminalEvent::Kind::quiet) return reader.feed(event.bytes);
  const auto key = reader.quiet();
  return key ? std::vector{*key} : std::vector<Key>{};
}

}  // namespace

void show_dashboard(const DashboardOptions& options) {
  DashboardState state;
  state.tables = options.tables(state.choice);  // before the terminal changes: what goes wrong here is told on it
  Terminal terminal;
  DashboardCanvas canvas(terminal, options);
  KeyReader reader;
  for (canvas.draw(state, true);;) {
    const TerminalEvent event = terminal.next(reader.may_be_escape() ? std::optional(escape_patience) : std::nullopt);
    if (event.kind == TerminalEvent::Kind::interrupt || event.kind == TerminalEvent::Kind::gone) return;
    bool whole = event.kind == TerminalEvent::Kind::redraw;
    for (const Key& key : keys_in(event, reader)) {
      const DashboardStep step = press(state, options, terminal.size(), key);
      if (step == DashboardStep::left) return;
      if (step == DashboardStep::chosen) state.tables = options.tables(state.choice);
      whole = whole || step == DashboardStep::redraw;
    }
    canvas.draw(state, whole);
  }
}

}  // namespace ebb
