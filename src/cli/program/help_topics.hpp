// Help on what belongs to no single command.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace ebb {

struct HelpTopic {
  std::string_view name, summary, text;
};

// Its text; where it lists what is in a table, made from the table.
std::string topic_text(const HelpTopic& topic);
std::span<const HelpTopic> help_topics();
// The topic of that name; null if there is none.
const HelpTopic* find_topic(std::string_view name);

}  // namespace ebb
