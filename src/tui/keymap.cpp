// The keys of review.
#include "tui/keymap.hpp"

#include <optional>

#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

struct Binding {
  Key key;
  Action action;
};

constexpr Key letter(char32_t c) {
  return {Key::Kind::text, c};
}
constexpr Key ctrl(char32_t c) {
  return {Key::Kind::control, c};
}

constexpr Binding bindings[] = {
    {letter(U' '), Action::advance},
    {{Key::Kind::enter}, Action::advance},
    {letter(U'u'), Action::undo},
    {ctrl(U'r'), Action::redo},
    {letter(U's'), Action::suspend},
    {letter(U'b'), Action::bury},
    {letter(U'x'), Action::skip},
    {letter(U'm'), Action::mark},
    {letter(U'w'), Action::why},
    {letter(U'i'), Action::info},
    {letter(U'n'), Action::more_new},
    {letter(U'j'), Action::line_down},
    {{Key::Kind::down}, Action::line_down},
    {letter(U'k'), Action::line_up},
    {{Key::Kind::up}, Action::line_up},
    {ctrl(U'd'), Action::half_down},
    {ctrl(U'u'), Action::half_up},
    {{Key::Kind::page_down}, Action::page_down},
    {{Key::Kind::page_up}, Action::page_up},
    {{Key::Kind::home}, Action::top},
    {{Key::Kind::end}, Action::bottom},
    {{Key::Kind::tab}, Action::hint},
    {letter(U't'), Action::type},
    {letter(U'v'), Action::source},
    {{Key::Kind::left}, Action::shift_left},
    {{Key::Kind::right}, Action::shift_right},
    {letter(U'?'), Action::help},
    {ctrl(U'l'), Action::redraw},
    {{Key::Kind::escape}, Action::back},
    {letter(U'q'), Action::quit},
    {ctrl(U'c'), Action::interrupt},
    {{Key::Kind::paste}, Action::pasted},
};

// Capitals that do not act as their lower case: they stand for delete and for marking with a note, and must not do
// something milder while they are without effect.
constexpr std::u32string_view own_capitals = U"DM";

constexpr KeyHelp help[] = {
    {"Space Enter", "show the answer; then Good"},
    {"u", "undo the last step"},
    {"Ctrl-R", "redo"},
    {"s", "suspend the card: it stays away until resumed"},
    {"b", "bury the card until tomorrow"},
    {"x", "skip the card: it comes again at the end"},
    {"m", "mark the card, or take the mark off"},
    {"w", "why it is due now, and what each grade would do"},
    {"i", "about this card"},
    {"j k arrows", "scroll by a line"},
    {"Ctrl-D Ctrl-U", "scroll by half a page"},
    {"PgDn PgUp", "scroll by a page; Home and End to the ends"},
    {"Tab", "the next hint"},
    {"t", "type this answer; Esc goes back to grading yourself"},
    {"1 to 9", "choose an option of a multiple choice"},
    {"Left Right", "move wide code sideways"},
    {"v", "the text as it is stored, and back"},
    {"Ctrl-L", "draw the screen again"},
    {"Esc", "back from a page like this one; nothing elsewhere"},
    {"Ctrl-Z", "back to the shell; fg comes back here"},
    {"q", "finish, with a summary"},
    {"Ctrl-C", "leave now; all answers are saved"},
};

std::optional<Action> bound(const Key& key) {
  for (const Binding& binding : bindings)
    if (binding.key == key) return binding.action;
  return {};
}

}  // namespace

Asked asked_by(const Key& key) {
  if (const auto action = bound(key)) return {*action, 0};
  if (key.kind != Key::Kind::text) return {};
  if (const auto digit = decimal_digit(key.code)) return {Action::grade, *digit};
  const bool capital = key.code >= U'A' && key.code <= U'Z' && own_capitals.find(key.code) == own_capitals.npos;
  if (capital)
    if (const auto action = bound(letter(key.code - U'A' + U'a'))) return {*action, 0};
  return {};
}

std::span<const KeyHelp> key_help() {
  return help;
}

}  // namespace ebb
