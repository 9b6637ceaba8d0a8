// One file through the reader and the importer: the plan, the questions it raises, and the commit.
#pragma once
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/formats/formats.hpp"
#include "ebb/store/import.hpp"

namespace ebb {

struct ImportRequest {
  ReadOptions read;
  OnGone on_gone = OnGone::orphan;
  bool dry_run = false;
  bool strict = false;  // any problem: nothing is applied
  std::string batch;    // of the file before, which this one goes on; empty if there is none
  bool backed_up = false;  // a file before this one saw to it
  bool fresh = false;   // the collection was made by this command: there is nothing to back up
};

struct ImportOutcome {
  std::string file;
  ReadReport report;
  ImportPlan plan;
  std::vector<Problem> problems;
  OnGone on_gone = OnGone::orphan;  // what was done in the end
  bool applied = false;
  bool gone_kept = false;  // too many were gone, and nobody said yes
  std::string backup;      // made before the change; empty if none
};

// Reads the source, and unless it is a dry run applies it as one transaction. Asks on the terminal when more than a
// fifth of the notes is gone; never while the collection is locked.
ImportOutcome import_source(const World& world, Collection& collection, ByteSource& source,
                            const ImportRequest& request);
// A collection in memory, to plan against when there is none yet.
Collection empty_collection(const World& world);
// Whether so many notes are gone that it looks like a mistake.
bool too_many_gone(const ImportPlan& plan);

}  // namespace ebb
