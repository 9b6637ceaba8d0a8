// Two texts as one line, in the manner of git: what was taken out as [-gone-], what came as {+new+}.
#pragma once
#include <string>

namespace ebb {

// By words; a long text without blanks (Chinese, Japanese) by characters. Long runs that are the same are cut to `…`.
std::string word_diff(const std::string& before, const std::string& after);

}  // namespace ebb
