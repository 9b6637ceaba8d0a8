// A bar on stderr for work that takes more than half a second, with the time left.
#pragma once
#include <string>

#include "ebb/core/time.hpp"

namespace ebb {

class WorkBar {
 public:
  // Does nothing unless `wanted`.
  WorkBar(bool wanted, std::string what);
  // Wipes the bar.
  ~WorkBar();
  WorkBar(const WorkBar&) = delete;
  WorkBar& operator=(const WorkBar&) = delete;
  // How much is done, 0..1.
  void show(double done);

 private:
  bool wanted_;
  std::string what_;
  Millis start_, shown_;
  std::size_t width_ = 0;  // of the line on the screen; 0: none
};

// `Training [######..............] 30 %  3 s left`: the text alone, after `elapsed`.
std::string work_text(const std::string& what, double done, Millis elapsed);

}  // namespace ebb
