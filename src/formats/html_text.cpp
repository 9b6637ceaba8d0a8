// A tokenizer for the HTML of cards: one pass, no tree, so that neither depth nor broken tags cost anything.
#include "formats/html_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace ebb {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Where `needle`, in lower case, begins in a text of any case.
std::size_t find_caseless(std::string_view text, std::string_view needle, std::size_t from) {
  const auto same = [](char a, char b) { return lower(a) == b; };
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size()));
  const auto found = std::search(begin, text.end(), needle.begin(), needle.end(), same);
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  std::string_view attributes;
  std::size_t end = 0;  // after its >
};

// The tag that begins at `at`; nothing if it is never closed.
std::optional<Tag> tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  std::size_t end = at + 1;
  tag.closing = html[end] == '/';
  if (tag.closing) ++end;
  while (end < html.size() && !is_space(html[end]) && html[end] != '>' && html[end] != '/')
    tag.name += lower(html[end++]);
  const std::size_t attributes = end;
  char quote = '\0', last = '\0';
  for (; end < html.size(); ++end) {
    const char c = html[end];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '>') {
      tag.attributes = html.substr(attributes, end - attributes);
      tag.end = end + 1;
      return tag;
    } else if ((c == '"' || c == '\'') && last == '=') {
      quote = c;
    }
    if (!is_space(c)) last = c;
  }
  return std::nullopt;
}

// The value of an attribute, entities decoded; empty if there is none.
std::string attribute(const Tag& tag, std::string_view name) {
  const std::string_view text = tag.attributes;
  for (std::size_t at = find_caseless(text, name, 0); at != std::string_view::npos;
       at = find_caseless(text, name, at + 1)) {
    std::size_t value = at + name.size();
    while (value < text.size() && is_space(text[value])) ++value;
    const bool starts = at == 0 || is_space(text[at - 1]) || text[at - 1] == '"' || text[at - 1] == '\'';
    if (!starts || value >= text.size() || text[value] != '=') continue;
    ++value;
    while (value < text.size() && is_space(text[value])) ++value;
    if (value >= text.size()) return {};
    const bool quoted = text[value] == '"' || text[value] == '\'';
    std::size_t end = quoted ? text.find(text[value], value + 1) : value;
    if (quoted) ++value;
    while (!quoted && end < text.size() && !is_space(text[end])) ++end;
    return decode_entities(text.substr(value, std::min(end, text.size()) - value));
  }
  return {};
}

class Writer {
 public:
  // Text as the page has it: blanks become one space, except in <pre>.
  void text(std::string_view text) {
    if (exact_) {
      put(text);
      kept_ = out_.size();
      return;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const bool fixed = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
      if (fixed) {
        put(" ");
        ++i;
      } else if (preformatted_ == 0 && is_space(c)) {
        space_ = true;
      } else if (c == '\n') {
        line_break();
      } else {
        put(text.substr(i, 1));
      }
    }
  }
  void mark(std::string_view text) { put(text); }
  void line_break() {
    trim();
    const bool two = out_.size() >= 2 && out_.ends_with("\n\n");
    if (!out_.empty() && !two) out_ += '\n';
    space_ = false;
  }
  // The start of a line, wherever it is now.
  void block() {
    trim();
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    space_ = false;
  }
  void cell() {
    trim();
    if (!out_.empty() && out_.back() != '\n') out_ += '\t';
    space_ = false;
  }
  // Our own `<pre>`: every character in it counts.
  void exact(bool begins) { exact_ = begins; }
  void preformatted(bool begins) { preformatted_ = std::max(0, preformatted_ + (begins ? 1 : -1)); }
  std::string take() {
    while (out_.size() > kept_ && is_space(out_.back())) out_.pop_back();
    return std::move(out_);
  }

