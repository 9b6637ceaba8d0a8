// Byte-range locks as leases: no write, no page, no expiry to wait for.
#include "store/leases.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace ebb {
namespace {

// Locks that belong to the open file, where the system has them: two sittings in one process then exclude each other too.
#ifdef F_OFD_SETLK
constexpr int set_lock = F_OFD_SETLK, get_lock = F_OFD_GETLK;
#else
constexpr int set_lock = F_SETLK, get_lock = F_GETLK;
#endif

struct flock one_byte(CardId card, short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = static_cast<off_t>(card.value);
  lock.l_len = 1;
  return lock;
}

}  // namespace

Leases::Leases(const std::string& database_path) {
  if (database_path == ":memory:") return;
  file_ = ::open((database_path + "-leases").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

Leases::~Leases() {
  if (file_ >= 0) ::close(file_);
}

bool Leases::take(CardId card) {
  if (file_ < 0) return true;
  struct flock lock = one_byte(card, F_WRLCK);
  return ::fcntl(file_, set_lock, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

void Leases::give_back(CardId card) {
  if (file_ < 0) return;
  struct flock lock = one_byte(card, F_UNLCK);
  ::fcntl(file_, set_lock, &lock);
}

bool Leases::held_elsewhere(CardId card) {
  if (file_ < 0) return false;
  struct flock lock = one_byte(card, F_WRLCK);
  return ::fcntl(file_, get_lock, &lock) == 0 && lock.l_type != F_UNLCK;
}

}  // namespace ebb
