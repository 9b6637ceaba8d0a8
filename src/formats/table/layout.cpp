// Finding the layout of a table from its first 64 KiB.
#include "formats/table/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>

#include "ebb/core/error.hpp"
#include "formats/intake.hpp"

namespace ebb {
namespace {

constexpr std::size_t records_looked_at = 50;

// The head of a file as a source of its own.
class HeadSource : public ByteSource {
 public:
  HeadSource(std::string_view head, std::string name) : rest_(head), head_(head), name_(std::move(name)) {}
  const std::string& name() const override { return name_; }
  std::size_t size() const override { return head_.size(); }
  std::size_t read(char* buffer, std::size_t room) override {
    const std::size_t count = std::min(room, rest_.size());
    if (count > 0) std::memcpy(buffer, rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }
  void rewind() override { rest_ = head_; }

 private:
  std::string_view rest_, head_;
  std::string name_;
};

// The first records of a head, split by one character.
std::vector<Record> first_records(std::string_view head, bool whole, char separator, std::size_t skip, std::size_t most) {
  HeadSource source(head, "");
  CleanText text(source);
  Records records(text, separator, skip, true);
  std::vector<Record> list;
  Record record;
  while (list.size() < most && records.next(record)) list.push_back(record);
  // Without a line end the last record of a whole file looks cut.
  if (whole && list.size() < most && record.count > 0 && !record.empty() &&
      (list.empty() || list.back().begin != record.begin))
    list.push_back(record);
  return list;
}

struct Split {
  char separator = 0;
  std::size_t columns = 0, records = 0;
  double share = 0;  // of the records that have that many columns
};

Split split_by(std::string_view head, bool whole, char separator, std::size_t skip) {
  std::map<std::size_t, std::size_t> counts;
  const auto records = first_records(head, whole, separator, skip, records_looked_at);
  for (const Record& record : records) ++counts[record.count];
  Split split{separator, 0, records.size(), 0};
  std::size_t most = 0;
  for (const auto& [columns, times] : counts) {
    if (columns < 2 || times < most) continue;
    most = times;
    split.columns = columns;
    split.share = static_cast<double>(times) / static_cast<double>(records.size());
  }
  return split;
}

Split best_split(std::string_view head, bool whole, std::string_view allowed, std::size_t skip) {
  Split best;
  for (const char separator : allowed) {
    const Split split = split_by(head, whole, separator, skip);
    if (split.columns >= 2 && split.share > best.share) best = split;
  }
  return best;
}

// `#separator:Comma`: the name or the character itself.
std::optional<char> named_separator(std::string_view value) {
  static constexpr std::array<std::pair<std::string_view, char>, 6> names{
      {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"space", ' '}, {"pipe", '|'}, {"colon", ':'}}};
  const std::string lower = lower_case(value);
  for (const auto& [name, separator] : names)
    if (lower == name) return separator;
  if (value == "\\t") return '\t';
  return value.size() == 1 ? std::optional(value.front()) : std::nullopt;
}

// Header lines as Anki's text export begins with them.
struct HeaderLines {
  std::map<std::string, std::string> values;
  std::size_t bytes = 0;
  std::optional<std::size_t> column(const std::string& key) const {
    const auto found = values.find(key);
    if (found == values.end() || found->second.empty() || found->second.size() > 3) return std::nullopt;
    std::size_t number = 0;
    for (const char c : found->second) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number == 0 ? std::nullopt : std::optional(number - 1);
  }
};

HeaderLines read_header_lines(std::string_view head) {
  static constexpr std::array<std::string_view, 12> known{
      "separator",   "html",        "tags",            "columns",   "notetype",   "deck",
      "tags column", "deck column", "notetype column", "guid column", "if matches", "match scope"};
  HeaderLines lines;
  while (lines.bytes < head.size() && head[lines.bytes] == '#') {
    const std::string_view rest = head.substr(lines.bytes);
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(1, end == 0 ? 0 : end - 1);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) break;
    const std::string key = lower_case(trimmed(line.substr(0, colon)));
    if (std::find(known.begin(), known.end(), key) == known.end()) break;
    std::string_view value = line.substr(colon + 1);
    if (value.ends_with('\r')) value.remove_suffix(1);
    lines.values[key] = key == "separator" && value.size() == 1 ? value : key == "columns" ? value : trimmed(value);
    lines.bytes += std::min(end + 1, rest.size());
  }
  return lines;
}

std::vector<std::string> names_of(const Record& record) {
  return {record.fields.begin(), record.fields.begin() + static_cast<std::ptrdiff_t>(record.count)};
}

void apply_header_lines(const HeaderLines& lines, TableLayout& layout) {
  const auto value = [&](const char* key) {
    const auto found = lines.values.find(key);
    return found == lines.values.end() ? std::string() : found->second;
  };
  layout.deck = value("deck");
  layout.notetype = value("notetype");
  const std::string tags = value("tags");
  for (std::string_view rest = tags; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    add_tag(layout.tags, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  layout.html = lower_case(value("html")) == "true";
}

// `#tags column:3` and the like, over what the columns were taken for.
void apply_column_lines(const HeaderLines& lines, TableLayout& layout) {
  const auto set = [&](const char* key, Column role) {
    const auto index = lines.column(key);
    if (!index) return;
    if (*index >= layout.columns.roles.size()) layout.columns.roles.resize(*index + 1, Column::line);
    layout.columns.roles[*index] = role;
  };
  set("tags column", Column::tags);
  set("deck column", Column::deck);
  set("guid column", Column::id);
  set("notetype column", Column::notetype);
  if (!layout.columns.names.empty()) return;
  // Question and answer are the first two columns that are nothing else.
  std::size_t sides = 0;
  for (Column& role : layout.columns.roles) {
    if (role != Column::question && role != Column::answer && role != Column::line) continue;
    role = sides == 0 ? Column::question : sides == 1 ? Column::answer : Column::line;
    ++sides;
  }
}

}  // namespace

TableLayout lay_out(std::string_view head, bool whole, std::string_view allowed, const ReadOptions& options,
                    const std::string& file) {
  const HeaderLines lines = read_header_lines(head);
  TableLayout layout;
  layout.skip = lines.bytes;
  apply_header_lines(lines, layout);
  const auto named = lines.values.find("separator");
  const std::optional<char> given = named == lines.values.end() ? std::nullopt : named_separator(named->second);
  const std::string only(1, given.value_or(','));
  const Split split = best_split(head, whole, given ? std::string_view(only) : allowed, layout.skip);
  const bool one_column = split.columns < 2;
  if (one_column && !given && options.columns.find(',') == std::string::npos)
    throw Error(Exit::input, fmt::format("{}: no character splits its records into columns{}. A table needs a question "
                                         "and an answer on each line.", file,
                                         allowed == "\t" ? ": there are no tabs (try --format csv)" : ""));
  layout.separator = one_column ? (given ? *given : allowed.front()) : split.separator;
  layout.columns_counted = split.columns;

  const auto first = first_records(head, whole, layout.separator, layout.skip, 1);
  const bool header = !first.empty() && looks_like_header(first[0]);
  const auto names = lines.values.find("columns");
  const auto named_columns = names == lines.values.end()
                                 ? std::vector<Record>()
                                 : first_records(names->second, true, layout.separator, 0, 1);
  if (!options.columns.empty())
    layout.columns = columns_by_option(options.columns);
  else if (!named_columns.empty())
    layout.columns = columns_by_names(names_of(named_columns[0]));
  else if (header)
    layout.columns = columns_by_names(names_of(first[0]));
  else
    layout.columns = columns_by_position(split.columns);
  layout.columns.header = header;
  apply_column_lines(lines, layout);
  return layout;
}

bool has_header_lines(std::string_view head) { return read_header_lines(head).bytes > 0; }

int sureness_of_columns(std::string_view head, bool whole, std::string_view allowed) {
  const Split split = best_split(head, whole, allowed, read_header_lines(head).bytes);
  if (split.columns < 2 || split.records == 0) return 0;
  return static_cast<int>(split.share * (split.records >= 3 ? 100 : 50));
}

}  // namespace ebb
