// From options to plans.
#include "cli/schedule/sim_variants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/program/suggest.hpp"
#include "cli/schedule/trace_parameters.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/settings.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr int longest = 3650;

// `retention 0.8` of `retention 0.8, new 20`.
struct Change {
  std::string key, value;
};

[[noreturn]] void refuse(const std::string& text, const std::string& why) {
  throw Error(Exit::usage, fmt::format("--compare \"{}\": {} Write a setting and its value, like \"retention 0.8\" or "
                                       "\"scheduler sm2, new 20\".",
                                       one_line(text), why));
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void check_key(const std::string& key) {
  std::vector<std::string_view> keys{"new", "limit"};
  for (const SettingKey& one : setting_keys())
    if (one.schedule) keys.push_back(one.key);
  if (std::find(keys.begin(), keys.end(), key) == keys.end())
    throw Error(Exit::usage, fmt::format("--compare knows no setting `{}`.{} There are: {}", one_line(key),
                                         did_you_mean(key, keys), fmt::join(keys, ", ")));
}

std::vector<Change> changes_of(const std::string& text) {
  std::vector<Change> changes;
  for (std::string rest = text + ","; !rest.empty();) {
    const std::size_t comma = rest.find(',');
    const std::string part = trimmed(rest.substr(0, comma));
    rest.erase(0, comma + 1);
    const std::size_t blank = part.find(' ');
    if (part.empty() || blank == std::string::npos)
      refuse(text, part.empty() ? "there is nothing." : "a value is missing.");
    check_key(part.substr(0, blank));
    changes.push_back({part.substr(0, blank), trimmed(part.substr(blank))});
  }
  return changes;
}

int count_of(const std::string& text, const Change& change) {
  int count = -1;
  const char* end = change.value.data() + change.value.size();
  const auto read = std::from_chars(change.value.data(), end, count);
  if (read.ec != std::errc{} || read.ptr != end || count < 0)
    refuse(text, fmt::format("`{}` is no count.", one_line(change.value)));
  return count;
}

void ask_counts(SimulationPlan& plan, const Arguments& arguments, int usual_days) {
  plan.days = arguments.number("--days").value_or(usual_days);
  if (plan.days < 1 || plan.days > longest)
    throw Error(Exit::usage, fmt::format("--days takes 1 to {} days.", longest));
  plan.new_limit = arguments.number("--new").value_or(plan.new_limit);
  plan.review_limit = arguments.number("--limit");
  plan.seed = static_cast<std::uint64_t>(arguments.number("--seed").value_or(1));
}

std::string base_name(const Arguments& arguments) {
  std::vector<std::string> asked;
  for (const std::string_view key : {"scheduler", "retention", "steps", "relearning", "longest", "new", "limit"})
    if (const auto value = arguments.value(fmt::format("--{}", key)))
      asked.push_back(fmt::format("{} {}", key, one_line(*value)));
  if (arguments.has("--params")) asked.push_back("own weights");
  return asked.empty() ? "as it is" : fmt::format("{}", fmt::join(asked, ", "));
}

SimulatedVariant compared(const SimulatedCollection& cards, const Arguments& arguments, const std::string& text,
                          int usual_days) {
  const std::vector<Change> changes = changes_of(text);
  SimulatedVariant variant;
  variant.name = one_line(text);
  variant.plan = cards.plan([&](Parameters parameters) {
    parameters = parameters_asked(arguments, std::move(parameters));
    for (const Change& change : changes)
      if (change.key != "new" && change.key != "limit") set_parameter(parameters, change.key, change.value);
    return parameters;
  });
  ask_counts(variant.plan, arguments, usual_days);
  for (const Change& change : changes) {
    if (change.key == "new") variant.plan.new_limit = count_of(text, change);
    if (change.key == "limit") variant.plan.review_limit = count_of(text, change);
  }
  return variant;
}

}  // namespace

std::vector<SimulatedVariant> variants_asked(const SimulatedCollection& cards, const Arguments& arguments,
                                             int usual_days) {
  std::vector<SimulatedVariant> variants;
  variants.push_back({base_name(arguments), cards.plan([&](Parameters parameters) {
                        return parameters_asked(arguments, std::move(parameters));
                      })});
  ask_counts(variants.front().plan, arguments, usual_days);
  for (const std::string& text : arguments.values("--compare"))
    variants.push_back(compared(cards, arguments, text, usual_days));
  return variants;
}

}  // namespace ebb
