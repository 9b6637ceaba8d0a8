// 21 × 21 matrices, symmetric: what the quasi-Newton steps need of linear algebra.
#pragma once
#include <array>

#include "ebb/schedule/fsrs.hpp"

namespace ebb {

using Square = std::array<FsrsWeights, 21>;

// Adds v vᵀ.
void add_product(Square& square, const FsrsWeights& v);
FsrsWeights times(const Square& square, const FsrsWeights& v);
// Of a symmetric positive definite matrix, by Cholesky.
Square inverse_of(const Square& square);
// The BFGS update of an inverse Hessian for a move and the change of the slope along it; none where the slope did not
// rise along the move.
void update_inverse(Square& inverse, const FsrsWeights& moved, const FsrsWeights& bent);

}  // namespace ebb
