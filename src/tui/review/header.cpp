// The first row of the screen.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/review/pages.hpp"
#include "tui/terminal/glyphs.hpp"

namespace ebb {
namespace {

std::string time_left(const ReviewState& state) {
  const auto minutes = static_cast<long>(std::lround(state.seconds_per_answer * state.progress.left / 60));
  return minutes >= 90 ? "~" + std::to_string((minutes + 30) / 60) + " h"
                       : "~" + std::to_string(std::max(minutes, 1L)) + " min";
}

// `3/12 · 2 to drill · ~4 min`, or only as much of it as fits in `room`.
std::string progress_text(const ReviewState& state, int room, const ScreenLooks& looks) {
  const std::string dot = " " + std::string(glyphs(looks.ascii).dot) + " ";
  const Progress& progress = state.progress;
  std::string text = std::to_string(progress.shown) + "/" + std::to_string(progress.total);
  const std::string drills = progress.drilling > 0 ? dot + std::to_string(progress.drilling) + " to drill" : "";
  const std::string deferred = state.deferred > 0 ? dot + "+" + std::to_string(state.deferred) + " deferred" : "";
  for (const std::string& more : {drills, dot + time_left(state), deferred}) {
    if (cells(text) + cells(more) > room) break;
    text += more;
  }
  return text;
}

// As many whole tags as fit.
std::string tags_text(const CardFace& card, int room) {
  std::string out;
  for (const std::string& tag : card.tags) {
    std::string more = out;
    more.append(out.empty() ? "#" : " #").append(one_line(tag));
    if (cells(more) > room) break;
    out = std::move(more);
  }
  return out;
}

}  // namespace

std::vector<Row> header(const ReviewState& state, Size size, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  const std::string deck = one_line(state.card.deck);
  const int end = measure.page - 1;
  // The deck keeps at least a third of the row.
  const std::string progress = progress_text(state, end - 2 - std::min(cells(deck), measure.page / 3), looks);
  const int room = end - 2 - cells(progress);
  Row row;
  row.to(1).add(cut(deck, room, looks.ascii), dim_style);
  if (state.card.marked)
    if (const std::string mark = "  " + std::string(glyphs(looks.ascii).marked) + " marked";
        row.cells() + cells(mark) <= room)
      row.add(mark, bold_style);
  if (measure.wide)
    if (const std::string tags = tags_text(state.card, room - row.cells() - 2); !tags.empty())
      row.add("  ").add(tags, dim_style);
  row.right(progress, end, dim_style);
  if (measure.roomy) return {row, Row{}};
  return {row};
}

}  // namespace ebb
