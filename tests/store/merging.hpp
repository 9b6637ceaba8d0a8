// Reading one collection's log into another.
#pragma once
#include "store/home.hpp"

namespace ebb {

inline ImportPlan merge(const Home& from, Home& into) {
  Importer importer(*into.collection, into.today(), OnGone::orphan);
  for_each_entry_json(*from.collection, [&](const std::string& entry) {
    importer.entry({entry});
    return true;
  });
  ImportPlan plan = importer.finish();
  importer.commit();
  return plan;
}

}  // namespace ebb
