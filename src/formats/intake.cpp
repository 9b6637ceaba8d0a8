// The checks that all readers share.
#include "formats/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

constexpr std::size_t longest_id = 64;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The length of the blank character that a text begins with; 0 if it begins with something to see.
std::size_t leading_blank(std::string_view text) {
  if (is_blank(text[0]) || text[0] == '\0') return 1;
  for (const std::string_view wide : {"\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF", "\xE3\x80\x80", "\xEF\xBB\xBF"})
    if (text.starts_with(wide)) return wide.size();
  if (text.size() < 3 || !text.starts_with("\xE2\x80")) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  return last >= 0x80 && last <= 0x8A ? 3 : 0;
}

// A deck's name with tidy levels: no blanks around them, none empty, no control characters.
std::string tidy_deck(std::string_view raw) {
  std::string name, level;
  const std::string normal = to_nfc(raw);
  std::string_view rest = normal;
  while (!rest.empty()) {
    const std::size_t end = rest.find("::");
    level = trimmed(rest.substr(0, end));
    std::replace_if(
        level.begin(), level.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    if (!level.empty()) name += (name.empty() ? "" : "::") + level;
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 2);
  }
  return name;
}

}  // namespace

bool blank(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = leading_blank(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string deck_from_file(const std::string& file) {
  if (file == "-") return "stdin";
  const std::size_t slash = file.rfind('/');
  const std::string base = slash == std::string::npos ? file : file.substr(slash + 1);
  const std::size_t dot = base.rfind('.');
  const std::string name = tidy_deck(dot == std::string::npos || dot == 0 ? base : base.substr(0, dot));
  return name.empty() ? "deck" : name;
}

bool add_tag(std::vector<std::string>& tags, std::string_view tag) {
  const std::string_view bare = trimmed(tag);
  std::string tidy;
  bool changed = false;
  for (const char c : bare) {
    const bool parts = is_blank(c) || c == ',' || c == '\0';
    if (!parts) tidy += c;
    if (parts && (tidy.empty() || tidy.back() != '_')) tidy += '_';
    changed |= parts;
  }
  if (!ascii(tidy)) tidy = to_nfc(tidy);
  if (!tidy.empty() && std::find(tags.begin(), tags.end(), tidy) == tags.end()) tags.push_back(std::move(tidy));
  return changed;
}

bool SeenIds::add(std::string_view id) {
  if (used_ * 2 >= slots_.size()) grow();
  const std::uint64_t hash = std::hash<std::string_view>{}(id) | 1;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(hash >> 1) & mask;
  while (slots_[slot] != 0 && slots_[slot] != hash) slot = (slot + 1) & mask;
  const bool fresh = slots_[slot] == 0;
  slots_[slot] = hash;
  used_ += fresh ? 1 : 0;
  return fresh;
}

void SeenIds::grow() {
  std::vector<std::uint64_t> old(std::max<std::size_t>(64, slots_.size() * 2));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const std::uint64_t hash : old) {
    if (hash == 0) continue;
    std::size_t slot = static_cast<std::size_t>(hash >> 1) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = hash;
  }
}

const char* Intake::too_long(const ImportedNote& note) const {
  if (note.question.size() > longest_field) return "the question";
  if (note.answer.size() > longest_field) return "the answer";
  if (note.more.size() > 4 * longest_field) return "the rest of the card";
  for (const ImportedCard& card : note.cards)
    if (card.question.size() > 2 * longest_field || card.answer.size() > 2 * longest_field) return "a side of one of its cards";
  return nullptr;
}

void Intake::mend_text(std::string& text) {
  if (ascii(text)) {
    if (text.find('\0') == std::string::npos) return;
  } else {
    text = to_nfc(text);
  }
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
    text.replace(at, 1, "\xEF\xBF\xBD");
    tell("a NUL character became U+FFFD");
  }
}

void Intake::mend_id(ImportedNote& note, Place at) {
  if (note.id.empty()) return;
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
  const auto letters = std::count_if(note.id.begin(), note.id.end(), begins);
  if (static_cast<std::size_t>(letters) > longest_id) {
    warn(note.card, at, "its id is longer than 64 characters and is not used");
    note.id.clear();
  } else if (!ids_.add(note.id)) {
    warn(note.card, at, fmt::format("the id \"{}\" is already taken by a card before it: imported as a card of its own, "
                                    "without the id", note.id));
    note.id.clear();
  }
}

