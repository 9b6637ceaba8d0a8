// A bar on stderr for reading that takes more than half a second.
#pragma once
#include <cstddef>
#include <string>

#include "ebb/core/time.hpp"

namespace ebb {

class ProgressBar {
 public:
  // Does nothing unless `wanted`.
  ProgressBar(bool wanted, const std::string& file);
  // Wipes the bar.
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  // How far it is, in bytes.
  void show(std::size_t done, std::size_t total);

 private:
  bool wanted_;
  std::string file_;
  Millis start_;
  Millis shown_;
  std::size_t width_ = 0;  // of the line on the screen; 0: none
};

// `deck.json [######..............] 30 %  12.4 MB/s  3 s left`: the text alone, after `elapsed`.
std::string progress_text(const std::string& file, std::size_t done, std::size_t total, Millis elapsed);

}  // namespace ebb
