// Byte-range locks as leases: no write, no page, no expiry to wait for.
#include "store/study/leases.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <set>

namespace ebb {
namespace {

// Locks that belong to the open file, where the system has them: two sittings in one process then exclude each other too.
#ifdef F_OFD_SETLK
constexpr int set_lock = F_OFD_SETLK, wait_lock = F_OFD_SETLKW, get_lock = F_OFD_GETLK;
#else
constexpr int set_lock = F_SETLK, wait_lock = F_SETLKW, get_lock = F_GETLK;
#endif

constexpr off_t note_length = 1024;  // the numbers of a note's cards stand together

struct flock lock_of(off_t start, off_t length, short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = start;
  lock.l_len = length;
  return lock;
}

}  // namespace

Leases::Leases(const std::string& database_path, bool whole_notes) : whole_notes_(whole_notes) {
  if (database_path == ":memory:") return;
  file_ = ::open((database_path + "-leases").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

Leases::~Leases() {
  if (file_ >= 0) ::close(file_);
}

bool Leases::take(CardId card) {
  if (file_ < 0) return true;
  struct flock lock = span_of(card, F_WRLCK);
  return ::fcntl(file_, set_lock, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

void Leases::give_back(CardId card) {
  if (file_ < 0) return;
  struct flock lock = span_of(card, F_UNLCK);
  ::fcntl(file_, set_lock, &lock);
}

bool Leases::held_elsewhere(CardId card) {
  if (file_ < 0) return false;
  struct flock lock = span_of(card, F_WRLCK);
  return ::fcntl(file_, get_lock, &lock) == 0 && lock.l_type != F_UNLCK;
}

std::vector<NoteId> Leases::held() {
  std::set<std::int64_t> notes;
  struct Span {
    off_t from, length;  // length 0: to the end
  };
  // Byte 0 is nobody's card: see Turn. The system tells one lock of a span, not the first: both sides are looked at too.
  std::vector<Span> open;
  if (file_ >= 0) open.push_back({1, 0});
  while (!open.empty()) {
    const Span span = open.back();
    open.pop_back();
    struct flock lock = lock_of(span.from, span.length, F_WRLCK);
    if (::fcntl(file_, get_lock, &lock) != 0 || lock.l_type == F_UNLCK || lock.l_len == 0) continue;
    const off_t end = lock.l_start + lock.l_len, until = span.from + span.length;
    for (off_t note = lock.l_start / note_length; note <= (end - 1) / note_length; ++note) notes.insert(note);
    if (lock.l_start > span.from) open.push_back({span.from, lock.l_start - span.from});
    if (span.length == 0 || end < until) open.push_back({end, span.length == 0 ? 0 : until - end});
  }
  std::vector<NoteId> found;
  for (const std::int64_t note : notes) found.push_back(NoteId{note});
  return found;
}

struct flock Leases::span_of(CardId card, short type) const {
  return whole_notes_ ? lock_of(card.note().value * note_length, note_length, type) : lock_of(card.value, 1, type);
}

Leases::Turn::Turn(Leases& leases) : file_(leases.file_) {
  struct flock lock = lock_of(0, 1, F_WRLCK);
  while (file_ >= 0 && ::fcntl(file_, wait_lock, &lock) != 0 && errno == EINTR) {
  }
}

Leases::Turn::~Turn() {
  struct flock lock = lock_of(0, 1, F_UNLCK);
  if (file_ >= 0) ::fcntl(file_, set_lock, &lock);
}

}  // namespace ebb
