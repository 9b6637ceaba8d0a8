// One word of a filter as a test: `deck:es`, `ivl:30..`, `dog*`.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "cli/cards/filter_tokens.hpp"
#include "ebb/store/card_filter.hpp"

namespace ebb {

// The keys that a word can begin with, for suggestions, help and completion: `deck`, `tag`, `is` …
std::span<const std::string_view> filter_keys();
// What can stand after `is:`.
std::span<const std::string_view> filter_states();

// Throws Error(Exit::usage) that points into the line for a key, a state or a value that is not known.
CardTest filter_term(const FilterToken& token, const std::string& line);

}  // namespace ebb
