// This process.
#include <unistd.h>

#include "ebb/system/files.hpp"

namespace ebb {

std::int64_t process_id() {
  return ::getpid();
}

}  // namespace ebb
