// The names of the kinds, as `ebb log` and full exports spell them.
#include "store/log/kinds.hpp"

#include <array>
#include <charconv>

namespace ebb {
namespace {

struct Kind {
  What what;
  std::string_view name;
};
constexpr std::array kinds{
    Kind{What::note_new, "note.new"},         Kind{What::note_text, "note.text"},
    Kind{What::note_update, "note.update"},   Kind{What::note_source, "note.source"},
    Kind{What::note_alias, "note.alias"},     Kind{What::note_deck, "note.deck"},
    Kind{What::note_orphan, "note.orphan"},   Kind{What::note_delete, "note.delete"},
    Kind{What::note_mark, "note.mark"},       Kind{What::card_suspend, "card.suspend"},
    Kind{What::card_bury, "card.bury"},       Kind{What::card_due, "card.due"},
    Kind{What::card_seed, "card.seed"},       Kind{What::card_reset, "card.reset"},
    Kind{What::deck_rename, "deck.rename"},   Kind{What::deck_delete, "deck.delete"},
    Kind{What::purge, "purge"},              Kind{What::deck_setting, "deck.set"},
    Kind{What::parameters, "params"},         Kind{What::deck_new, "deck.new"},
    Kind{What::deck_alias, "deck.alias"},     Kind{What::deck_name, "deck.name"},
    Kind{What::new_limit, "limit.new"},       Kind{What::media, "media"},
    Kind{What::away, "away"},                 Kind{What::undo, "undo"},                 Kind{What::seal, "seal"}};

}  // namespace

std::string_view name_of(What what) {
  for (const Kind& kind : kinds)
    if (kind.what == what) return kind.name;
  return {};
}

int kind_from(std::string_view name) {
  for (const Kind& kind : kinds)
    if (kind.name == name) return static_cast<int>(kind.what);
  int number = 0;
  if (!name.empty() && name[0] == '#') std::from_chars(name.data() + 1, name.data() + name.size(), number);
  return number > 0 && number < 1000000 ? number : 0;
}

}  // namespace ebb
