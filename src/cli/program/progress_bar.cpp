// Drawing the bar at most ten times a second.
#include "cli/program/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "ebb/core/words.hpp"
#include "ebb/system/environment.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr Millis patience{500}, pause{100};

void write(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

std::string progress_text(const std::string& file, std::size_t done, std::size_t total, Millis elapsed) {
  const double share = total == 0 ? 0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  const double seconds = std::max(0.001, static_cast<double>(elapsed.count()) / 1000);
  const auto filled = static_cast<std::size_t>(share * 20);
  std::string text = fmt::format("{} [{:.<20}] {:3.0f} %  {:.1f} MB/s", file, std::string(filled, '#'), share * 100,
                                 static_cast<double>(done) / 1e6 / seconds);
  if (share > 0) {
    const auto left = static_cast<std::int64_t>(seconds * (1 - share) / share * 1000);
    text += fmt::format("  {} left", duration_text(Millis{left}));
  }
  return text;
}

ProgressBar::ProgressBar(bool wanted, const std::string& file)
    : wanted_(wanted), file_(cut(one_line(file), 24, true)), start_(steady_clock_ms()), shown_(start_) {}

void ProgressBar::show(std::size_t done, std::size_t total) {
  const Millis now = wanted_ ? steady_clock_ms() : start_;
  if (now - start_ < patience || now - shown_ < pause) return;
  shown_ = now;
  std::string text = progress_text(file_, done, total, now - start_);
  const std::size_t width = text.size();
  if (width < width_) text.append(width_ - width, ' ');
  width_ = width;
  write('\r' + text);
}

ProgressBar::~ProgressBar() {
  if (width_ > 0) write('\r' + std::string(width_, ' ') + '\r');
}

}  // namespace ebb
