// On which machine and file system a file lies, and who may write there.
#include "system/file_system.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#ifdef __linux__
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif

#include "ebb/core/error.hpp"
#include "ebb/system/files.hpp"

namespace ebb {
namespace {

struct Known {
  std::uint64_t type;
  std::string_view name;
};

// From statfs(2) and the kernel's magic.h.
constexpr std::array network_types{
    Known{0x6969, "nfs"},        Known{0xFF534D42, "cifs"},   Known{0xFE534D42, "smb"},  Known{0x517B, "smb"},
    Known{0x65735546, "fuse"},   Known{0x01021997, "9p"},     Known{0x5346414F, "afs"},  Known{0x6B414653, "afs"},
    Known{0x00C36400, "ceph"},   Known{0x73757245, "coda"},   Known{0x564C, "ncp"},      Known{0x01161970, "gfs2"},
    Known{0x7461636F, "ocfs2"},  Known{0x0BD00BD0, "lustre"}, Known{0x47504653, "gpfs"}, Known{0x20030528, "orangefs"},
    Known{0x786F4256, "vboxsf"}, Known{0xBACBACBC, "vmhgfs"},
};

std::string parent(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string machine() {
  for (const char* file : {"/etc/machine-id", "/var/lib/dbus/machine-id"}) {
    if (!exists(file)) continue;
    std::string id = read_file(file);
    id.erase(std::min(id.find('\n'), id.size()));
    if (!id.empty()) return id;
  }
  std::array<char, 256> name{};
  ::gethostname(name.data(), name.size() - 1);
  return name.data();
}

}  // namespace

std::string_view network_name(std::uint64_t file_system_type) {
  const auto found = std::find_if(network_types.begin(), network_types.end(),
                                  [&](const Known& known) { return known.type == file_system_type; });
  return found == network_types.end() ? std::string_view{} : found->name;
}

std::string network_file_system(const std::string& path) {
  std::string at = path;
  while (!exists(at) && at != "/" && at != ".") at = parent(at);
  struct statfs status {};
  if (::statfs(at.c_str(), &status) != 0) return {};
#ifdef __linux__
  // The field is signed where long has 32 bits; only the low 32 carry the number.
  return std::string{network_name(static_cast<std::uint32_t>(status.f_type))};
#else
  return (status.f_flags & MNT_LOCAL) != 0 ? std::string{} : std::string{status.f_fstypename};
#endif
}

std::string file_owner(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return machine() + ':' + std::to_string(status.st_dev) + ':' + std::to_string(status.st_ino);
}

bool writable_by_others(const std::string& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) return false;
  // In a sticky folder, such as the one for temporary files, others cannot touch what is not theirs. A group is often
  // one person.
  return (status.st_mode & S_IWOTH) != 0 && (status.st_mode & S_ISVTX) == 0;
}

}  // namespace ebb
