// The page around the charts: style, sections, and each chart's numbers.
#include "cli/stats/report_page.hpp"

#include <fmt/format.h>

#include "cli/program/json_out.hpp"
#include "ebb/tui/charts.hpp"

namespace ebb {
namespace {

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--page:#fbfaf8;--ink:#22252a;--dim:#666b73;--edge:#dcd9d3;--bar:#2f7d5b;--second:#9a5b13;
--d0:#e9e6e0;--d1:#b9dcc8;--d2:#7fbf9f;--d3:#3f9a70;--d4:#17694a}
@media(prefers-color-scheme:dark){:root{--page:#16181b;--ink:#e4e3df;--dim:#9a9fa8;--edge:#33373d;--bar:#5fb68e;--second:#dda15e;
--d0:#25292e;--d1:#1d4535;--d2:#2a6b50;--d3:#40946f;--d4:#7ad0a8}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:100rem;background:var(--page);color:var(--ink);
font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2.5rem 0 .75rem;border-bottom:1px solid var(--edge);padding-bottom:.25rem}
h3{font-size:1rem;margin:0}
header p,figcaption p{color:var(--dim);margin:.1rem 0 .5rem}figcaption p{font-size:.85rem}
.tiles{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1.25rem 0 0}
.tiles div{display:flex;flex-direction:column-reverse}.tiles dd{margin:0;font-size:1.5rem;font-weight:600}
.tiles dt{color:var(--dim);font-size:.85rem}
.charts{display:grid;gap:2rem 2.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr))}
figure{margin:0;min-width:0;break-inside:avoid}figure.wide{grid-column:1/-1}
svg{display:block;width:100%;max-width:34rem;height:auto}
svg text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:currentColor}
.halves{display:grid;gap:.5rem 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),34rem))}
.bar{fill:var(--bar)}.axis,.grid{stroke:var(--edge);fill:none}.line{stroke:var(--bar);stroke-width:2;fill:none}
.foretold{stroke:var(--second);stroke-dasharray:5 4}
.d0{fill:var(--d0)}.d1{fill:var(--d1)}.d2{fill:var(--d2)}.d3{fill:var(--d3)}.d4{fill:var(--d4)}
details{margin-top:.5rem;font-size:.85rem}summary{cursor:pointer;color:var(--dim)}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.15rem .6rem;text-align:right;border-bottom:1px solid var(--edge);white-space:nowrap}
th{color:var(--dim);font-weight:600}.words,.share,.totals th{text-align:left}td.words{white-space:normal;min-width:6.5rem}
figure>.scroll td.words:last-child{min-width:12rem}figure>.scroll,.totals{font-size:.9rem}
footer{margin-top:3rem;color:var(--dim);font-size:.85rem}
@media print{body{padding:0;font-size:10pt;max-width:none}details:not([open]){display:none}.charts{grid-template-columns:1fr 1fr}
h2{break-after:avoid}:root{--page:#fff}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)";

bool is_words(StatsUnit unit) {
  return unit == StatsUnit::text || unit == StatsUnit::name || unit == StatsUnit::id;
}

std::string head_of(const StatsColumn& column) {
  if (column.group.empty()) return column.title;
  return column.name == "percent" ? column.title + ", %" : column.title + ", " + column.name;
}

// What a program reads from the cell: the number of the JSON.
std::string exact(const StatsColumn& column, const StatsCell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
  if (const auto* real = std::get_if<double>(&cell)) return json_number(rounded(*real, column.unit));
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* day = std::get_if<Day>(&cell)) return iso_date(*day);
  if (const auto* yes = std::get_if<bool>(&cell)) return *yes ? "true" : "false";
  return "";
}

std::string shown(const StatsColumn& column, const StatsCell& cell) {
  if (column.unit == StatsUnit::percent && std::holds_alternative<double>(cell)) return exact(column, cell);
  return cell_text(cell, column.unit);
}

std::string numbers(const StatsTable& table) {
  std::string html = fmt::format("<div class=\"scroll\"><table data-name=\"{}\"><thead><tr>", table.name);
  for (const StatsColumn& column : table.columns) {
    const std::string name = column.group.empty() ? column.name : column.group + "." + column.name;
    html += fmt::format("<th scope=\"col\" data-name=\"{}\"{}>{}</th>", name, is_words(column.unit) ? " class=\"words\"" : "",
                        html_text(head_of(column)));
  }
  html += "</tr></thead><tbody>\n";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const StatsColumn& column = table.columns[i];
      html += fmt::format("<td{}><data value=\"{}\"><bdi>{}</bdi></data></td>", is_words(column.unit) ? " class=\"words\"" : "",
                          html_text(exact(column, row[i])), html_text(shown(column, row[i])));
    }
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>";
}

