// Parts of an org file: headings, holes, rows of review data.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/cloze.hpp"

namespace ebb {

// `** DONE [#A] A title :tag:fc:`
struct OrgHeading {
  int level = 0;
  std::string title;              // without keyword, priority and tags
  std::vector<std::string> tags;  // without `fc`
  bool card = false;              // has the tag `fc`
};
// Nothing if the line is no heading.
std::optional<OrgHeading> org_heading(std::string_view line);

// `{{hidden}{hint}@2}`, hint and number may be missing. Position n is the hole's number n + 1.
Cloze parse_org_cloze(std::string_view text);

// A row of REVIEW_DATA: position, ease, box, interval, due.
struct OrgReview {
  int ordinal = 0;
  std::optional<Memory> memory;  // nothing: new
};
// Nothing if the line is no such row, or cannot be read.
std::optional<OrgReview> org_review(std::string_view line);

}  // namespace ebb
