// The card: the question, and under it the answer. What is asked stays above what is answered.
#include <algorithm>
#include <utility>

#include "ebb/markup/card_text.hpp"
#include "ebb/text/screen_text.hpp"
#include "tui/review/pages.hpp"
#include "tui/terminal/glyphs.hpp"
#include "tui/terminal/text_style.hpp"

namespace ebb {
namespace {

// Writes texts under each other into the body of a page.
class Writer {
 public:
  Writer(Page& page, const ReviewState& state, const Measures& measure, const ScreenLooks& looks)
      : page_(page), state_(state), measure_(measure), looks_(looks) {}

  void text(std::string_view text, const std::vector<HoleRange>& holes = {}) {
    const std::vector<TextBlock> blocks = card_text(text, {looks_.ascii, state_.source}, holes);
    page_.over = std::max(page_.over, fixed_width(blocks) - measure_.text);
    for (const Pieces& line : text_rows(blocks, measure_.text, state_.shift, looks_.ascii)) row(line);
  }
  void row(const Pieces& line) {
    Row& row = page_.body.emplace_back().to(line.empty() ? 0 : measure_.margin);
    for (const Piece& piece : line) row.add(piece.text, style_of(piece.tone));
  }
  void wrapped(Pieces line) {
    TextBlock block;
    block.pieces = std::move(line);
    for (const Pieces& part : text_rows({block}, measure_.text)) row(part);
  }
  void dim(std::string_view text) { wrapped({{std::string(text), Tone{false, false, true, false, Tone::Hue::none}, {}, 0}}); }
  void gap() {
    if (measure_.roomy) page_.body.emplace_back();
  }
  void picture(const std::vector<Row>& rows) {
    if (!rows.empty()) gap();
    for (const Row& drawn : rows) page_.body.emplace_back().to(measure_.margin).add(drawn);
  }
  // A text with a word in front of it.
  void labelled(std::string_view label, std::string_view text) {
    std::vector<TextBlock> blocks = card_text(text, {looks_.ascii, state_.source});
    for (TextBlock& block : blocks) block.first.insert(0, label), block.rest.insert(0, std::string(label.size(), ' ')), label = "";
    for (const Pieces& line : text_rows(blocks, measure_.text, state_.shift, looks_.ascii)) row(line);
  }

 private:
  Page& page_;
  const ReviewState& state_;
  const Measures& measure_;
  const ScreenLooks& looks_;
};

std::vector<Row> question_keys(const ReviewState& state, const Measures& measure, const ScreenLooks& looks) {
  const bool room_for_all = measure.page >= 76;
  const auto name = [&looks](Action action) { return looks.keys.name_of(action); };
  const bool hint = state.ask.hints < static_cast<int>(state.ask.prompt.hints.size());
  if (state.ask.typing)
    return {key_line({{"Enter", "check"}, {"Tab", "hint", hint}, {"Ctrl-U", "clear"}, {"Esc", "grade it yourself"}}, measure.page)};
  const std::string choices = "1-" + std::to_string(state.ask.prompt.options.size());
  return {key_line({{choices, "choose", !state.ask.prompt.options.empty()},
                    {name(Action::advance), "answer"},
                    {name(Action::hint), "hint", hint},
                    {name(Action::open), "picture", state.has_pictures},
                    {name(Action::play), "sound", state.has_sounds},
                    {name(Action::undo), "undo", state.can_undo},
                    {name(Action::suspend), "suspend", room_for_all},
                    {name(Action::bury), "bury", room_for_all},
                    {name(Action::skip), "skip", room_for_all},
                    {name(Action::help), "keys"},
                    {name(Action::quit), "finish"}},
                   measure.page)};
}

// Options, hints, what is being typed.
void write_asking(Writer& out, const ReviewState& state, const ScreenLooks& looks) {
  const AskState& ask = state.ask;
  if (!ask.prompt.options.empty()) {
    out.gap();
    out.text(options_text(ask.prompt, state.revealed, ask.chosen));
  }
  if (ask.hints > 0) out.gap();
  for (int at = 0; at < ask.hints; ++at) out.labelled("Hint: ", ask.prompt.hints[static_cast<std::size_t>(at)]);
  if (!ask.typing) return;
  out.gap();
  out.wrapped({{"> ", Tone{false, false, true, false, Tone::Hue::none}, {}, 0}, {ask.typed, {}, {}, 0}, {looks.ascii ? "_" : "▏", {}, {}, 0}});
}

void write_verdict(Writer& out, const AskState& ask) {
  const Verdict& verdict = *ask.verdict;
  const auto line = [](std::string_view label, const Pieces& pieces) {
    Pieces row{{std::string(label), Tone{false, false, true, false, Tone::Hue::none}, {}, 0}};
    row.insert(row.end(), pieces.begin(), pieces.end());
    return row;
  };
  const auto word = [](std::string_view text, Tone::Hue hue) { return Pieces{{std::string(text), Tone{true, false, false, false, hue}, {}, 0}}; };
  const Pieces judged = verdict.right ? word(verdict.exact ? "Right." : "Right, but for its form.", Tone::Hue::right)
                                      : word(verdict.proposed == Quality::hard ? "Nearly right." : "Not right.", Tone::Hue::wrong);
  out.row(judged);
  if (ask.prompt.options.empty() && !verdict.exact) {
    out.wrapped(line("typed:  ", verdict.typed_pieces.empty() ? Pieces{{"(nothing)", {}, {}, 0}} : verdict.typed_pieces));
    out.wrapped(line("answer: ", verdict.expected_pieces));
  }
  out.dim("Enter takes " + std::string(name_of(grade_of(verdict.proposed))) + ", a number another grade.");
  out.gap();
}

void write_answer(Writer& out, const ReviewState& state) {
  const Prompt& prompt = state.ask.prompt;
  if (state.ask.verdict) write_verdict(out, state.ask);
  prompt.answer.empty() ? out.dim("(no answer)") : out.text(prompt.answer, prompt.holes);
  out.picture(state.pictures.answer);
  if (!prompt.notes.empty()) {
    out.gap();
    out.text(prompt.notes);
  }
  if (!prompt.source.empty()) {
    out.gap();
    out.labelled("Source: ", prompt.source);
  }
}

}  // namespace

Page card_page(const ReviewState& state, Size size, const ScreenLooks& looks) {
  const Measures measure = measures(size);
  Page page;
  page.header = header(state, size, looks);
  Writer out(page, state, measure, looks);
  out.text(state.ask.prompt.question);
  out.picture(state.pictures.question);
  write_asking(out, state, looks);
  if (!state.revealed) {
    // What is being typed is always in sight.
    if (state.ask.typing) page.start = static_cast<int>(page.body.size());
    page.footer = question_keys(state, measure, looks);
    return page;
  }
  // A long question moves up so that its end and the answer's beginning are seen together.
  page.start = std::max(static_cast<int>(page.body.size()) - std::max(size.height / 4, 1), 0);
  out.dim(glyphs(looks.ascii).rule);
  write_answer(out, state);
  page.footer = grade_bar(state, size, looks);
  return page;
}

}  // namespace ebb
