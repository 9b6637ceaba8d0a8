// A page on paper, by a browser that is installed.
#pragma once
#include <string>

namespace ebb {

// Prints the page into the file. Throws Error(Exit::usage) if there is no browser, Error(Exit::store) if it fails.
void write_pdf(const std::string& html, const std::string& file);

}  // namespace ebb
