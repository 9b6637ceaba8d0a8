// Environment variables and both clocks. The only file of the program that reads them (tests/lint/clock.py).
#include "ebb/system/environment.hpp"

#include <chrono>
#include <cstdlib>

#include "ebb/core/error.hpp"
#include "system/whole_environment.hpp"

extern char** environ;

namespace ebb {

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return {};
  return value;
}

Clock real_clock() {
  const auto fixed = environment("EBB_NOW");
  if (!fixed) return [] { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); };
  const auto at = parse_time(*fixed);
  if (!at) {
    throw Error(Exit::usage, "EBB_NOW is `" + *fixed + "`, which is not a time. Write it like 2026-11-25T07:30:00Z.");
  }
  return [now = *at] { return now; };
}

void set_environment(const char* name, const std::string& value) {
  ::setenv(name, value.c_str(), 1);
}

char** whole_environment() {
  return environ;
}

bool clock_is_fixed() {
  return environment("EBB_NOW").has_value();
}

Millis steady_clock_ms() {
  return std::chrono::duration_cast<Millis>(steady_clock_us());
}

std::chrono::microseconds steady_clock_us() {
  if (clock_is_fixed()) return {};
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace ebb
