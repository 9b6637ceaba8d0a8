// Small enough for plain loops.
#include "train/square.hpp"

#include <algorithm>
#include <cmath>

namespace ebb {
namespace {

constexpr std::size_t size = 21;

double dot(const FsrsWeights& a, const FsrsWeights& b) {
  double sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

Square cholesky(const Square& square) {
  Square lower{};
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = square[i][j];
      for (std::size_t k = 0; k < j; ++k) rest -= lower[i][k] * lower[j][k];
      lower[i][j] = i == j ? std::sqrt(std::max(rest, 1e-12)) : rest / lower[j][j];
    }
  }
  return lower;
}

FsrsWeights solve(const Square& lower, FsrsWeights b) {
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= lower[i][k] * b[k];
    b[i] /= lower[i][i];
  }
  for (std::size_t i = size; i-- > 0;) {
    for (std::size_t k = i + 1; k < size; ++k) b[i] -= lower[k][i] * b[k];
    b[i] /= lower[i][i];
  }
  return b;
}

}  // namespace

void add_product(Square& square, const FsrsWeights& v) {
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j) square[i][j] += v[i] * v[j];
}

FsrsWeights times(const Square& square, const FsrsWeights& v) {
  FsrsWeights product{};
  for (std::size_t i = 0; i < size; ++i) product[i] = dot(square[i], v);
  return product;
}

Square inverse_of(const Square& square) {
  const Square lower = cholesky(square);
  Square inverse{};
  for (std::size_t i = 0; i < size; ++i) {
    FsrsWeights unit{};
    unit[i] = 1;
    inverse[i] = solve(lower, unit);  // a row, or a column: it is symmetric
  }
  return inverse;
}

void update_inverse(Square& inverse, const FsrsWeights& moved, const FsrsWeights& bent) {
  const double along = dot(moved, bent);
  const FsrsWeights image = times(inverse, bent);
  const double across = dot(bent, image);
  if (along <= 1e-4 * std::sqrt(std::max(0.0, dot(moved, moved) * dot(bent, bent)))) return;
  const double weight = (1 + across / along) / along;
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      inverse[i][j] += weight * moved[i] * moved[j] - (image[i] * moved[j] + moved[i] * image[j]) / along;
}

}  // namespace ebb
