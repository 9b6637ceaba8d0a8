// The file systems on which SQLite's shared memory or its locks do not hold.
#pragma once
#include <cstdint>
#include <string_view>

namespace ebb {

// The name of a network, cluster or FUSE file system by its number in statfs(2); empty for a local one.
std::string_view network_name(std::uint64_t file_system_type);

}  // namespace ebb
