// Drawn at most ten times a second.
#include "cli/program/work_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "ebb/core/words.hpp"
#include "ebb/system/environment.hpp"

namespace ebb {
namespace {

constexpr Millis patience{500}, pause{100};

void write(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

std::string work_text(const std::string& what, double done, Millis elapsed) {
  const double share = std::clamp(done, 0.0, 1.0);
  const auto filled = static_cast<std::size_t>(share * 20);
  std::string text = fmt::format("{} [{:.<20}] {:3.0f} %", what, std::string(filled, '#'), share * 100);
  if (share > 0) {
    const double left = static_cast<double>(elapsed.count()) * (1 - share) / share;
    text += fmt::format("  {} left", duration_text(Millis{static_cast<std::int64_t>(left)}));
  }
  return text;
}

WorkBar::WorkBar(bool wanted, std::string what)
    : wanted_(wanted), what_(std::move(what)), start_(steady_clock_ms()), shown_(start_) {}

void WorkBar::show(double done) {
  if (!wanted_) return;
  const Millis now = steady_clock_ms();
  if (now - start_ < patience || now - shown_ < pause) return;
  shown_ = now;
  std::string text = work_text(what_, done, now - start_);
  const std::size_t width = text.size();
  if (width < width_) text.append(width_ - width, ' ');
  width_ = width;
  write('\r' + text);
}

WorkBar::~WorkBar() {
  if (width_ > 0) write('\r' + std::string(width_, ' ') + '\r');
}

}  // namespace ebb
