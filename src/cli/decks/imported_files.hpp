// The files that were imported on this machine, and how: for `ebb import` without a path.
#pragma once
#include <string>
#include <vector>

#include "ebb/formats/formats.hpp"

namespace ebb {

struct ImportedFile {
  std::string path;  // absolute
  ReadOptions read;
};
// Those of a collection, in the order in which they first came.
std::vector<ImportedFile> imported_files(const std::string& collection);
// Keeps one more; a file that is known is read as now the next time. What stands in the state folder is lost without
// harm: nothing is thrown.
void remember_imported(const std::string& collection, const std::vector<ImportedFile>& files);

}  // namespace ebb
