// Guids are hashes already: their first bytes are the place in the table.
#include "store/import/guid_set.hpp"

#include <algorithm>
#include <cstring>

namespace ebb {

std::uint64_t GuidSet::hash(const Guid& guid) {
  std::uint64_t value = 0;
  std::memcpy(&value, guid.bytes.data(), sizeof value);
  return value;
}

bool GuidSet::contains(const Guid& guid) const {
  if (table_.empty()) return false;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash(guid) & mask; table_[at] != 0; at = (at + 1) & mask)
    if (list_[table_[at] - 1].guid == guid) return true;
  return false;
}

void GuidSet::add(const Guid& guid, std::int64_t note) {
  if (table_.size() < 2 * (list_.size() + 1)) grow();
  list_.push_back({guid, note});
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash(guid) & mask;
  while (table_[at] != 0) at = (at + 1) & mask;
  table_[at] = static_cast<std::uint32_t>(list_.size());
}

void GuidSet::grow() {
  std::vector<std::uint32_t>(std::max<std::size_t>(1024, table_.size() * 2)).swap(table_);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t i = 0; i < list_.size(); ++i) {
    std::size_t at = hash(list_[i].guid) & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

std::vector<GuidSet::Named>& GuidSet::sorted() {
  std::vector<std::uint32_t>().swap(table_);
  std::sort(list_.begin(), list_.end(), [](const Named& a, const Named& b) { return a.guid < b.guid; });
  return list_;
}

}  // namespace ebb
