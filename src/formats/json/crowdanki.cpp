// Notes of a CrowdAnki deck, and the cards that their note types make of them.
#include "formats/json/crowdanki.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "ebb/core/error.hpp"
#include "formats/anki/template.hpp"
#include "formats/cloze.hpp"
#include "formats/intake.hpp"
#include "formats/json/members.hpp"
#include "formats/json/parse.hpp"

namespace ebb {
namespace {

using Json = nlohmann::json;

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// The members of a list that are objects.
template <typename Visit>
void for_each_object(const Json& object, const char* name, Visit visit) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return;
  for (const Json& element : *found)
    if (element.is_object()) visit(element);
}

std::vector<std::string> texts_in(const Json& object, const char* name) {
  std::vector<std::string> texts;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return texts;
  for (const Json& element : *found) texts.push_back(element.is_string() ? element.get<std::string>() : "");
  return texts;
}

// Real files leave out a note type's `type`: its templates tell.
AnkiNoteType model_of(const Json& object) {
  AnkiNoteType type =
      note_type_from_json(object.dump(-1, ' ', false, Json::error_handler_t::replace)).value_or(AnkiNoteType{});
  type.name = text_in(object, "name");
  for (const AnkiTemplate& each : type.templates) type.cloze |= each.front.find("{{cloze:") != std::string::npos;
  return type;
}

class CrowdAnkiReader {
 public:
  CrowdAnkiReader(const ReadOptions& options, Intake& intake) : options_(options), intake_(intake) {}

  void read(const Json& root) {
    for_each_object(root, "note_models",
                    [&](const Json& model) { models_.emplace(text_in(model, "crowdanki_uuid"), model_of(model)); });
    deck(root, "", 0);
    if (media_ > 0)
      intake_.tell(
          fmt::format("pictures and sounds that it names: {}. They lie beside the file and are not read", media_));
    if (fell_back_ > 0)
      intake_.tell(fmt::format("notes whose note type is missing or broken: {}. Their fields are taken as they are",
                               fell_back_));
  }

 private:
  void deck(const Json& object, const std::string& above, int depth) {
    if (depth > deepest) return;
    std::string name = text_in(object, "name");
    if (depth == 0 && !options_.deck.empty()) name = options_.deck;
    const std::string full = above.empty() ? name : above + "::" + name;
    for_each_object(object, "notes", [&](const Json& each) { note(each, full); });
    media_ += texts_in(object, "media_files").size();
    for_each_object(object, "children", [&](const Json& child) { deck(child, full, depth + 1); });
  }

  void note(const Json& object, const std::string& deck) {
    ImportedNote note;
    note.card = ++cards_;
    note.deck = deck;
    note.id = text_in(object, "guid");
    for (const std::string& tag : texts_in(object, "tags")) intake_.tag(note.tags, tag);
    std::vector<std::string> values = texts_in(object, "fields");
    const auto model = models_.find(text_in(object, "note_model_uuid"));
    bool fell_back = model == models_.end() || model->second.templates.empty();
    if (fell_back) {
      const CardText sides = plain_fields(values);
      note.question = sides.question;
      note.answer = sides.answer;
    } else {
      values.resize(std::max(values.size(), model->second.fields.size()));
      make_cards(note, model->second, values, fell_back);
    }
    fell_back_ += fell_back ? 1 : 0;
    keep(note, object, model == models_.end() ? "" : model->second.name);
    intake_.take(std::move(note), 0);
  }

  static void keep(ImportedNote& note, const Json& object, const std::string& type) {
    if (!type.empty()) add_text_member(note.more, "notetype", type);
    if (const auto found = object.find("fields"); found != object.end())
      add_member(note.more, "fields", found->dump(-1, ' ', false, Json::error_handler_t::replace));
  }

  static void make_cards(ImportedNote& note, const AnkiNoteType& type, const std::vector<std::string>& values,
                         bool& fell_back) {
    std::string tags;
    for (const std::string& tag : note.tags) tags += (tags.empty() ? "" : " ") + tag;
    for (const int ordinal : ordinals(type, values)) {
      AnkiCardFacts facts;
      facts.tags = tags;
      facts.deck = note.deck;
      facts.type = type.name;
      facts.ordinal = ordinal;
      facts.cloze = type.cloze;
      if (!type.cloze) facts.card = type.templates[static_cast<std::size_t>(ordinal)].name;
      bool this_fell_back = false;
      CardText sides = card_text(type, {type.fields, values}, facts, this_fell_back);
      fell_back |= this_fell_back;
      ImportedCard card;
      card.ordinal = ordinal;
      card.question = std::move(sides.question);
      card.answer = std::move(sides.answer);
      note.cards.push_back(std::move(card));
    }
    note.question = note.cards[0].question;
    note.answer = note.cards[0].answer;
    if (note.cards.size() == 1 && note.cards[0].ordinal == 0) note.cards.clear();
  }

  // Which cards there are: of a cloze one for each number, else one for each template whose front shows a field.
  static std::vector<int> ordinals(const AnkiNoteType& type, const std::vector<std::string>& values) {
    std::set<int> found;
    constexpr int most = 500;
    if (type.cloze) {
      for (const std::string& value : values)
        for (const Hole& hole : parse_cloze(value).holes)
          for (const int number : hole.numbers) found.insert(std::min(number, most) - 1);
    } else {
      const std::vector<std::string> nothing(values.size());
      for (std::size_t i = 0; i < std::min<std::size_t>(type.templates.size(), most); ++i) {
        const std::string& front = type.templates[i].front;
        const auto with = render_side(front, {type.fields, values}, {}, false);
        if (with && with != render_side(front, {type.fields, nothing}, {}, false)) found.insert(static_cast<int>(i));
      }
    }
    if (found.empty()) found.insert(0);
    return {found.begin(), found.end()};
  }

  const ReadOptions& options_;
  Intake& intake_;
  std::map<std::string, AnkiNoteType> models_;
  std::size_t media_ = 0;
  int cards_ = 0, fell_back_ = 0;
};

Json parse(const std::string& bytes, const std::string& name) {
  bool too_deep = false;
  const auto shallow = [&](int depth, Json::parse_event_t, Json&) {
    too_deep |= depth > deepest;
    return depth <= deepest;
  };
  Json root = Json::parse(bytes, shallow, false);
  if (!too_deep && root.is_object()) return root;
  throw Error(Exit::input, fmt::format("{}: this CrowdAnki deck is {}.", name,
                                       too_deep ? "nested deeper than 64 levels" : "not valid JSON, perhaps cut off"));
}

}  // namespace

ReadReport read_crowdanki(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  ReadReport report;
  report.format = "json";
  report.shape = "CrowdAnki deck: cards by the templates of its note types";
  CleanText text(source, true);
  std::string bytes;
  while (text.next()) bytes += text.piece();
  const Json root = parse(bytes, source.name());
  const std::string default_deck = options.deck.empty() ? deck_from_file(source.name()) : options.deck;
  Intake intake(sink, report, source.name(), default_deck);
  CrowdAnkiReader(options, intake).read(root);
  intake.finish(text);
  sink.progress(source.size(), source.size());
  return report;
}

}  // namespace ebb
