// Grapheme clusters and the cells they take in a terminal.
#include <utf8proc.h>

#include "ebb/text/wrap.hpp"
#include "text/code_points.hpp"

namespace ebb {
namespace {

bool regional_indicator(std::int32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

// Gathers the code points of one cluster: the base decides the width, unless something makes it an emoji.
class Gatherer {
 public:
  void take(std::int32_t c) {
    const int width = c < 0 ? 1 : utf8proc_charwidth(c);
    if (count_ == 0) blank_ = c == ' ' || c == 0x3000;
    if (width > cells_) cells_ = width;
    const bool emoji_form = c == 0xFE0F && cells_ == 1;
    const bool flag = regional_indicator(c) && count_ == 1;
    if (emoji_form || flag) cells_ = 2;
    ++count_;
  }
  Cluster finish(std::string_view bytes) {
    const Cluster cluster{bytes, cells_, blank_};
    *this = {};
    return cluster;
  }

 private:
  int count_ = 0, cells_ = 0;
  bool blank_ = false;
};

std::vector<Cluster> ascii_clusters(std::string_view text) {
  std::vector<Cluster> out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at)
    out.push_back({text.substr(at, 1), text[at] >= ' ' && text[at] < 0x7F ? 1 : 0, text[at] == ' '});
  return out;
}

}  // namespace

std::vector<Cluster> clusters(std::string_view text) {
  if (is_ascii(text)) return ascii_clusters(text);
  std::vector<Cluster> out;
  Gatherer gatherer;
  std::size_t start = 0;
  utf8proc_int32_t before = 0, state = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const utf8proc_int32_t c = point.value < 0 ? 0xFFFD : point.value;
    if (at > 0 && utf8proc_grapheme_break_stateful(before, c, &state)) {
      out.push_back(gatherer.finish(text.substr(start, at - start)));
      start = at;
    }
    gatherer.take(c);
    before = c;
    at += point.size;
  }
  if (start < text.size()) out.push_back(gatherer.finish(text.substr(start)));
  return out;
}

int cells(std::string_view text) {
  int sum = 0;
  for (const Cluster& cluster : clusters(text)) sum += cluster.cells;
  return sum;
}

std::string cut(std::string_view text, int width, bool ascii) {
  if (width <= 0) return {};
  const std::vector<Cluster> all = clusters(text);
  int sum = 0;
  for (const Cluster& cluster : all) sum += cluster.cells;
  if (sum <= width) return std::string(text);
  const std::string mark = ascii ? std::string("...").substr(0, static_cast<std::size_t>(width)) : "…";
  const int room = width - (ascii ? static_cast<int>(mark.size()) : 1);
  std::string out;
  int used = 0;
  for (const Cluster& cluster : all) {
    if (used + cluster.cells > room) break;
    used += cluster.cells;
    out += cluster.bytes;
  }
  return out + mark;
}

}  // namespace ebb