 private:
  void put(std::string_view text) {
    if (space_ && !out_.empty() && out_.back() != '\n' && out_.back() != '\t') out_ += ' ';
    space_ = false;
    out_ += text;
  }
  void trim() {
    while (out_.size() > kept_ && out_.back() == ' ') out_.pop_back();
  }
  std::string out_;
  std::size_t kept_ = 0;  // what stands before is not trimmed
  bool space_ = false, exact_ = false;
  int preformatted_ = 0;
};

void put_media(Writer& out, const Tag& tag) {
  if (tag.closing) return;
  const std::string label = tag.name == "img" ? attribute(tag, "alt") : "";
  const std::string name = label.empty() ? attribute(tag, "src") : label;
  if (tag.name == "img")
    out.mark("[image: " + (name.empty() ? "?" : name) + "]");
  else if (!name.empty())
    out.mark("[" + std::string(tag.name == "video" ? "video" : "audio") + ": " + name + "]");
}

void put_tag(Writer& out, const Tag& tag) {
  const std::string_view name = tag.name;
  if (name == "br")
    out.line_break();
  else if (name == "td" || name == "th")
    tag.closing ? void() : out.cell();
  else if (name == "sub" || name == "sup")
    tag.closing ? void() : out.mark(name == "sub" ? "_" : "^");
  else if (name == "rt")
    out.mark(tag.closing ? ")" : "(");
  else if (one_of(name, {"img", "audio", "video", "source"}))
    put_media(out, tag);
  else if (one_of(name, {"p",          "div",     "tr",      "table",  "ul",     "ol",      "li",      "hr",    "pre",
                         "h1",         "h2",      "h3",      "h4",     "h5",     "h6",      "dl",      "dt",    "dd",
                         "blockquote", "section", "article", "header", "footer", "details", "summary", "center"}))
    out.block();
  if (name == "pre") out.preformatted(!tag.closing);
  if (name == "pre") out.exact(!tag.closing && attribute(tag, "class") == "ebb");
  if (name == "li" && !tag.closing) out.mark("• ");
}

// Where an element ends whose content is no text; the end of the page if it is never closed.
std::size_t after_element(std::string_view html, std::string_view name, std::size_t from) {
  const std::size_t close = find_caseless(html, "</" + std::string(name), from);
  if (close == std::string_view::npos) return html.size();
  const std::size_t end = html.find('>', close);
  return end == std::string_view::npos ? html.size() : end + 1;
}

// Anki's own marks in square brackets.
void rename_sounds(std::string& text) {
  constexpr std::string_view sound = "[sound:", audio = "[audio: ";
  if (text.find(sound) == std::string::npos) return;
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find(sound); at != std::string::npos; at = text.find(sound, done)) {
    out.append(text, done, at - done);
    out += audio;
    done = at + sound.size();
  }
  text = out.append(text, done, std::string::npos);
}

}  // namespace

std::string html_to_text(std::string_view html) {
  Writer out;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t mark = std::min(html.find('<', at), html.size());
    if (mark > at) out.text(decode_entities(html.substr(at, mark - at)));
    at = mark;
    if (at == html.size()) break;
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (html.substr(at).starts_with("<!--")) {
      const std::size_t end = html.find("-->", at + 4);
      at = end == std::string_view::npos ? html.size() : end + 3;
    } else if (letter(next) || next == '/' || next == '!') {
      const std::optional<Tag> tag = tag_at(html, at);
      if (!tag) {
        out.text(decode_entities(html.substr(at)));
        break;
      }
      at = tag->end;
      const bool silent = !tag->closing && one_of(tag->name, {"style", "script", "svg", "template", "rp", "title"});
      if (silent && !tag->attributes.ends_with('/')) at = after_element(html, tag->name, at);
      if (tag->name == "svg" && !tag->closing) out.mark(drawing_mark);
      put_tag(out, *tag);
    } else {
      out.mark("<");
      ++at;
    }
  }
  std::string text = valid_utf8(out.take());
  rename_sounds(text);
  return text;
}

}  // namespace ebb
