// The report as one HTML page.
#pragma once
#include <string>
#include <vector>

#include "ebb/stats/table.hpp"

namespace ebb {

// Tables that belong together under a heading.
struct ReportSection {
  std::string title;
  std::vector<StatsTable> tables;
};
struct ReportPage {
  std::string title;                                    // of the page
  std::string subtitle;                                 // which cards, which days, when made
  std::vector<std::pair<std::string, std::string>> tiles;  // the few numbers at the top: value, name
  std::vector<ReportSection> sections;
};

// A page that needs nothing but itself: no script, no font, no request. Texts of the cards are escaped.
std::string report_html(const ReportPage& page);
// Text in HTML: escaped, and in an order of its own where it runs from right to left.
std::string html_text(std::string_view text);
// The picture of a table as an SVG with its description; empty for a table without one.
std::string svg_chart(const StatsTable& table);
// What the picture says, in words.
std::string chart_words(const StatsTable& table);

}  // namespace ebb
