// One pass over the bytes, then into the order of review.
#include "cli/review/answer_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

#include "ebb/core/error.hpp"
#include "ebb/system/files.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

using Columns = std::span<const std::string_view>;
constexpr std::string_view moments[] = {"card_id", "review_time", "review_rating"};
constexpr std::string_view waits[] = {"card_id", "order", "rating", "delta_t"};
constexpr std::size_t no_column = static_cast<std::size_t>(-1);

struct Row {
  std::uint64_t card = 0;
  std::int64_t at = 0;  // milliseconds, or the order
  std::int32_t since = 0;
  std::int32_t rating = 0;
};

// Lines of a text, with their numbers.
class TextLines {
 public:
  explicit TextLines(std::string_view text) : rest_(text) {}
  bool next(std::string_view& line) {
    if (rest_.empty()) return false;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    ++number_;
    return true;
  }
  int number() const { return number_; }

 private:
  std::string_view rest_;
  int number_ = 0;
};

std::string_view next_cell(std::string_view& line) {
  const std::size_t end = std::min(line.find(','), line.size());
  std::string_view cell = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '"')) cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '"')) cell.remove_suffix(1);
  return cell;
}

class AnswerFile {
 public:
  explicit AnswerFile(const std::string& path) : name_(path == "-" ? "standard input" : one_line(path)) {}

  std::vector<Row> read(const std::string& text) {
    lines_ = TextLines(text);
    read_header();
    std::vector<Row> rows;
    rows.reserve(text.size() / 24);
    std::string_view line;
    while (lines_.next(line))
      if (!line.empty()) rows.push_back(row_of(line));
    if (rows.empty()) throw Error(Exit::input, name_ + " has no answers below its header.");
    return rows;
  }
  bool with_moments() const { return wanted_.data() == moments; }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Exit::input, fmt::format("{}, line {}: {}", name_, lines_.number(), what));
  }

  void read_header() {
    std::string_view line;
    lines_.next(line);
    if (line.substr(0, 3) == "\xef\xbb\xbf") line.remove_prefix(3);
    std::vector<std::string_view> names;
    while (!line.empty()) names.push_back(next_cell(line));
    for (const Columns wanted : {Columns(moments), Columns(waits)})
      if (std::all_of(wanted.begin(), wanted.end(), [&](std::string_view name) {
            return std::find(names.begin(), names.end(), name) != names.end();
          }))
        return take_columns(wanted, names);
    throw Error(Exit::input,
                name_ + " does not begin with card_id,review_time,review_rating or card_id,order,delta_t,rating.");
  }

  void take_columns(Columns wanted, const std::vector<std::string_view>& names) {
    wanted_ = wanted;
    field_of_.assign(names.size(), no_column);
    for (std::size_t i = 0; i < wanted.size(); ++i)
      field_of_[static_cast<std::size_t>(std::find(names.begin(), names.end(), wanted[i]) - names.begin())] = i;
  }

  std::int64_t number_in(std::string_view cell, std::size_t field) const {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size())
      fail(fmt::format("{} is `{}`, not a whole number.", wanted_[field], one_line(std::string(cell.substr(0, 40)))));
    return number;
  }

  Row row_of(std::string_view line) const {
    std::array<std::int64_t, 4> values{};
    std::size_t column = 0, found = 0;
    while (column < field_of_.size() && !line.empty()) {
      const std::string_view cell = next_cell(line);
      const std::size_t field = field_of_[column++];
      if (field == no_column) continue;
      values[field] = number_in(cell, field);
      ++found;
    }
    if (found < wanted_.size()) fail(fmt::format("it has {} of the {} columns.", found, wanted_.size()));
    const std::int64_t lowest = with_moments() ? 0 : 1;
    if (values[2] < lowest || values[2] > 4) fail(fmt::format("{} is {}, not 1 to 4.", wanted_[2], values[2]));
    if (with_moments() && (values[1] < 0 || values[1] > 253402300799999))
      fail(fmt::format("review_time is {}, no moment in milliseconds since 1970.", values[1]));
    if (values[3] > 36500) fail(fmt::format("delta_t is {} days; it ends at 36,500.", values[3]));
    return {static_cast<std::uint64_t>(values[0]), values[1],
            static_cast<std::int32_t>(std::max<std::int64_t>(values[3], 0)), static_cast<std::int32_t>(values[2])};
  }

  const std::string name_;
  TextLines lines_{""};
  Columns wanted_;
  std::vector<std::size_t> field_of_;  // by column
};

// The study day of moments that mostly rise: a day is worked out once.
class Days {
 public:
  explicit Days(const Calendar& calendar) : calendar_(calendar) {}
  int of(std::int64_t at) {
    const Instant now{Millis{at}};
    if (now < begins_ || now >= ends_) {
      const Today today = calendar_.today(now);
      day_ = day_number(today.day);
      begins_ = now;
      ends_ = today.ends;
    }
    return day_;
  }

 private:
  const Calendar& calendar_;
  int day_ = 0;
  Instant begins_{}, ends_{};
};

}  // namespace

AnswerLog read_answer_file(const std::string& path, const Calendar& calendar) {
  AnswerFile file(path);
  std::vector<Row> rows = file.read(read_file(path));
  const auto earlier = [](const Row& a, const Row& b) { return a.at < b.at; };
  if (!std::is_sorted(rows.begin(), rows.end(), earlier)) std::stable_sort(rows.begin(), rows.end(), earlier);
  AnswerLog log;
  log.reserve(rows.size());
  Days days(calendar);
  for (const Row& row : rows) {
    if (row.rating == 0) continue;
    const auto grade = static_cast<Grade>(row.rating);
    if (file.with_moments())
      log.add(row.card, days.of(row.at), grade);
    else
      log.add_since(row.card, row.since, grade);
  }
  return log;
}

}  // namespace ebb