void Intake::mend_deck(std::string& deck) {
  if (last_deck_.empty() || deck != last_raw_deck_) {
    last_raw_deck_ = deck;
    last_deck_ = tidy_deck(deck);
    if (last_deck_.empty()) last_deck_ = default_deck_;
    if (!deck.empty() && last_deck_ != deck) tell(fmt::format("the deck name \"{}\" is read as \"{}\"", deck, last_deck_));
  }
  deck = last_deck_;
}

void Intake::take(ImportedNote&& note, int column) {
  const Place at{note.line, column};
  if (const char* side = too_long(note); side != nullptr)
    return leave_out(note.card, at, fmt::format("{} is longer than 1 MiB: left out", side));
  mend_text(note.question);
  mend_text(note.answer);
  for (ImportedCard& card : note.cards) {
    mend_text(card.question);
    mend_text(card.answer);
  }
  if (blank(note.question)) return leave_out(note.card, at, "the question is empty: left out");
  const bool own_answers = !note.cards.empty() && !note.cards[0].answer.empty();
  if (blank(note.answer) && !own_answers) warn(note.card, at, "the answer is empty: imported all the same");
  mend_id(note, at);
  mend_deck(note.deck);
  if (report_.deck.empty()) report_.deck = note.deck;
  ++report_.taken;
  sink_.note(std::move(note));
}

void Intake::leave_out(int card, Place at, std::string what) {
  ++report_.left_out;
  sink_.problem({file_, at.line, at.column, card, std::move(what), true});
}

void Intake::warn(int card, Place at, std::string what) {
  sink_.problem({file_, at.line, at.column, card, std::move(what), false});
}

void Intake::tell(std::string_view line) {
  const auto found = told_.find(line);
  if (found != told_.end()) {
    ++found->second;
    return;
  }
  constexpr std::size_t most = 1000;
  if (told_.size() >= most) return;
  told_.emplace(line, 1);
  lines_.emplace_back(line);
}

void Intake::tag(std::vector<std::string>& tags, std::string_view tag) {
  if (add_tag(tags, tag)) tell("blanks and commas in a tag became _");
}

void Intake::tag_list(std::vector<std::string>& tags, std::string_view list) {
  constexpr std::string_view between = " ,\t\r\n\v\f";
  for (std::size_t at = list.find_first_not_of(between); at != std::string_view::npos;) {
    const std::size_t end = std::min(list.find_first_of(between, at), list.size());
    tag(tags, list.substr(at, end - at));
    at = list.find_first_not_of(between, end);
  }
}

bool Intake::left_out_for_bytes(CleanText& text, std::size_t begin, std::size_t end, int card) {
  bool inside = false;
  auto& spots = text.bad_spots();
  while (!spots.empty() && spots.front().at < end) {
    const BadSpot spot = spots.front();
    spots.pop_front();
    if (spot.at < begin)
      warn(0, spot.place, fmt::format("byte {} of the file is not valid UTF-8 and became U+FFFD", spot.byte));
    else if (!std::exchange(inside, true))
      leave_out(card, spot.place, fmt::format("byte {} of the file is not valid UTF-8: the card is left out. If the file is in "
                                      "another encoding, convert it (iconv -t UTF-8)", spot.byte));
  }
  return inside;
}

void Intake::finish(CleanText& text) {
  const std::size_t end = text.start() + text.piece().size() + 1;
  left_out_for_bytes(text, end, end, 0);
  if (text.was_utf16())
    report_.told.emplace_back("decoded from UTF-16");
  else if (text.had_mark())
    report_.told.emplace_back("the byte-order mark at the start was skipped");
  if (text.lone_surrogates() > 0)
    report_.told.push_back(fmt::format("half of a surrogate pair became U+FFFD, {} in all", text.lone_surrogates()));
  finish();
}

void Intake::finish() {
  for (const std::string& line : lines_) {
    const int times = told_.at(line);
    report_.told.push_back(times == 1 ? line : fmt::format("{} ({} times)", line, times));
  }
}

}  // namespace ebb
