// ebb list: a table on a terminal, tab-separated lines in a pipe, JSON on request. Streams unless it sorts.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <iostream>

#include "cli/cards/card_fields.hpp"
#include "cli/cards/card_ids.hpp"
#include "cli/cards/card_json.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/looks.hpp"
#include "cli/review/nothing_due.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--fields", "NAMES", "which columns, separated by commas"},
    {"--sort", "NAMES", "by columns, separated by commas; -NAME for the largest first"},
    {"--limit", "N", "at most so many"},
    {"-0,--null", "", "end each line with a zero byte, for xargs -0"},
    deck_option,
};

// One column to sort by; the next one decides between equals.
struct SortKey {
  const CardField* field = nullptr;
  bool descending = false;
};
using Sorting = std::vector<SortKey>;

// What a table shows unless --fields says otherwise: less on a narrow terminal, so that the question can be read.
std::string_view usual_fields(bool table, int width) {
  if (!table) return "id,deck,state,due,interval,ease,question,answer";
  if (width < 60) return "id,due,question";
  return width < 100 ? "id,state,due,interval,question" : "id,state,due,interval,deck,question";
}

std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    names.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return names;
}

std::vector<const CardField*> fields_asked(const Arguments& arguments, bool table, int width) {
  std::vector<const CardField*> fields;
  for (const std::string& name : names_in(arguments.value("--fields").value_or(std::string(usual_fields(table, width)))))
    fields.push_back(&card_field(name));
  return fields;
}

// `due,-ease`; `ease:desc` is the same as `-ease`.
Sorting sorting_asked(const Arguments& arguments) {
  Sorting sorting;
  const auto given = arguments.value("--sort");
  if (!given || given->empty()) return sorting;
  for (std::string name : names_in(*given)) {
    SortKey key;
    key.descending = name.starts_with('-') || name.ends_with(":desc");
    if (name.starts_with('-')) name.erase(0, 1);
    if (name.ends_with(":desc")) name.resize(name.size() - 5);
    key.field = &card_field(name);
    sorting.push_back(key);
  }
  return sorting;
}

double number_in(const std::string& text) {
  double number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Below zero if `a` comes before `b`. What has nothing in the column comes last, whichever way it is sorted.
int compared(const SortKey& key, const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return static_cast<int>(a.empty()) - static_cast<int>(b.empty());
  const int order = key.field->number ? (number_in(a) > number_in(b)) - (number_in(a) < number_in(b)) : a.compare(b);
  return key.descending ? -order : order;
}

// A line that waits to be sorted, with what each column to sort by says.
struct WaitingLine {
  std::vector<std::string> keys;
  std::string line;
};

void sort_lines(std::vector<WaitingLine>& lines, const Sorting& sorting) {
  std::stable_sort(lines.begin(), lines.end(), [&](const WaitingLine& a, const WaitingLine& b) {
    for (std::size_t i = 0; i < sorting.size(); ++i)
      if (const int order = compared(sorting[i], a.keys[i], b.keys[i]); order != 0) return order < 0;
    return false;
  });
}

CardParts parts_for(const std::vector<const CardField*>& fields, const Sorting& sorting) {
  CardParts parts{false, false, false};
  const auto add = [&parts](const CardField& field) {
    parts.id = parts.id || field.from.id;
    parts.text = parts.text || field.from.text;
    parts.schedule = parts.schedule || field.from.schedule;
  };
  for (const CardField* field : fields) add(*field);
  for (const SortKey& key : sorting) add(*key.field);
  return parts;
}

// One card as a line, made while its text is at hand.
using Render = std::function<std::string(const CardView&)>;

int each_line(Collection& collection, const CardFilter& filter, const Today& today, const Sorting& sorting,
              std::optional<int> limit, const CardParts& parts, const Render& render,
              const std::function<void(const std::string&)>& print) {
  int printed = 0;
  std::vector<WaitingLine> lines;
  if (limit == 0) return 0;
  const auto take = [&](const CardView& card) {
    if (!sorting.empty()) {
      std::vector<std::string> keys;
      for (const SortKey& key : sorting) keys.push_back(key.field->text(card, today.day));
      lines.push_back({std::move(keys), render(card)});
      return true;
    }
    print(render(card));
    ++printed;
    return !limit || printed < *limit;
  };
  for_each_card(collection, filter, today, take, parts);
  sort_lines(lines, sorting);
  for (const WaitingLine& line : lines) {
    if (limit && printed == *limit) break;
    print(line.line);
    ++printed;
  }
  return printed;
}

std::string tsv_line(const CardView& card, const std::vector<const CardField*>& fields, Day day) {
  std::string line;
  for (const CardField* field : fields)
    line += (line.empty() && field == fields.front() ? "" : "\t") + field->text(card, day);
  return line;
}

// Columns of fixed width, so that the first card shows before the last is read; the last column takes what is left.
std::string table_line(const std::vector<std::string>& cells_of, const std::vector<const CardField*>& fields,
                       const Looks& looks) {
  std::string line;
  int used = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool last = i + 1 == fields.size();
    const int left = std::max(10, looks.width - used - 1);
    const int width = last ? left : fields[i]->width > 0 ? fields[i]->width : 30;
    const std::string cell = cut(cells_of[i], width, looks.ascii);
    line += cell;
    if (!last) line += std::string(static_cast<std::size_t>(std::max(0, width - cells(cell))) + 2, ' ');
    used += width + 2;
  }
  return line;
}

