// The template language: replacements, filters, conditions.
#include "formats/anki/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "formats/anki/field_filters.hpp"
#include "formats/html_text.hpp"
#include "formats/intake.hpp"

namespace ebb {
namespace {

class Rendering {
 public:
  Rendering(const AnkiFields& fields, const AnkiCardFacts& facts, bool answer)
      : fields_(fields), facts_(facts), answer_(answer) {}

  std::optional<std::string> run(std::string_view source) {
    std::string_view open = "{{", close = "}}";
    constexpr std::string_view other = "{{=<% %>=}}";
    if (source.starts_with(other)) {
      source.remove_prefix(other.size());
      open = "<%";
      close = "%>";
    }
    for (std::size_t at = 0; at < source.size();) {
      const std::size_t comment = source.find("<!--", at), mark = source.find(open, at);
      const std::size_t next = std::min({comment, mark, source.size()});
      put(source.substr(at, next - at));
      if (next == source.size()) break;
      const bool is_comment = comment < mark;
      const std::string_view ending = is_comment ? std::string_view("-->") : close;
      const std::size_t end = source.find(ending, next);
      if (end == std::string_view::npos) {
        if (!is_comment) return std::nullopt;
        break;
      }
      if (!is_comment && !tag(trimmed(source.substr(next + open.size(), end - next - open.size()))))
        return std::nullopt;
      at = end + ending.size();
    }
    return conditions_.empty() ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  struct Condition {
    std::string_view name;
    bool shown;
  };

  bool shown() const { return conditions_.empty() || conditions_.back().shown; }
  void put(std::string_view text) {
    if (shown()) out_ += text;
  }

  bool tag(std::string_view inside) {
    if (inside.empty()) return false;
    const std::string_view name = trimmed(inside.substr(1));
    if (inside[0] == '#' || inside[0] == '^') {
      const std::optional<bool> set = holds(name);
      if (!set) return false;
      conditions_.push_back({name, shown() && *set == (inside[0] == '#')});
      return true;
    }
    if (inside[0] == '/') {
      if (conditions_.empty() || conditions_.back().name != name) return false;
      conditions_.pop_back();
      return true;
    }
    return replacement(inside);
  }

  // Whether a field is not empty, or it is `c1` and that is the card; nothing if there is no such field.
  std::optional<bool> holds(std::string_view name) const {
    if (const std::optional<std::string> text = value(name); text) return !empty_field(*text);
    if (!facts_.cloze || !name.starts_with('c')) return std::nullopt;
    int number = 0;
    std::from_chars(name.data() + 1, name.data() + name.size(), number);
    return number == facts_.ordinal + 1;
  }

  bool replacement(std::string_view inside) {
    const std::size_t last = inside.rfind(':');
    const std::string_view name = trimmed(last == std::string_view::npos ? inside : inside.substr(last + 1));
    std::optional<std::string> text = value(name);
    if (!text && !name.empty()) return false;
    if (!text) text.emplace();
    std::string_view filters = last == std::string_view::npos ? std::string_view{} : inside.substr(0, last);
    // The prompt of a typed cloze: its text stands beside it already.
    if (filters == "type:cloze") return true;
    while (!filters.empty()) {
      const std::size_t cut = filters.rfind(':');
      apply_filter(trimmed(cut == std::string_view::npos ? filters : filters.substr(cut + 1)), *text,
                   {facts_.ordinal + 1, answer_});
      filters = cut == std::string_view::npos ? std::string_view{} : filters.substr(0, cut);
    }
    put(*text);
    return true;
  }

  std::optional<std::string> value(std::string_view name) const {
    for (std::size_t i = 0; i < fields_.names.size() && i < fields_.values.size(); ++i)
      if (fields_.names[i] == name) return fields_.values[i];
    // The answer is shown below the question: it need not be repeated.
    if (name == "FrontSide") return "";
    if (name == "Tags") return std::string(facts_.tags);
    if (name == "Type") return std::string(facts_.type);
    if (name == "Deck") return std::string(facts_.deck);
    if (name == "Subdeck") {
      const std::size_t cut = facts_.deck.rfind("::");
      return std::string(cut == std::string_view::npos ? facts_.deck : facts_.deck.substr(cut + 2));
    }
    if (name == "Card") return std::string(facts_.card);
    if (name == "CardFlag") return facts_.flag > 0 ? fmt::format("flag{}", facts_.flag) : "";
    if (name == "CardID") return std::to_string(facts_.id);
    return std::nullopt;
  }

  const AnkiFields& fields_;
  const AnkiCardFacts& facts_;
  bool answer_;
  std::vector<Condition> conditions_;
  std::string out_;
};

// What stands behind `<hr id=answer>`; everything if it is not there.
std::string_view after_answer_line(std::string_view html) {
  for (std::size_t at = html.find("<hr"); at != std::string_view::npos; at = html.find("<hr", at + 3)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string_view::npos) return html;
    const std::string_view tag = html.substr(at, end - at);
    if (tag.find("id") != std::string_view::npos && tag.find("answer") != std::string_view::npos)
      return html.substr(end + 1);
  }
  return html;
}

}  // namespace

std::optional<std::string> render_side(std::string_view source, const AnkiFields& fields, const AnkiCardFacts& facts,
                                       bool answer) {
  return Rendering(fields, facts, answer).run(source);
}

CardText plain_fields(const std::vector<std::string>& values) {
  CardText text;
  for (const std::string& value : values) {
    const std::string line = html_to_text(value);
    if (blank(line)) continue;
    if (text.question.empty())
      text.question = line;
    else
      text.answer += (text.answer.empty() ? "" : "\n") + line;
  }
  return text;
}

CardText card_text(const AnkiNoteType& type, const AnkiFields& fields, const AnkiCardFacts& facts, bool& fell_back) {
  const auto which = type.cloze ? std::size_t{0} : static_cast<std::size_t>(facts.ordinal);
  fell_back = true;
  if (which >= type.templates.size()) return plain_fields(fields.values);
  const AnkiTemplate& shape = type.templates[which];
  const std::optional<std::string> front = render_side(shape.front_text, fields, facts, false);
  const std::optional<std::string> back = render_side(shape.back_text, fields, facts, true);
  if (!front || !back) return plain_fields(fields.values);
  CardText text{html_to_text(*front), html_to_text(after_answer_line(*back))};
  if (blank(text.question)) return plain_fields(fields.values);
  if (blank(text.answer)) text.answer = html_to_text(*back);
  fell_back = false;
  return text;
}

}  // namespace ebb
