// The texts of `ebb help TOPIC`.
#include "cli/program/help_topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/config/config_help.hpp"
#include "cli/decks/deck_help.hpp"
#include "ebb/formats/formats.hpp"

namespace ebb {
namespace {

constexpr std::string_view filters_text =
    R"(Filters choose cards, the same for every verb. All that is given must match.

  ebb list dog                        the word dog, whatever case and accents
  ebb list deck:es is:due due:..-7    a deck, due, for a week or longer
  ebb review 'tag:verbs or is:leech'  one or the other
  ebb list ivl:30.. not tag:easy      intervals from 30 days, without a tag

  dog  dog*  *og*  '"exact words"'   in question or answer; a star for a part
  question:dog  answer:dog           only there
  re:^an?  re:'"a|b c"'              a regular expression
  deck:es::verbs  deck:'"my deck"'   this deck and those under it; also -d
  tag:irregular  tag:none            this tag and those under it; without tags
  id:7f3a91  id:7f3a91.1             a note or a card, six digits or more
  is:due         due new learning review suspended buried marked orphan
                 leech failed young mature (interval from 21)
  due:..7d       due:today due:3 due:..-1 due:2026-12-01..
  added:7d       the last seven days; added:7d..30d so long ago; also edited:,
                 introduced: (first answered), rated:7d, rated:7d:again
  ivl:30..       and ease:..2 lapses:3..5 reps:0 flag:1 stability: difficulty:
                 recall:..90 (percent, today)
  and  or  not  ( )                  a group may be one quoted argument
  @morning       what is saved under [set.morning] in the configuration

Ranges are a..b, ..b and a..; days end in d, weeks w, months m, years y.
A shell takes ( ) * < > and quotes for itself: put such words in quotes. As in
Anki: 'ivl>=30' prop:ivl>=30 is:learn rated:7:1 front:x back:x '-tag:x'.
)";

constexpr std::string_view editing_text =
    R"(Cards as text, for ebb edit and ebb add. A card is a head, and then Q: and A: at the start of lines.

  ---
  id: 7f3a91c0…        which card it is; a card without it is new
  deck: es::verbs
  tags: verb irregular
  hints: starts with s
  notes: more than one line
    goes on indented by two blanks
  Q: to be
  A: ser

  C: The {{c1::Seine::river}} flows through {{c2::Paris}}   a cloze, in place of Q:; [Paris] too
  type: reversed       asked both ways; also typed, list (with items:), choice (with choices:)
  hints: accept: items: choices:   once for each
  notes: source:       and whatever else the card's file says

A line of a text that looks like a mark is written with a backslash: Q\: or \---.
Saving shows what it comes to and applies it as one command. A card that is taken out is asked about. A text
that cannot be read is opened again; who gives up is told where it is kept, and ebb edit --from FILE goes on.

  ebb edit is:marked
  ebb edit -d es --print > es.md; ebb edit --from es.md
)";

constexpr std::string_view cards_text =
    R"(How a card is written, in a JSON deck; ebb edit has the same words. All of it: docs/cards.md.

  {"question": "The capital of Spain?", "answer": "Madrid"}
  {"question": "to be", "answer": "ser", "type": "reversed"}                  asked both ways
  {"type": "cloze", "cloze": "{{c1::Lisbon::city}} is in {{c2::Portugal}}"}   a card for each number
  {"type": "list", "question": "The seasons", "items": ["spring", "summer"]}
  {"type": "choice", "question": "2 + 2?", "answer": "4", "choices": ["3", "5"]}
  {"type": "typed", "question": "Spain?", "answer": "Madrid", "accept": ["Madrid, Spain"]}

  hints   shown one by one with Tab      notes, source   shown under the answer

Texts are Markdown: *emphasis*, **strong**, `code`, lists, quotes, tables, links, fenced code. Maths between $ or $$,
\( \) or \[ \] is drawn in Unicode; v shows the text as it is stored. What only looks like Markdown stays as it is.

  ebb review --type        every answer is typed; t types one
  ebb deck set de typed "case accents"   what must be right in it; loose, strict
)";

constexpr std::string_view environment_text =
    R"(Environment variables that ebb reads.

  EBB_DB            the collection, where --db is not given
  EBB_CONFIG        the configuration file: ebb help config-keys
  EBB_NOW           a fixed time, like 2026-11-25T07:30:00Z: for tests and scripts
  EBB_PLAIN         anything: lines only, as with --plain
  PAGER             shows long output; cat for none
  VISUAL, EDITOR    the editor
  NO_COLOR          anything: no colour
  CLICOLOR_FORCE    anything: colour in a pipe too
  TZ                the time zone of study days; they begin at 04:00 (day.start)
  XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME    where things are: ebb paths
)";

