// Filling the search index from the log, and asking it.
#include "store/find/search_index.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/text/unicode.hpp"
#include "store/fold/note_cards.hpp"

namespace ebb {
namespace {

// A character that is in no word: the mark of entries with texts of their cards' own.
constexpr std::string_view own_mark = "\xEE\x80\x81";
constexpr std::int64_t worth_catching_up = 2000;

// Text as the index takes it: its words with a blank between.
void append_words(std::string& out, std::string_view text) {
  const std::string folded = fold_text(text);
  for (const std::string_view word : words_of(folded)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
}

// Texts of the note's cards that are not the note's, after a mark; empty if there are none.
std::string own_words(std::string_view more) {
  std::string words;
  if (more.find("\"cards\"") == std::string_view::npos) return words;
  for (const NoteCard& card : cards_in(more)) {
    if (card.question.empty() && card.answer.empty()) continue;
    if (words.empty()) words = own_mark;
    append_words(words, card.question);
    append_words(words, card.answer);
  }
  return words;
}

std::map<std::int64_t, std::int64_t> seen_entries(Database& db) {
  std::map<std::int64_t, std::int64_t> seen;
  Statement find(db, "SELECT dev, last FROM search_seen");
  while (find.step()) seen[find.number(0)] = find.number(1);
  return seen;
}

// The newest change of each device.
std::map<std::int64_t, std::int64_t> newest_entries(Database& db) {
  std::map<std::int64_t, std::int64_t> newest;
  Statement devices(db, "SELECT dev, (SELECT max(id) FROM change WHERE id > dev << 40 AND id < (dev + 1) << 40) FROM device");
  while (devices.step())
    if (!devices.null(1)) newest[devices.number(0)] = devices.number(1);
  return newest;
}

std::int64_t entries_behind(const std::map<std::int64_t, std::int64_t>& seen, const std::map<std::int64_t, std::int64_t>& newest) {
  std::int64_t behind = 0;
  for (const auto& [device, last] : newest) {
    const auto known = seen.find(device);
    behind += last - (known == seen.end() ? device_base(device) : known->second);
  }
  return behind;
}

void index_between(Database& db, std::int64_t after, std::int64_t last) {
  Statement texts(db, "SELECT id, q, a, more FROM change WHERE id > ? AND id <= ? AND what IN (1, 2, 3)");
  Statement insert(db, "INSERT INTO search(rowid, q, a, own) VALUES(?, ?, ?, ?)");
  texts.bind(1, after).bind(2, last);
  std::string question, answer;
  while (texts.step()) {
    question.clear();
    answer.clear();
    append_words(question, texts.text(1));
    append_words(answer, texts.text(2));
    const std::string own = own_words(texts.text(3));
    insert.bind(1, texts.number(0)).bind(2, std::string_view(question)).bind(3, std::string_view(answer));
    insert.bind(4, std::string_view(own)).run();
  }
}

// On a connection of its own: a command that only reads may still keep the index, as git status keeps its own.
void catch_up_beside(const std::string& path) {
  try {
    Database db(path, Access::write);
    catch_up_search(db);
  } catch (const Error&) {
    return;  // read-only or busy: what the index lacks is looked at in the log
  }
}

// The phrase for the full-text query, or empty if the index cannot help.
std::string phrase_of(const WordPattern& pattern) {
  if (pattern.pieces().empty() || !pattern.begins_word()) return {};
  const std::string& piece = pattern.pieces().front();
  const auto words = words_of(piece);
  if (words.empty()) return {};
  std::string phrase;
  for (const std::string_view word : words) {
    phrase += phrase.empty() ? "\"" : " ";
    phrase += word;
  }
  phrase += '"';
  const bool cut_off = pattern.pieces().size() > 1 || !pattern.ends_word();
  const bool ends_in_word = words.back().data() + words.back().size() == piece.data() + piece.size();
  return cut_off && ends_in_word ? phrase + " *" : phrase;
}

// One whole word, or the beginning of one.
bool is_exact(const WordPattern& pattern) {
  if (pattern.pieces().size() != 1) return false;
  const auto words = words_of(pattern.pieces().front());
  return words.size() == 1 && words.front() == pattern.pieces().front();
}

void add_entries(Database& db, const std::string& query, EntrySet& entries) {
  Statement find(db, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid");
  find.bind(1, std::string_view(query));
  while (find.step()) entries.add(find.number(0));
}

// Notes with a text that came after what the index saw of its device.
void add_unseen(Database& db, const std::map<std::int64_t, std::int64_t>& seen, std::int64_t device, std::int64_t last,
                std::vector<std::int64_t>& notes) {
  const auto known = seen.find(device);
  Statement find(db, "SELECT ent FROM change WHERE id > ? AND id <= ? AND what IN (1, 2, 3)");
  find.bind(1, known == seen.end() ? device_base(device) : known->second).bind(2, last);
  while (find.step()) notes.push_back(find.number(0));
}

void sort_out(std::vector<std::int64_t>& notes) {
  std::sort(notes.begin(), notes.end());
  notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
}

// Which columns of the index a field is looked for in.
std::string columns_of(CardTest::Field field) {
  if (field == CardTest::Field::any) return {};
  return field == CardTest::Field::question ? "{q own} : " : "{a own} : ";
}

}  // namespace

void catch_up_search(Database& db) {
  std::optional<Transaction> own;
  if (!db.in_transaction()) own.emplace(db);
  const auto seen = seen_entries(db);
  for (const auto& [device, last] : newest_entries(db)) {
    const auto known = seen.find(device);
    const std::int64_t after = known == seen.end() ? device_base(device) : known->second;
    if (after >= last) continue;
    index_between(db, after, last);
    Statement(db, "REPLACE INTO search_seen(dev, last) VALUES(?, ?)").bind(1, device).bind(2, last).run();
  }
  if (own) own->commit();
}

void forget_search(Database& db) { db.run("INSERT INTO search(search) VALUES('delete-all'); DELETE FROM search_seen"); }

void rebuild_search(Store& store) {
  std::optional<Transaction> own;
  if (!store.db().in_transaction()) own.emplace(store.db());
  forget_search(store.db());
  catch_up_search(store.db());
  if (own) own->commit();
}

std::optional<SearchHits> SearchHits::find(Store& store, const WordPattern& pattern, CardTest::Field field) {
  const std::string phrase = phrase_of(pattern);
  if (phrase.empty()) return {};
  Database& db = store.db();
  SearchHits hits;
  hits.seen_ = seen_entries(db);
  const bool behind = entries_behind(hits.seen_, newest_entries(db)) > worth_catching_up;
  if (behind && !db.in_transaction()) {
    store.may_write ? catch_up_search(db) : catch_up_beside(db.path());
    hits.seen_ = seen_entries(db);
  }
  hits.exact_ = is_exact(pattern);
  add_entries(db, columns_of(field) + phrase, hits.hits_);
  add_entries(db, "own : " + std::string(own_mark), hits.own_);
  for (const auto& [device, last] : newest_entries(db)) add_unseen(db, hits.seen_, device, last, hits.unseen_);
  sort_out(hits.unseen_);
  return hits;
}

bool SearchHits::seen(std::int64_t entry) const {
  const auto known = seen_.find(EntryId{entry}.device());
  return known != seen_.end() && entry <= known->second;
}

bool SearchHits::in_any(std::int64_t q, std::int64_t a, std::int64_t more) const {
  return hits_.has(q) || (a != q && hits_.has(a)) || (more != q && more != a && hits_.has(more));
}

SearchHits::Answer SearchHits::about(std::int64_t q, std::int64_t a, std::int64_t more) const {
  const bool whole = a == q && more == q;
  if (!seen(q) || (!whole && (!seen(a) || !seen(more)))) return Answer::look;
  if (!in_any(q, a, more)) return Answer::no;
  // Of a note with texts from several entries the index does not say which of their columns it means.
  return exact_ && whole && !own_.has(q) ? Answer::yes : Answer::look;
}

}  // namespace ebb
