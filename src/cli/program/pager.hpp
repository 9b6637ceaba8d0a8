// Long output page by page.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

// Whether what this verb prints may be longer than a screen, and it never asks.
bool is_paged(std::string_view verb);

// While it lives, standard output goes through the command; the end waits until the user has left it. Starting it is
// all or nothing: if it cannot be started, the output goes where it went before.
class Pager {
 public:
  // `width` is what the terminal has: behind the pipe it cannot be asked any more, so it is kept in COLUMNS.
  Pager(const std::string& command, int width);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  int terminal_ = -1;  // what standard output was
  int child_ = -1;
};

}  // namespace ebb