std::vector<std::string> cells_for(const CardView& card, const std::vector<const CardField*>& fields, Day day) {
  std::vector<std::string> texts;
  texts.reserve(fields.size());
  for (const CardField* field : fields)
    texts.push_back(field->name == "id" ? short_id(card.id) : field->text(card, day));
  return texts;
}

void print_header(const std::vector<const CardField*>& fields, const Looks& looks) {
  std::vector<std::string> names;
  names.reserve(fields.size());
  for (const CardField* field : fields) names.emplace_back(field->name);
  std::cout << looks.dim(table_line(names, fields, looks)) << '\n';
}

int print_json_list(Collection& collection, const CardFilter& filter, const Today& today, const Sorting& sorting,
                    std::optional<int> limit) {
  const char* separator = "";
  std::cout << R"({"schema":1,"cards":[)";
  each_line(
      collection, filter, today, sorting, limit, {}, [&](const CardView& card) { return card_json(card, today.day).str(); },
      [&](const std::string& line) {
        std::cout << separator << line;
        separator = ",";
      });
  std::cout << "]}\n";
  return 0;
}

int run(const World& world, const Arguments& arguments) {
  const CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  const Sorting sorting = sorting_asked(arguments);
  const auto limit = arguments.number("--limit");
  const bool null = arguments.has("--null");
  const bool table = world.out_terminal && !null && !world.globals.plain;
  const Looks looks = looks_of(world);
  const auto fields = fields_asked(arguments, table, looks.width);
  Collection collection = world.open(Purpose::read);
  const Today today = world.today();
  if (world.globals.json) return print_json_list(collection, filter, today, sorting, limit);
  if (table) print_header(fields, looks);
  const Render render = [&](const CardView& card) {
    return table ? table_line(cells_for(card, fields, today.day), fields, looks) : tsv_line(card, fields, today.day);
  };
  const int printed = each_line(collection, filter, today, sorting, limit, parts_for(fields, sorting), render,
                                [&](const std::string& line) { std::cout << line << (null ? '\0' : '\n'); });
  if (printed == 0 && limit != 0) world.say(filter.empty() ? no_cards_yet : no_match(world, collection, filter));
  return 0;
}

}  // namespace

const Command list_command{"list",
                           "ls",
                           "[FILTER…]",
                           "cards and their schedule",
                           "ebb list is:due                       a table of what is due\n"
                           "ebb list deck:es --fields id,question  these columns only\n"
                           "ebb list --sort due --limit 10         the ten that come back first\n"
                           "ebb list --sort -lapses,due            the most forgotten first\n"
                           "ebb list --json                        everything, for programs",
                           options,
                           run};

}  // namespace ebb
