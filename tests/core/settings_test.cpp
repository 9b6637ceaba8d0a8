// Settings as people type them.
#include "ebb/core/settings.hpp"

#include <doctest/doctest.h>

#include "ebb/core/error.hpp"

using namespace ebb;

namespace {

std::string told(std::string_view key, std::string_view value) {
  Parameters parameters;
  try {
    set_parameter(parameters, key, value);
  } catch (const Error& error) {
    CHECK(parameters == Parameters{});
    return error.what();
  }
  return parameter_text(parameters, key);
}

}  // namespace

TEST_CASE("each value is read, and written as it is read") {
  CHECK(told("scheduler", "fsrs") == "fsrs");
  CHECK(told("retention", "0.85") == "0.85");
  CHECK(told("retention", "85%") == "0.85");
  CHECK(told("steps", "1m 10m") == "1m 10m");
  CHECK(told("steps", "90s,2h 3d") == "90s 2h 3d");
  CHECK(told("steps", "60m 24h") == "1h 1d");
  CHECK(told("relearning", "none") == "none");
  CHECK(told("longest", "365") == "365");
  CHECK(told("fuzz", "off") == "off");
  CHECK(told("weekdays", "sat 50 sun 0") == "sat 50 sun 0");
  CHECK(told("weekdays", "even") == "even");
  CHECK(told("exam", "2027-01-15") == "2027-01-15");
  CHECK(told("weights", "default") == "default");
  CHECK(told("typed", "accents case") == "case accents");
  CHECK(told("typed", "case,accents punctuation") == "strict");
  CHECK(told("typed", "strict") == "strict");
  CHECK(told("typed", "loose") == "loose");
}

TEST_CASE("every setting's own text reads back as itself") {
  for (const SettingKey& key : setting_keys()) {
    const std::string text = parameter_text(Parameters{}, key.key);
    CHECK(told(key.key, text) == text);
  }
}

TEST_CASE("what does not fit is refused with the form it has") {
  CHECK(told("retention", "1.5") == "retention cannot be `1.5`. It is 0.70 to 0.99");
  CHECK(told("retention", "nan").find("cannot be") != std::string::npos);
  CHECK(told("steps", "1x").find("cannot be") != std::string::npos);
  CHECK(told("steps", "").find("cannot be") != std::string::npos);
  CHECK(told("steps", "31d").find("cannot be") != std::string::npos);
  CHECK(told("longest", "0").find("cannot be") != std::string::npos);
  CHECK(told("weekdays", "sat").find("cannot be") != std::string::npos);
  CHECK(told("weekdays", "mon 0 tue 0 wed 0 thu 0 fri 0 sat 0 sun 0").find("cannot be") != std::string::npos);
  CHECK(told("exam", "2027-02-30").find("cannot be") != std::string::npos);
  for (const char* value : {"", "colour", "case colour", "strict case", "loose loose"})
    CHECK(told("typed", value).find("cannot be") != std::string::npos);
  CHECK(told("weights", "1 2 3").find("21 (or 19, or 17) numbers") != std::string::npos);
  CHECK(told("speed", "1").find("There are: scheduler, retention") != std::string::npos);
}
