// Short pieces of text that every face uses: intervals, previews, counts.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "ebb/core/memory.hpp"

namespace ebb {

/// `1 card`, `7 cards`, `2 entries`: the noun becomes a plural unless the count is one. Thousands are separated: `1,204 cards`.
std::string counted(std::int64_t count, std::string_view noun);
/// `1,204`.
std::string with_commas(std::int64_t number);
/// `today`, `1 day`, `6 days`.
std::string days_text(int days);
/// `1d`, `6d`, for 40 columns.
std::string days_short(int days);
/// When a future comes: `6 days`, or `10 min` between learning steps. A drill answer that changes no interval counts the
/// days from `day` to the due day.
std::string when_text(const Memory& after, Day day);
/// The same for 40 columns: `6d`, `10m`.
std::string when_short(const Memory& after, Day day);
/// Whether a card that has its due day comes once more on `day`: SM-2's drill, not a learning step.
bool once_more(const Memory& after, Day day);
/// What a future means in words: `6 days`, or `1 day, and again today` when it comes once more.
std::string preview_text(const Memory& after, Day day);
/// `40 s`, `6 min 40 s`, `1 h 52 min`.
std::string duration_text(Millis duration);
/// `about 7 minutes`, `less than a minute`, `about 2 hours`.
std::string about_time(Millis duration);

}  // namespace ebb
