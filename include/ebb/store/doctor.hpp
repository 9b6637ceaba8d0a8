// Proving that a collection is whole, rebuilding its caches, and copying it safely.
#pragma once
#include <string>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

/// One thing the doctor found.
struct Finding {
  bool damage = false;   ///< damage or a cache that differs from the log, as against a note
  std::string what;      ///< a sentence
};

/// What was proved, and what was found.
struct Diagnosis {
  std::vector<std::string> proved;  ///< `the log is gapless: 12 entries of 1 device` …
  std::vector<Finding> findings;
  bool damaged() const;
};

/// Checks the file, the log against the caches row for row, clock jumps, orphans, seals. Changes nothing.
Diagnosis diagnose(Collection& collection, const Today& today);
/// Rebuilds every cache from the log, in one transaction. Never touches the log.
void rebuild(Collection& collection, const Today& today);
/// Writes a seal (count and hash of the log so far): at the end of a sitting and before a backup.
void seal(Collection& collection, const Today& today);
/// Copies the collection to `folder/NAME-<time>.db`, verified by quick_check, fsynced; returns the path.
std::string back_up(Collection& collection, const std::string& folder, const std::string& name, Instant now);

}  // namespace ebb
