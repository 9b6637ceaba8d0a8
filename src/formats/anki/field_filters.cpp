// What each filter does to a field where there is no mouse: hints wait for the answer, and so do typed answers.
#include "formats/anki/field_filters.hpp"

#include <array>

#include "formats/anki/cloze_html.hpp"
#include "formats/html_text.hpp"
#include "formats/intake.hpp"

namespace ebb {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '\n')
      out += "<br>";
    else
      out += c;
  }
  return out;
}

enum class Reading { both, base, reading };

// Japanese readings: ` 漢字[かんじ]`. The base reaches back to a space or the end of a tag.
std::string readings(std::string_view html, Reading which) {
  std::string out;
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t open = html.find('[', at);
    const std::size_t close = open == std::string_view::npos ? open : html.find(']', open);
    if (close == std::string_view::npos) break;
    const std::string_view before = html.substr(at, open - at), inside = html.substr(open + 1, close - open - 1);
    const std::size_t cut = before.find_last_of(" >");
    const std::size_t base_at = cut == std::string_view::npos ? 0 : cut + 1;
    const std::string_view base = before.substr(base_at);
    const bool space = cut != std::string_view::npos && before[cut] == ' ';
    out += before.substr(0, space ? cut : base_at);
    if (inside.starts_with("sound:") || base.empty())
      out += html.substr(at + (space ? cut : base_at), close + 1 - at - (space ? cut : base_at));
    else if (which == Reading::base)
      out += base;
    else if (which == Reading::reading)
      out += inside;
    else
      (((out += base) += "(") += inside) += ")";
    at = close + 1;
  }
  return out += html.substr(at);
}

}  // namespace

void apply_filter(std::string_view filter, std::string& html, FilterSide side) {
  const ClozeSide shown = side.answer ? ClozeSide::answer : ClozeSide::question;
  if (filter == "cloze")
    html = reveal_cloze(html, side.cloze_number, shown);
  else if (filter == "cloze-only")
    html = reveal_cloze(html, side.cloze_number, ClozeSide::only_hidden);
  else if (filter == "text")
    html = escaped(html_to_text(html));
  else if (filter == "furigana")
    html = readings(html, Reading::both);
  else if (filter == "kanji")
    html = readings(html, Reading::base);
  else if (filter == "kana")
    html = readings(html, Reading::reading);
  else if (filter.starts_with("tts ") || (!side.answer && (filter == "type" || filter == "hint")))
    html.clear();
}

bool empty_field(std::string_view html) {
  static constexpr std::array<std::string_view, 6> nothing{"<br>", "<br/>", "<br />", "<div>", "</div>", "<div/>"};
  while (!html.empty()) {
    if (blank(html.substr(0, 1))) {
      html.remove_prefix(1);
      continue;
    }
    std::size_t length = 0;
    for (const std::string_view tag : nothing)
      if (html.starts_with(tag)) length = tag.size();
    if (length == 0) return false;
    html.remove_prefix(length);
  }
  return true;
}

}  // namespace ebb