constexpr std::string_view exit_text =
    R"(What the exit code says.

  0    done; also when nothing is due, and when an import left some cards out (it lists them)
  1    the answer is no: nothing due under -q, no match, findings of check, damage found by doctor
  2    something is wrong with what was typed
  3    something is wrong with the data: nothing could be read, or a problem under --strict
  4    the collection is missing, busy, damaged or cannot be written
  130  stopped with Ctrl-C; answers that were given are saved
)";

constexpr std::string_view keys_text =
    R"(The keys of a review on the screen. The bottom line shows those that do something now; ? shows all.

  Space, Enter  show the answer; then Good
  1 2 3 4       Again, Hard, Good, Easy, once the answer is shown
  u, Ctrl-R     undo, redo
  e             edit the card in your editor, and come back to it
  s b x D       suspend; bury until tomorrow; skip to the end; delete, after asking
  m M           mark; mark with a note. ebb edit is:marked opens them all
  w i [         why it is due now; about this card; the last card again
  o r           open the picture in a window; play the sound. Again for the next one
  p             pause: the card is hidden and no time counts
  j k arrows    scroll; Ctrl-D and Ctrl-U by half a page, PgDn and PgUp by a page
  n c a         after the last card: ten more new, practise these again, tomorrow's
  q, Ctrl-C     finish with a summary; leave now. All answers are saved

Other keys: ebb config set review.keys hjkl (h j k l grade), numpad, azerty, cyrillic or
thumb (Backspace is Again, Enter is Good). Single ones in the file, under [keys]:
undo = ["z", "Ctrl-T"]. Actions are named as on the help page: advance, again, hard, good,
easy, undo, redo, edit, mark, note, suspend, bury, skip, delete, why, info, last, pause …
review.mouse = true lets clicks show and grade.

In lines (ebb review --plain) each is a line: empty for the answer, 1-4, u, redo, s, b, x, D, e, m, m NOTE, w, i, o, r, [, ?, q.
)";

constexpr std::string_view grades_text =
    R"(Grade how well you knew it, before you looked.

  1 Again  not known; it comes again today
  2 Hard   known with much effort; it comes again today, and the ease falls
  3 Good   known after some thought
  4 Easy   known at once; the ease rises

The answer shows what each would do now, and ebb why ID shows the arithmetic.

  ebb review --grades 2  two keys: 1 Again, 2 Good
  ebb review --grades 6  SM-2's own 0-5; 0 and 1 are worse than Again, which is 2, and 3 4 5 are Hard Good Easy
)";

constexpr std::string_view formats_text =
    R"(Deck files that ebb reads. What a file is, is told by what is in it; --format NAME says it.

)";

constexpr std::string_view formats_end =
    R"(
The smallest deck: [{"question": "to be", "answer": "ser"}]
The same as text: two paragraphs, the question and its answer, with a blank line between.
ebb check FILE reads a file without importing it.
)";

constexpr std::array topics{
    HelpTopic{"keys", "the keys of a review", keys_text},
    HelpTopic{"grades", "what the grades mean", grades_text},
    HelpTopic{"formats", "deck files that ebb reads", formats_text},
    HelpTopic{"filters", "how to choose cards", filters_text},
    HelpTopic{"cards", "how to write cloze, list, choice, typed; maths, code", cards_text},
    HelpTopic{"editing", "cards as text in your editor", editing_text},
    HelpTopic{"settings", "what a deck can set: scheduler, retention, steps, exam", ""},
    HelpTopic{"config-keys", "the keys of the user's file, what each is for, and its form", ""},
    HelpTopic{"environment", "the environment variables that ebb reads", environment_text},
    HelpTopic{"exit-codes", "what the exit code says", exit_text},
};

}  // namespace

std::string topic_text(const HelpTopic& topic) {
  if (topic.name == "settings") return settings_topic();
  if (topic.name == "config-keys") return configuration_topic();
  std::string text(topic.text);
  if (topic.name != "formats") return text;
  std::string written;
  for (const Format& format : formats()) {
    if (format.read != nullptr) text += fmt::format("  {:<11}{:<16}{}\n", format.name, format.suffixes, format.summary);
    if (format.write != nullptr) written += fmt::format("{}{}", written.empty() ? "" : ", ", format.name);
  }
  return text + std::string(formats_end) + fmt::format("ebb export writes {}.\n", written);
}

std::span<const HelpTopic> help_topics() {
  return topics;
}

const HelpTopic* find_topic(std::string_view name) {
  const auto found = std::find_if(topics.begin(), topics.end(), [&](const HelpTopic& one) { return one.name == name; });
  return found == topics.end() ? nullptr : &*found;
}

}  // namespace ebb
