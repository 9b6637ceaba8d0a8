// Base64 in pieces, and the marks that number the rows.
#include "tui/terminal/kitty.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace ebb {
namespace {

constexpr std::size_t piece_bytes = 3072;  // 4096 letters, the most that one escape may have
constexpr std::uint32_t widest_png = 20000;

// The protocol numbers rows by these, from 0; a cell without one goes on from its left neighbour.
constexpr std::array<char32_t, 30> row_marks{0x305, 0x30D, 0x30E, 0x310, 0x312, 0x33D, 0x33E, 0x33F, 0x346, 0x34A,
                                             0x34B, 0x34C, 0x350, 0x351, 0x352, 0x357, 0x35B, 0x363, 0x364, 0x365,
                                             0x366, 0x367, 0x368, 0x369, 0x36A, 0x36B, 0x36C, 0x36D, 0x36E, 0x36F};
constexpr std::string_view placeholder = "\xF4\x8E\xBB\xAE";  // U+10EEEE

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::uint32_t three = byte_at(bytes, at) << 16U | byte_at(bytes, at + 1) << 8U | byte_at(bytes, at + 2);
    for (unsigned place = 0; place < 4; ++place)
      out += at + place > bytes.size() ? '=' : letters[(three >> (18U - 6U * place)) & 63U];
  }
  return out;
}

// A mark of two bytes: all are between U+0080 and U+07FF.
std::string mark_text(char32_t mark) {
  return {static_cast<char>(0xC0U | (mark >> 6U)), static_cast<char>(0x80U | (mark & 0x3FU))};
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) << 24U | byte_at(bytes, at + 1) << 16U | byte_at(bytes, at + 2) << 8U |
         byte_at(bytes, at + 3);
}

}  // namespace

std::optional<Size> png_cells(std::string_view png, Size room) {
  constexpr std::size_t header = 24;
  if (png.size() < header || !png.starts_with("\x89PNG\r\n\x1a\n") || png.substr(12, 4) != "IHDR") return {};
  const std::uint32_t wide = number_at(png, 16), high = number_at(png, 20);
  if (wide == 0 || high == 0 || wide > widest_png || high > widest_png) return {};
  // A cell is about twice as high as it is wide. Nothing small is blown up beyond its own size, eight pixels a cell.
  const double shape = static_cast<double>(high) / (2.0 * wide);
  const int most_rows = std::min(room.height, static_cast<int>(row_marks.size()));
  double columns = std::min(static_cast<double>(room.width), std::max(wide / 8.0, 2.0));
  if (columns * shape > most_rows) columns = most_rows / shape;
  return Size{std::clamp(static_cast<int>(columns), 1, std::max(room.width, 1)),
              std::clamp(static_cast<int>(std::lround(columns * shape)), 1, std::max(most_rows, 1))};
}

std::string kitty_picture(int number, std::string_view png, Size cells) {
  std::string out;
  bool first = true;
  do {
    const std::string_view piece = png.substr(0, piece_bytes);
    png.remove_prefix(piece.size());
    out += "\x1b_G";
    if (first)
      out += "a=T,U=1,q=2,f=100,i=" + std::to_string(number) + ",c=" + std::to_string(cells.width) +
             ",r=" + std::to_string(cells.height) + ",";
    out += png.empty() ? "m=0;" : "m=1;";
    out += base64(piece) + "\x1b\\";
    first = false;
  } while (!png.empty());
  return out;
}

std::string kitty_removal(int number) {
  return "\x1b_Ga=d,d=I,q=2,i=" + std::to_string(number) + "\x1b\\";
}

std::vector<Row> kitty_rows(int number, Size cells) {
  Style style;
  style.ink = number;
  std::vector<Row> rows;
  for (int at = 0; at < std::min(cells.height, static_cast<int>(row_marks.size())); ++at) {
    std::string text =
        std::string(placeholder) + mark_text(row_marks[static_cast<std::size_t>(at)]) + mark_text(row_marks[0]);
    for (int column = 1; column < cells.width; ++column) text += placeholder;
    rows.emplace_back().add(text, style);
  }
  return rows;
}

}  // namespace ebb
