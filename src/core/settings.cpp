// The table of settings: one row a key, with how it is read and how it is written.
#include "ebb/core/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

using std::chrono::seconds;

struct Row {
  SettingKey key;
  bool (*read)(Parameters& parameters, std::string_view value);  // false: the value does not fit
  std::string (*write)(const Parameters& parameters);
};

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find_first_of(" ,"), text.size());
    if (blank > 0) words.push_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

// The shortest text that reads back as the same number.
std::string number_text(double number) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return {buffer.data(), end};
}

bool read_retention(Parameters& parameters, std::string_view value) {
  const bool percent = value.ends_with('%');
  if (percent) value.remove_suffix(1);
  double number = 0;
  if (!read_number(value, number)) return false;
  if (percent) number /= 100;
  if (!(number >= 0.70 && number <= 0.99)) return false;
  parameters.retention = number;
  return true;
}

bool read_steps(std::vector<seconds>& steps, std::string_view value) {
  std::vector<seconds> read;
  if (value != "none") {
    for (std::string_view word : words_of(value)) {
      const int unit = word.ends_with('s') ? 1 : word.ends_with('m') ? 60 : word.ends_with('h') ? 3600 : word.ends_with('d') ? 86400 : 0;
      int number = 0;
      if (unit == 0 || !read_number(word.substr(0, word.size() - 1), number) || number < 1 || number > 86400 * 30 / unit) return false;
      read.emplace_back(std::int64_t{number} * unit);
    }
    if (read.empty() || read.size() > 20) return false;
  }
  steps = read;
  return true;
}

bool read_switch(bool& on, std::string_view value) {
  if (value != "on" && value != "off") return false;
  on = value == "on";
  return true;
}

bool read_within(int& number, std::string_view value, int low, int high) {
  int read = 0;
  if (!read_number(value, read) || read < low || read > high) return false;
  number = read;
  return true;
}

constexpr std::array<std::string_view, 7> weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool read_weekdays(Parameters& parameters, std::string_view value) {
  std::array<int, 7> shares{100, 100, 100, 100, 100, 100, 100};
  const auto words = words_of(value);
  if (value != "even") {
    if (words.empty() || words.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < words.size(); i += 2) {
      const auto day = std::find(weekday_names.begin(), weekday_names.end(), words[i]);
      if (day == weekday_names.end() || !read_within(shares[static_cast<std::size_t>(day - weekday_names.begin())], words[i + 1], 0, 100))
        return false;
    }
    if (std::all_of(shares.begin(), shares.end(), [](int share) { return share == 0; })) return false;
  }
  parameters.weekdays = shares;
  return true;
}

std::string weekdays_text(const Parameters& parameters) {
  std::string text;
  for (std::size_t i = 0; i < 7; ++i)
    if (parameters.weekdays[i] != 100)
      text += (text.empty() ? "" : " ") + std::string(weekday_names[i]) + " " + std::to_string(parameters.weekdays[i]);
  return text.empty() ? "even" : text;
}

bool read_typed(Parameters& parameters, std::string_view value) {
  TypedStrictly typed;
  if (value == "strict") typed = {true, true, true};
  const auto words = words_of(value);
  if (words.empty()) return false;
  for (const std::string_view word : words) {
    if (words.size() == 1 && (word == "loose" || word == "strict")) break;
    if (word != "case" && word != "accents" && word != "punctuation") return false;
    (word == "case" ? typed.letter_case : word == "accents" ? typed.accents : typed.punctuation) = true;
  }
  parameters.day.typed = typed;
  return true;
}

std::string typed_text(const Parameters& parameters) {
  const TypedStrictly& typed = parameters.day.typed;
  if (typed == TypedStrictly{true, true, true}) return "strict";
  std::string text;
  const auto add = [&text](bool strictly, std::string_view word) {
    if (strictly) text += (text.empty() ? "" : " ") + std::string(word);
  };
  add(typed.letter_case, "case");
  add(typed.accents, "accents");
  add(typed.punctuation, "punctuation");
  return text.empty() ? "loose" : text;
}

bool read_exam(Parameters& parameters, std::string_view value) {
  const auto day = parse_date(value);
  if (!day && value != "none") return false;
  parameters.exam = day;
  return true;
}

bool read_reviews(Parameters& parameters, std::string_view value) {
  int limit = 0;
  if (value != "all" && !read_within(limit, value, 0, 99999)) return false;
  parameters.day.reviews = value == "all" ? std::nullopt : std::optional<int>{limit};
  return true;
}

bool read_weights(Parameters& parameters, std::string_view value) {
  std::vector<double> weights;
  if (value != "default") {
    for (const std::string_view word : words_of(value)) {
      double weight = 0;
      if (!read_number(word, weight) || !std::isfinite(weight)) return false;
      weights.push_back(weight);
    }
    if (weights.size() != 17 && weights.size() != 19 && weights.size() != 21) return false;
  }
  parameters.weights = weights;
  return true;
}

std::string weights_text(const Parameters& parameters) {
  std::string text;
  for (const double weight : parameters.weights) text += (text.empty() ? "" : " ") + number_text(weight);
  return text.empty() ? "default" : text;
}

std::string switch_text(bool on) { return on ? "on" : "off"; }

