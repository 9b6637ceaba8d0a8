// The only file that includes toml++. Its places count characters of a line; ours count bytes of the text.
#include "cli/config/toml_text.hpp"

#include <fmt/format.h>

#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

// Where each line of a text begins.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') starts_.push_back(i + 1);
  }

  std::size_t byte_at(const toml::source_position& at) const {
    std::size_t byte = starts_[std::min<std::size_t>(at.line > 0 ? at.line - 1 : 0, starts_.size() - 1)];
    for (auto column = at.column; column > 1 && byte < text_.size(); --column) {
      ++byte;
      while (byte < text_.size() && (static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80) ++byte;
    }
    return byte;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

class Flattener {
 public:
  explicit Flattener(std::string_view text) : text_(text), lines_(text) {}

  void visit(const toml::table& table) {
    for (const auto& [key, node] : table) {
      levels_.emplace_back(key.str());
      if (const toml::table* inner = node.as_table())
        visit(*inner);
      else
        add(node);
      levels_.pop_back();
    }
  }

  std::vector<TomlEntry> entries;

 private:
  void add(const toml::node& node) {
    TomlEntry entry;
    entry.levels = levels_;
    entry.line = static_cast<int>(node.source().begin.line);
    entry.begin = lines_.byte_at(node.source().begin);
    entry.end = std::max(lines_.byte_at(node.source().end), entry.begin);
    const toml::array* list = node.as_array();
    entry.kind = list == nullptr ? value_of(node, entry.values) : TomlEntry::Kind::list;
    if (list != nullptr)
      for (const toml::node& element : *list) value_of(element, entry.values);
    entries.push_back(std::move(entry));
  }

  TomlEntry::Kind value_of(const toml::node& node, std::vector<std::string>& values) const {
    if (const auto text = node.value_exact<std::string>()) {
      values.push_back(*text);
      return TomlEntry::Kind::text;
    }
    if (const auto number = node.value_exact<std::int64_t>()) {
      values.push_back(std::to_string(*number));
      return TomlEntry::Kind::number;
    }
    if (const auto flag = node.value_exact<bool>()) {
      values.emplace_back(*flag ? "true" : "false");
      return TomlEntry::Kind::flag;
    }
    const std::size_t begin = lines_.byte_at(node.source().begin), end = lines_.byte_at(node.source().end);
    values.emplace_back(text_.substr(begin, end > begin ? end - begin : 0));
    return TomlEntry::Kind::other;
  }

  std::string_view text_;
  Lines lines_;
  std::vector<std::string> levels_;
};

// Over a table's header that begins with no letter of a name (`[.x]`) toml++ 3.3 goes astray, by an assertion or by
// undefined behaviour, instead of saying so.
void refuse_nameless_tables(std::string_view text, const std::string& name) {
  std::size_t line = 0;
  for (int number = 1; line < text.size(); ++number) {
    std::size_t at = text.find_first_not_of(" \t", line);
    if (at != std::string_view::npos && text[at] == '[') {
      at = text.find_first_not_of(" \t", text.find_first_not_of('[', at));
      const char first = at < text.size() ? text[at] : '\n';
      const bool fits = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                        (first >= '0' && first <= '9') || std::string_view("_-\"'],{\r\n").find(first) != std::string_view::npos;
      if (!fits) throw Error(Exit::usage, fmt::format("{}:{}: after `[` stands no name of a table.", one_line(name), number));
    }
    line = std::min(text.find('\n', line), text.size() - 1) + 1;
  }
}

}  // namespace

std::string TomlEntry::key() const {
  return fmt::format("{}", fmt::join(levels, "."));
}

std::vector<TomlEntry> read_toml(std::string_view text, const std::string& name) {
  try {
    refuse_nameless_tables(text, name);
    Flattener flattener(text);
    const toml::table table = toml::parse(text);
    flattener.visit(table);
    std::stable_sort(flattener.entries.begin(), flattener.entries.end(),
                     [](const TomlEntry& a, const TomlEntry& b) { return a.begin < b.begin; });
    return std::move(flattener.entries);
  } catch (const toml::parse_error& error) {
    throw Error(Exit::usage, fmt::format("{}:{}:{}: {}.", one_line(name), error.source().begin.line,
                                         error.source().begin.column, one_line(std::string(error.description()))));
  }
}

std::string toml_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      quoted += std::string{'\\', c};
    else if (byte < 0x20 || byte == 0x7F)
      quoted += fmt::format("\\u{:04X}", byte);
    else
      quoted += c;
  }
  return quoted + '"';
}

std::string toml_level(std::string_view level) {
  const bool bare = !level.empty() && std::all_of(level.begin(), level.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return bare ? std::string(level) : toml_string(level);
}

}  // namespace ebb
