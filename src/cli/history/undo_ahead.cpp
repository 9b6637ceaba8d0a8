// Walks over the log, newest first. Only this device's own commands are undone: `DEVICE` of `DEVICE:SEQ` tells.
#include "cli/history/undo_ahead.hpp"

#include <set>
#include <vector>

#include "ebb/store/log.hpp"

namespace ebb {
namespace {

std::string device_of(const std::string& entry) {
  return entry.substr(0, entry.find(':'));
}

}  // namespace

UndoAhead undo_ahead(Collection& collection, int count) {
  UndoAhead ahead;
  const auto newest = undoable(collection);
  if (!newest) return ahead;
  std::set<std::string> batches, imports;
  for_each_entry(collection, [&](const LogLine& line) {
    if (line.undone || line.what == "undo" || line.what == "seal") return true;
    if (device_of(line.entry) != device_of(newest->entry)) return true;
    if (batches.count(line.batch) == 0 && static_cast<int>(batches.size()) == count) return false;
    batches.insert(line.batch);
    if (line.what == "note.new") imports.insert(line.batch);
    return true;
  });
  ahead.commands = static_cast<int>(batches.size());
  ahead.imports = static_cast<int>(imports.size());
  return ahead;
}

int left_to_redo(Collection& collection) {
  struct Undo {
    std::string batch, target;
    bool live;
  };
  std::vector<Undo> undos;        // since the last command of another kind
  std::set<std::string> entries;  // of those
  std::string device;
  for_each_entry(collection, [&](const LogLine& line) {
    if (device.empty()) device = device_of(line.entry);
    if (device_of(line.entry) != device || line.what == "seal") return true;
    if (line.what != "undo") return false;
    undos.push_back({line.batch, line.detail, !line.undone});
    entries.insert(line.entry);
    return true;
  });
  std::set<std::string> left;
  for (const Undo& undo : undos)
    if (undo.live && entries.count(undo.target) == 0) left.insert(undo.batch);  // what took back an undo was a redo
  return static_cast<int>(left.size());
}

}  // namespace ebb