const std::array rows{
    Row{{"scheduler", "sm2, fsrs or anki", "what decides when a card comes back"},
        [](Parameters& p, std::string_view value) { p.scheduler = value; return !value.empty(); },
        [](const Parameters& p) { return p.scheduler; }},
    Row{{"retention", "0.70 to 0.99", "fsrs: the chance to remember at which a card comes back"}, read_retention,
        [](const Parameters& p) { return number_text(p.retention); }},
    Row{{"steps", "waits like \"1m 10m\", or none", "fsrs, anki: before a new card comes back in days"},
        [](Parameters& p, std::string_view value) { return read_steps(p.steps, value); },
        [](const Parameters& p) { return steps_text(p.steps); }},
    Row{{"relearning", "waits like \"10m\", or none", "fsrs, anki: the same for a forgotten card"},
        [](Parameters& p, std::string_view value) { return read_steps(p.relearning, value); },
        [](const Parameters& p) { return steps_text(p.relearning); }},
    Row{{"longest", "1 to 36500", "no interval is longer, in days"},
        [](Parameters& p, std::string_view value) { return read_within(p.longest, value, 1, 36500); },
        [](const Parameters& p) { return std::to_string(p.longest); }},
    Row{{"ordered", "on or off", "fsrs: Hard before Good before Easy, and what grows, grows by a day"},
        [](Parameters& p, std::string_view value) { return read_switch(p.ordered, value); },
        [](const Parameters& p) { return switch_text(p.ordered); }},
    Row{{"fuzz", "on or off", "fsrs, anki: due days are spread a little"},
        [](Parameters& p, std::string_view value) { return read_switch(p.fuzz, value); },
        [](const Parameters& p) { return switch_text(p.fuzz); }},
    Row{{"balance", "on or off", "within that spread, the day with the least to do"},
        [](Parameters& p, std::string_view value) { return read_switch(p.balance, value); },
        [](const Parameters& p) { return switch_text(p.balance); }},
    Row{{"weekdays", "shares in percent like \"sat 50 sun 0\", or even", "easy days: less falls due on them"}, read_weekdays,
        weekdays_text},
    Row{{"exam", "a date like 2027-01-15, or none", "everything is seen once more just before it"}, read_exam,
        [](const Parameters& p) { return p.exam ? iso_date(*p.exam) : std::string("none"); }},
    Row{{"window", "1 to 365", "how many days before the exam that is"},
        [](Parameters& p, std::string_view value) { return read_within(p.exam_window, value, 1, 365); },
        [](const Parameters& p) { return std::to_string(p.exam_window); }},
    Row{{"new", "0 to 9999", "new cards a study day", false},
        [](Parameters& p, std::string_view value) { return read_within(p.day.fresh, value, 0, 9999); },
        [](const Parameters& p) { return std::to_string(p.day.fresh); }},
    Row{{"reviews", "0 to 99999, or all", "reviews a study day; the others are deferred", false}, read_reviews,
        [](const Parameters& p) { return p.day.reviews ? std::to_string(*p.day.reviews) : std::string("all"); }},
    Row{{"leech", "2 to 99", "lapses from which a card is called a leech", false},
        [](Parameters& p, std::string_view value) { return read_within(p.day.leech, value, 2, 99); },
        [](const Parameters& p) { return std::to_string(p.day.leech); }},
    Row{{"typed", "loose, strict, or what counts: \"case accents punctuation\"", "what must be right in a typed answer", false},
        read_typed, typed_text},
    Row{{"weights", "21 (or 19, or 17) numbers, or default", "fsrs: fitted to your log by ebb optimize"}, read_weights,
        weights_text},
};

const Row& row_of(std::string_view key) {
  for (const Row& row : rows)
    if (row.key.key == key) return row;
  std::string keys;
  for (const Row& row : rows) keys += (keys.empty() ? "" : ", ") + std::string(row.key.key);
  throw Error(Exit::usage, "A deck has no setting `" + std::string(key) + "`. There are: " + keys);
}

}  // namespace

std::span<const SettingKey> setting_keys() {
  static const auto keys = [] {
    std::array<SettingKey, rows.size()> all{};
    std::transform(rows.begin(), rows.end(), all.begin(), [](const Row& row) { return row.key; });
    return all;
  }();
  return keys;
}

void set_parameter(Parameters& parameters, std::string_view key, std::string_view value) {
  const Row& row = row_of(key);
  if (!row.read(parameters, value))
    throw Error(Exit::usage, std::string(key) + " cannot be `" + std::string(value) + "`. It is " + std::string(row.key.form));
}

std::string parameter_text(const Parameters& parameters, std::string_view key) { return row_of(key).write(parameters); }

std::string steps_text(const std::vector<seconds>& steps) {
  std::string text;
  for (const seconds step : steps) {
    const auto count = step.count();
    const char* unit = count % 86400 == 0 ? "d" : count % 3600 == 0 ? "h" : count % 60 == 0 ? "m" : "s";
    const auto size = count % 86400 == 0 ? 86400 : count % 3600 == 0 ? 3600 : count % 60 == 0 ? 60 : 1;
    text += (text.empty() ? "" : " ") + std::to_string(count / size) + unit;
  }
  return text.empty() ? "none" : text;
}

}  // namespace ebb
