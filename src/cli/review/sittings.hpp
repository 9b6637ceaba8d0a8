// What review, cram, one and while share: which face a sitting has, how it is set up, and holding it.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "cli/config/configuration.hpp"
#include "cli/program/command.hpp"
#include "cli/review/review_faces.hpp"
#include "ebb/tui/review_screen.hpp"

namespace ebb {

enum class Face { screen, lines, protocol };

// How a sitting is held, whatever its cards are.
struct SittingOptions {
  FaceOptions face;
  Face where = Face::lines;
  ScreenTheme theme;
  ScreenKeys keys;
  bool mouse = false;
  bool autoplay = false, pictures = true;
  std::optional<AutoAdvance> advance;
};
SittingOptions sitting_options(const World& world, const Configuration& config, const Arguments& arguments);

// The filter, the limits, the order and the seed that were asked for. Options that a verb does not have are not given.
StudyOptions study_asked(const World& world, const Configuration& config, const Arguments& arguments);
// Limits of a day that the user's file sets.
DayRules day_rules(const Configuration& config);
// `10m`, `90s`, `1h30m`; throws Error(Exit::usage) for what is no time, or none at all.
Millis time_asked(std::string_view option, const std::string& text);
// `8s/4s`: the question so long, then the answer.
AutoAdvance advance_asked(const std::string& text);
// `2d`, `1w`, or a number of days.
int days_asked(std::string_view option, const std::string& text);

// One sitting, from the first card to the summary. Leases are given back when it returns.
Left hold_sitting(const World& world, Collection& collection, const StudyOptions& wanted, const SittingOptions& options);
// The same over the collection of this run, which is told where there is none. Returns the exit code.
int hold_sitting(const World& world, const StudyOptions& wanted, const SittingOptions& options);

}  // namespace ebb
