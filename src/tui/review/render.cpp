// Chooses the page.
#include "tui/review/render.hpp"

#include <algorithm>

#include "tui/review/pages.hpp"

namespace ebb {
namespace {

Rendered refusal(Size size, const ScreenLooks& looks) {
  Rendered out;
  out.frame.size = size;
  out.frame.rows.resize(static_cast<std::size_t>(std::max(size.height, 1)));
  out.frame.rows[0].add("too small");
  out.frame.rows[0].fit(size.width, looks.ascii);
  // Nothing is seen, so nothing may count as seen.
  out.scrolling.rows = 1;
  return out;
}

Page page_of(const ReviewState& state, Size size, const ScreenLooks& looks) {
  switch (state.page) {
    case ReviewState::Page::help:
      return help_page(size, looks);
    case ReviewState::Page::lines:
      return lines_page(state, size, looks);
    case ReviewState::Page::summary:
      return summary_page(state, size, looks);
    case ReviewState::Page::leech:
      return leech_page(state, size, looks);
    case ReviewState::Page::paused:
      return paused_page(size, looks);
    case ReviewState::Page::card:
      break;
  }
  return card_page(state, size, looks);
}

}  // namespace

Rendered render(const ReviewState& state, Size size, const ScreenLooks& looks) {
  if (too_small(size)) return refusal(size, looks);
  return lay_out(page_of(state, size, looks), size, state, looks);
}

}  // namespace ebb
