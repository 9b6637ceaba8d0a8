// Regular expressions by PCRE2, with a limit to the work that one text may cost.
#include <pcre2.h>

#include <stdexcept>

#include "ebb/text/search.hpp"

namespace ebb {

struct Regex::Compiled {
  pcre2_code* code = nullptr;
  pcre2_match_data* found = nullptr;
  pcre2_match_context* limits = nullptr;
  Compiled() = default;
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;
  ~Compiled() {
    pcre2_match_context_free(limits);
    pcre2_match_data_free(found);
    pcre2_code_free(code);
  }
};

namespace {

constexpr std::uint32_t most_steps = 200'000;
constexpr std::uint32_t most_memory_kib = 4096;

std::string message_of(int error) {
  unsigned char text[200];
  const int size = pcre2_get_error_message(error, text, sizeof text);
  return size > 0 ? std::string(text, text + size) : "it cannot be read";
}

}  // namespace

Regex::Regex(const std::string& expression) : compiled_(std::make_unique<Compiled>()) {
  int error = 0;
  PCRE2_SIZE at = 0;
  const auto* bytes = reinterpret_cast<PCRE2_SPTR>(expression.data());
  const std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C;
  compiled_->code = pcre2_compile(bytes, expression.size(), options, &error, &at, nullptr);
  if (compiled_->code == nullptr)
    throw std::invalid_argument(message_of(error) + " (at character " + std::to_string(at) + ")");
  compiled_->found = pcre2_match_data_create(1, nullptr);
  compiled_->limits = pcre2_match_context_create(nullptr);
  pcre2_set_match_limit(compiled_->limits, most_steps);
  pcre2_set_heap_limit(compiled_->limits, most_memory_kib);
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;

bool Regex::in(std::string_view text) const {
  const auto* bytes = reinterpret_cast<PCRE2_SPTR>(text.data());
  return pcre2_match(compiled_->code, bytes, text.size(), 0, 0, compiled_->found, compiled_->limits) >= 0;
}

}  // namespace ebb