// The same as people read it: a retention is one text.
std::string seen_numbers(const StatsTable& table) {
  std::string html = "<div class=\"scroll\"><table><thead><tr>";
  const std::vector<SeenColumn> columns = seen_columns(table);
  const auto kind = [](const SeenColumn& column) {
    return column.retention ? " class=\"share\"" : column.words ? " class=\"words\"" : "";
  };
  for (const SeenColumn& column : columns)
    html += fmt::format("<th scope=\"col\"{}>{}</th>", kind(column), html_text(column.title));
  html += "</tr></thead><tbody>\n";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (const SeenColumn& column : columns)
      html += fmt::format("<td{}><bdi>{}</bdi></td>", kind(column), html_text(seen_text(table, column, row)));
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>";
}

// One row of totals, each on a line of its own.
std::string total_numbers(const StatsTable& table) {
  std::string html = fmt::format("<table data-name=\"{}\" class=\"totals\"><tbody>\n", table.name);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const StatsColumn& column = table.columns[i];
    const StatsCell& cell = table.rows.front()[i];
    html += fmt::format("<tr><th scope=\"row\" data-name=\"{}\">{}</th><td><data value=\"{}\">{}</data></td></tr>\n",
                        column.name, html_text(column.title), html_text(exact(column, cell)), html_text(shown(column, cell)));
  }
  return html + "</tbody></table>";
}

std::string figure(const StatsTable& table) {
  const std::string picture = svg_chart(table);
  const bool wide = table.kind == ChartKind::heatmap || (table.kind == ChartKind::none && table.columns.size() > 6 && !table.single);
  std::string html = fmt::format("<figure{}><figcaption><h3>{}</h3><p>{}</p></figcaption>\n", wide ? " class=\"wide\"" : "",
                                 html_text(table.title), html_text(table.about));
  if (table.single) return html + total_numbers(table) + "</figure>\n";
  // Without a picture the numbers are what there is to see.
  if (picture.empty() && table.kind != ChartKind::none) html += "<p>Nothing yet.</p>";
  else html += picture.empty() ? seen_numbers(table) : picture;
  return html + "\n<details><summary>Numbers</summary>" + numbers(table) + "</details></figure>\n";
}

std::string tiles(const ReportPage& page) {
  std::string html = "<dl class=\"tiles\">";
  for (const auto& [value, name] : page.tiles)
    html += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", html_text(name), html_text(value));
  return html + "</dl>\n";
}

}  // namespace

std::string report_html(const ReportPage& page) {
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<header><h1>{}</h1><p><bdi>{}</bdi></p>\n{}</header>\n<main>\n",
      html_text(page.title), style, html_text(page.title), html_text(page.subtitle), tiles(page));
  for (const ReportSection& section : page.sections) {
    html += fmt::format("<section><h2>{}</h2>\n<div class=\"charts\">\n", html_text(section.title));
    for (const StatsTable& table : section.tables) html += figure(table);
    html += "</div></section>\n";
  }
  return html + "</main>\n<footer>Made by ebb.</footer>\n</body>\n</html>\n";
}

}  // namespace ebb
