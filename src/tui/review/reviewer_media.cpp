// The card's pictures and sounds: what is in sight is told to them, and what is drawn by now comes onto the page.
#include <algorithm>
#include <utility>

#include "ebb/markup/media_names.hpp"
#include "tui/review/picture_rows.hpp"
#include "tui/review/reviewer.hpp"
#include "tui/terminal/kitty.hpp"

namespace ebb {
namespace {

constexpr int most_pictures = 2;  // of a side; o opens the others
// Which numbers pictures have in the terminal is the program's own choice; a window of another size takes a new one.
constexpr int first_number = 100;
constexpr std::size_t most_sent = 100;
constexpr int fewest_rows = 3;  // below that nothing can be made out

}  // namespace

void Reviewer::show_media() {
  // A page over the card leaves it where it is; the summary has none, and neither has a pause.
  const bool gone = state_.page == ReviewState::Page::summary || state_.page == ReviewState::Page::leech ||
                    state_.page == ReviewState::Page::paused;
  const Prompt& prompt = state_.ask.prompt;
  const std::string answer = state_.revealed ? prompt.answer + "\n" + prompt.notes : std::string();
  state_.has_pictures = state_.has_sounds = false;
  if (media_ == nullptr) return;
  gone ? media_->show({}, {}, {}) : media_->show(state_.card.id, prompt.question, answer);
  for (const std::string& text : {prompt.question, answer})
    for (const MediaName& media : media_names(text))
      (media.kind == MediaName::Kind::sound ? state_.has_sounds : state_.has_pictures) = true;
}

void Reviewer::draw_pictures(Size size) {
  state_.pictures = {};
  if (media_ == nullptr || state_.page != ReviewState::Page::card || state_.source || too_small(size)) return;
  const Measures measure = measures(size);
  const int around = measure.roomy ? 11 : 7;  // header, keys, and some of the text
  const Size room{measure.text, std::min(size.height - around, 30)};
  if (room.height < fewest_rows) return;
  if (sent_card_ != state_.card.id) to_send_ += drop_pictures();
  sent_card_ = state_.card.id;
  state_.pictures.question = drawn_rows(state_.ask.prompt.question, room);
  if (state_.revealed) state_.pictures.answer = drawn_rows(state_.ask.prompt.answer, room);
}

std::string Reviewer::drop_pictures() {
  std::string out;
  for (const SentPicture& one : sent_) out += kitty_removal(one.number);
  sent_.clear();
  return out;
}

std::vector<Row> Reviewer::picture(const std::string& name, Size room) {
  for (const SentPicture& one : sent_)
    if (one.name == name && one.room == room) return kitty_rows(one.number, one.cells);
  if (const auto png = media_->png(name)) {
    if (const auto cells = png_cells(*png, room)) {
      if (sent_.size() >= most_sent) to_send_ += drop_pictures();
      const int number = first_number + static_cast<int>(sent_.size());
      sent_.push_back({name, room, *cells, number});
      to_send_ += kitty_picture(number, *png, *cells);
      return kitty_rows(number, *cells);
    }
  }
  const auto drawn = media_->drawn(name, room.width, room.height);
  return drawn ? picture_rows(*drawn, room) : std::vector<Row>{};
}

std::vector<Row> Reviewer::drawn_rows(const std::string& text, Size room) {
  std::vector<Row> rows;
  int pictures = 0;
  for (const MediaName& media : media_names(text)) {
    if (media.kind != MediaName::Kind::picture || ++pictures > most_pictures) continue;
    const std::vector<Row> more = picture(media.name, room);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  return rows;
}

}  // namespace ebb
